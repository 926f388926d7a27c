"""Settings that leave the form or come into it: as a template, as a file, as a command line. Each verb is for a person and says what came of it."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from studio.errors import ConfigError, StudioError
from studio.presets import Preset
from studio.ui.session import Notice, Session
from studio.words import mark, say, say_n

PATTERN = mark("Settings (*.json)")
PICTURE = 160  # px, of a template's picture


def shown_settings(session: Session) -> dict[str, Any]:
    """The settings on show with every option written: those in force in the run, or the draft's. StudioError when there are none."""
    from studio.ui.form import completed

    view = session.view
    found = (view.run.options or view.run.config) if view is not None else session.draft
    if not found:
        raise StudioError(say("There are no settings yet; choose a template or open a run first."))
    data = copy.deepcopy(dict(found))
    return completed(session.catalogue, data) if session.catalogue is not None else data


def save_template(session: Session, parent: QWidget) -> None:
    """Asks for a title and a sentence, and keeps the settings on show as a template."""
    from studio.ui.template_dialog import TemplateDialog

    def keep(title: str, summary: str) -> None:
        from studio.templates import save_template as save

        path = save(session.home, title, summary, settings, picture=picture)
        text = say(
            "{title} is kept as a template. It is on the Home page, under Templates, and on the command line as --preset {name}.", title=title, name=path.stem
        )
        session.notice.emit(Notice(text, "ok"))

    try:
        settings = shown_settings(session)
    except StudioError as error:
        session.warn(str(error), "error")
        return
    picture = picture_of(session)
    TemplateDialog(session, keep, title=str(settings.get("name", "")).capitalize(), parent=parent).open()


def picture_of(session: Session) -> bytes:
    """A small PNG of what the shown run makes, or of the template that the draft came from; nothing where there is neither."""
    from studio.ui.widgets.thumbnails import Thumbnails, of_run

    if session.view is None:
        origin = session.draft_origin
        return origin.picture.read_bytes() if origin is not None and origin.picture is not None else b""
    file = of_run(Path(session.view.folder.path), session.view.run.samples)
    pixmap = Thumbnails().get(file, PICTURE) if file is not None else None
    if pixmap is None:
        return b""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(data.data())


def export_settings(session: Session, parent: QWidget) -> None:
    """Asks for a place and writes the settings on show there."""
    try:
        settings = shown_settings(session)
    except StudioError as error:
        session.warn(str(error), "error")
        return
    chosen, _ = QFileDialog.getSaveFileName(parent, say("Export settings"), f"{settings.get('name', 'settings')}.json", say(PATTERN))
    if chosen:
        write_to(session, Path(chosen), settings)


def write_to(session: Session, path: Path, settings: dict[str, Any]) -> None:
    """Writes settings to a file and says so."""
    from studio.templates import write_settings

    path = path if path.suffix else path.with_suffix(".json")
    try:
        write_settings(path, settings, title=str(settings.get("name", "")))
    except StudioError as error:
        session.warn(str(error), "error")
        return
    session.notice.emit(Notice(say("The settings are in {path}. Import settings takes them back, here or on another machine.", path=path), "ok"))


def import_settings(session: Session, parent: QWidget) -> None:
    """Asks for a file and sets up a run with its settings."""
    chosen, _ = QFileDialog.getOpenFileName(parent, say("Import settings"), "", say(PATTERN))
    if chosen:
        take_settings(session, Path(chosen))


