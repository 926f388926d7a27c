"""The scenes of the page of all runs: every state of a run, several chosen, compared, queued, put away, and nothing found."""

from studio.ui.compare_settings import CompareSettings
from tests.screenshots.camera import Script, until
from tests.screenshots.stage import Stage
from tests.ui.handing import held_beside
from tests.ui.made_home import made_run, many_runs, settings


def table(on: Stage) -> Script:
    """All runs, in a home of their own."""
    home = on.home.parent / "all runs"
    if not home.exists():
        many_runs(home, 30)
        made_run(home, 32, settings("fresh"), state="new", nimg=0)
        made_run(home, 31, settings("faces at night", data="folder", network="r3gan"), state="running", nimg=123_000, alarm="Modes are being dropped")
    on.session.close_run()
    on.session.set_draft(None)
    on.session.home = on.place / "empty"
    on.window.show_runs()
    page = on.window.runs_page
    assert page is not None
    yield until("nothing", lambda: page.watch.is_read)
    yield from on.take("95-runs-empty", "The page of all runs, before the first one.")
    on.window.go_home()
    on.session.home = home
    on.window.queue.load()
    with held_beside(home / "runs" / "0031-faces-at-night"):
        on.window.show_runs()
        yield until("the runs", lambda: len(page.table.shown()) == 32 and on.session.catalogue is not None)
        page.table.choose([home / "runs" / "0028-digits-0"])
        yield from on.take("95-runs", "All runs; an interrupted one is chosen, and one trains in another process.")
        some = [run.path for run in page.table.shown() if run.state == "crashed"][:3]
        page.table.choose(some)
        page.deeds["queue"].trigger()
        yield from on.take("96-runs-queue", "Several runs are chosen and wait in the queue.")
        on.window.queue.start()
        yield until("the queue waits", on.window.queue.may_begin_now)
        yield from on.take("96-runs-queue-waits", "The queue waits for the run that another process trains.")
        on.window.queue.pause()
        page.deeds["compare"].trigger()
        yield until("the comparison", lambda: on.dialog(CompareSettings))
        yield from on.take("96-runs-compare", "In what their settings differ.")
        on.dialog(CompareSettings).close()
        for path in some:
            on.window.queue.remove(path)
        page.table.choose([page.table.shown()[0].path, page.table.shown()[3].path])
        page.deeds["bin"].trigger()
        yield from on.take("97-runs-bin", "One run was put away, and one that trains was not.")
        on.window.bin.undo()
        on.window.notices.clear("info", "warning")
        page.search.setText("no such run")
        yield from on.take("97-runs-nothing", "A search that finds nothing.")
        page.search.clear()
        on.window.resize(on.window.minimumSize())
        yield from on.take("98-runs-least", "The page at the least size of the window.")
        on.window.resize(1280, 800)
        on.window.go_home()
    on.session.home = on.home
    on.window.queue.load()
