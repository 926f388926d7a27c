"""The templates as actions that a search finds: each sets up a run. A person's own are in the toolbar's menu, which reads them anew."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studio.presets import papers, presets
from studio.ui import theme
from studio.ui.session import Session
from studio.ui.welcome import preset_words
from studio.words import say


def template_ways(session: Session, parent: QWidget) -> list[QAction]:
    """One for every template, then one for every recipe of a paper."""
    made = []
    for one in (*presets(), *papers()):
        title, summary = preset_words(one)
        action = QAction(theme.icon("plus"), say("Set up: {template}", template=title), parent)
        action.setStatusTip(summary)
        action.triggered.connect(lambda _=False, one=one: session.draft_preset(one))
        made.append(action)
    return made
