"""Scenes of the samples alone, of going back to a checkpoint, and of a run that trains in a process of its own beside the window's."""

import json
import socket

from studio.presets import preset
from studio.runs.folder import RunFolder
from studio.runs.lock import RunLock
from tests.screenshots.camera import Script, after, until
from tests.screenshots.runs import run_path
from tests.screenshots.stage import Stage


def alone(on: Stage) -> Script:
    """One panel in place of all; the present kept before the run goes back."""
    on.session.home = on.home
    if on.session.torch.training is None:
        yield from on.train_on("digits")
    on.panel("Curves")
    on.window.turn_alone()
    yield after(0.5)
    yield from on.take("36-samples-alone", "The samples without the other panels (F11).")
    on.window.turn_alone()
    checkpoints = on.panel("Checkpoints")
    yield until("a checkpoint", lambda: len(checkpoints.model.rows) > 1)
    checkpoints.list.setCurrentIndex(checkpoints.model.index(1, 0))
    checkpoints.restore_then.trigger()
    yield until("the way back", lambda: any("Went back" in card.notice.text for card in on.window.notices.cards()))
    yield from on.take("37-went-back", "The run went back to a checkpoint, and the present is kept: it can be undone.")
    on.window.notices.clear("info", "ok", "warning", "error")
    yield from on.stop()
    other = RunFolder(run_path(on.home, "ring"))
    with RunLock.acquire(other.lock):
        other.lock.write_text(json.dumps({"host": socket.gethostname(), "pid": 1, "heartbeat": 0.0}).ljust(200))
        on.session.draft_preset(preset("digits"))
        yield after(0.5)
        on.window.train()
        yield until("the question", on.window.notices.cards)
        yield from on.take("38-beside", "Another run trains in the background: both would be slower.")
        on.window.notices.clear("info", "ok", "warning", "error")
        on.window.go_home()
        yield from on.take("38-beside-home", "The welcome page while a run trains in the background.")
