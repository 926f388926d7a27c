"""The questions that the window asks before something is lost or goes on for longer, and what it says of itself. Does nothing itself."""

from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from studio import __version__
from studio.ui.notices import question
from studio.words import say


def is_sure_to_abort(window: QWidget) -> bool:
    """Whether to end a run without saving."""
    box = question(window, say("Abort the run?"), say("What was learned since the last checkpoint is lost. Stop would save it first."))
    abort = box.addButton(say("Abort"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(say("Keep training"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is abort


def longer(window: QWidget, nimg: int) -> float | None:
    """Until how many kimg a run that is done is to train on; None when it was called off."""
    now = nimg / 1000
    kimg, sure = QInputDialog.getDouble(window, say("Train longer"), say("This run is done. Train on until (kimg)"), 2 * now, now, 1e9, 1)
    return kimg if sure else None


def tell_about(window: QWidget) -> None:
    """Version and licence."""
    box = question(window, f"GAN Studio {__version__}", say("Trains generative adversarial networks visually.\n\nApache License 2.0"))
    box.setIconPixmap(window.windowIcon().pixmap(64))
    box.exec()
