"""Pages of a panel: scrolling without a ground of its own, and a margin around."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from studio.ui import theme


def see_through(scroller: QScrollArea) -> None:
    """Lets the panel's own ground show behind what scrolls."""
    scroller.setStyleSheet("QScrollArea { background: transparent }")
    scroller.viewport().setAutoFillBackground(False)
    if (content := scroller.widget()) is not None:
        content.setAutoFillBackground(False)


def padded(content: QWidget) -> QWidget:
    """The content with a margin around it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE)
    column.addWidget(content)
    return page