def take_settings(session: Session, path: Path) -> None:
    """Sets up a run with a file's settings. What is unknown here is left out and told; what cannot be used is marked in the form. Undo goes back."""
    from studio.templates import read_settings

    try:
        given = read_settings(path)
    except StudioError as error:
        session.warn(str(error), "error")
        return
    known, unknown = sorted_out(session, given)
    undo = _way_back(session)
    session.new_draft(known, note=say("From {file}.", file=path.name))
    told: list[str] = [say("The settings of {file} are in the form.", file=path.name)]
    if unknown:
        told.append(
            say_n(
                len(unknown),
                "It holds one thing that is unknown to this version and left out: {names}.",
                "It holds {n} things that are unknown to this version and left out: {names}.",
                names=", ".join(unknown),
            )
        )
    if faults := len(session.draft_problems):
        told.append(
            say_n(
                faults,
                "{n} of them cannot be used as it is: the form marks it and says why.",
                "{n} of them cannot be used as they are: the form marks them and says why.",
            )
        )
    session.notice.emit(Notice(" ".join(told), "warning" if unknown or faults else "ok", say("Undo") if undo is not None else "", undo))


def sorted_out(session: Session, given: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The settings that this version knows, and the paths of what it does not. A kind that is unknown stays: the form asks for another."""
    known: dict[str, Any] = {"name": str(given.get("name") or "run")[:80]}
    unknown: list[str] = []
    catalogue = session.catalogue
    assert catalogue is not None, "settings are imported once the engine is loaded"
    for name, data in given.items():
        group = catalogue.groups.get(name)
        if group is None:
            unknown += [name] if name not in ("name", "format") else []
        elif isinstance(data, dict):
            kind = group.kind(data)
            there = {o.name for o in kind.options} | ({"kind"} if group.chooses else set())
            known[name] = {k: v for k, v in data.items() if k in there}
            unknown += [f"{name}.{k}" for k in data if k not in there] if kind.options or not group.chooses else []
        elif isinstance(data, str) and group.chooses:
            known[name] = {"kind": data}
        else:
            unknown.append(name)
    return known, unknown


def _way_back(session: Session) -> Callable[[], None] | None:
    """What brings back the run or the draft that is shown now."""
    if session.view is not None:
        path = Path(session.view.folder.path)
        return lambda: session.open_run(path)
    if session.draft is None:
        return None
    draft, source, note, origin, first = session.draft, session.draft_source, session.draft_note, session.draft_origin, session.draft_first

    def back() -> None:
        session.new_draft(draft, source=source, note=note, origin=origin)
        session.draft_first = first
        session.set_draft(draft)

    return back


def copy_command(session: Session) -> None:
    """Puts the command line that trains the settings on show on the clipboard, once the torch thread has found it."""
    problems = session.draft_problems if session.view is None else ()
    try:
        if problems:
            raise ConfigError(problems)
        settings = shown_settings(session)
    except StudioError as error:
        session.warn(str(error), "error")
        return

    def find() -> str:
        from studio.command_line import command_line
        from studio.gan.config import RunConfig

        return command_line(RunConfig.read(settings))

    session.torch.submit(find, done=lambda line: _copied(session, line), failed=lambda error: session.warn(str(error), "error"))


def _copied(session: Session, line: str) -> None:
    QGuiApplication.clipboard().setText(line)
    told: list[str] = [say("Copied: {line}", line=line)]
    if session.view is None and session.draft_source is not None:
        told.append(say("It trains from the start, not from the checkpoint."))
    session.notice.emit(Notice(" ".join(told), "ok"))


def rename_template(session: Session, template: Preset, parent: QWidget, done: Callable[[], None]) -> None:
    """Asks for other words for a template of one's own."""
    from studio.ui.template_dialog import TemplateDialog

    def keep(title: str, summary: str) -> None:
        from studio.templates import retitle

        retitle(template, title, summary)
        done()

    TemplateDialog(session, keep, title=template.title, summary=template.summary, kept=template.name, parent=parent).open()


def bin_template(session: Session, path: Path, title: str, done: Callable[[], None]) -> None:
    """Moves a template of one's own to the bin, and says so."""
    from studio.templates import throw_away

    try:
        throw_away(path)
    except StudioError as error:
        session.warn(str(error), "error")
        return
    session.notice.emit(Notice(say("The template {title} is in the bin; put its file back from there if you want it again.", title=title), "info"))
    done()
