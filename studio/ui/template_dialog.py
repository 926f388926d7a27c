"""A title and a sentence for a template of one's own."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.ui import theme
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.ui.widgets.words import Words, set_mark
from studio.words import say

LONGEST = 60  # letters of a title: a card has room for them


class TemplateDialog(QDialog):
    """Says the words to `keep` when Save is pressed; a StudioError that it raises is shown, and the words stay."""

    def __init__(
        self, session: Session, keep: Callable[[str, str], None], *, title: str = "", summary: str = "", kept: str = "", parent: QWidget | None = None
    ) -> None:
        """kept: the name on the command line that the template has already; a new one gets one from its title."""
        super().__init__(parent)
        self._session, self._keep, self._kept = session, keep, kept
        self.setWindowTitle(say("Rename the template" if kept else "Save as template"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title = QLineEdit(title[:LONGEST])
        self.title.setMaxLength(LONGEST)
        self.title.setAccessibleName(say("Title of the template"))
        self.title.setToolTip(say("What its card and the menus call it"))
        self.title.setMinimumWidth(380)
        self.summary = QLineEdit(summary)
        self.summary.setMaxLength(200)
        self.summary.setPlaceholderText(say("What it is good for"))
        self.summary.setAccessibleName(say("A sentence about the template"))
        self.summary.setToolTip(say("Shows under the title"))
        self.told = Words("", "muted", scale=theme.SMALL)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setToolTip(say("Keep the template"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setToolTip(say("Keep nothing"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.title.textChanged.connect(self._follow)
        self._lay_out()
        self._follow()
        self.title.selectAll()

    def accept(self) -> None:
        """Keeps it, or says why it cannot be kept."""
        title = self.title.text().strip()
        if not title:
            return
        try:
            self._keep(title, self.summary.text().strip())
        except StudioError as error:
            self.told.say(str(error), "danger")
            return
        super().accept()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(SPACE)
        form.addRow(say("&Title"), self.title)
        form.addRow(say("&Sentence"), self.summary)
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        body.setSpacing(SPACE)
        body.addLayout(form)
        body.addWidget(self.told)
        body.addWidget(self.buttons)

    def _follow(self) -> None:
        from studio.templates import free_name

        title = self.title.text().strip()
        self.save.setEnabled(bool(title))
        set_mark(self.title, "fault", not title)
        name = self._kept or free_name(self._session.home, title)
        if title:
            self.told.say(say("On the command line: gan-studio train --preset {name}", name=name), "muted")
        else:
            self.told.say(say("Give it a title."), "danger")
