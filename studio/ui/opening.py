"""Opens a place in the system's file manager, and tells where it lies when nothing opens it. Shows nothing itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from studio.ui.notice import Notice
from studio.words import say


def open_place(path: Path, tell: Callable[[Notice], object]) -> None:
    """A folder or file in the program that the system has for it; where there is none, `tell` gets a notice with the path to copy."""
    if not path.exists():
        tell(_with_path(say("{path} is not there any more.", path=path), path))
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        tell(_with_path(say("No program here opens folders. The files are in {path}", path=path), path))


def _with_path(text: str, path: Path) -> Notice:
    return Notice(text, "warning", say("Copy path"), lambda: QGuiApplication.clipboard().setText(str(path)))
