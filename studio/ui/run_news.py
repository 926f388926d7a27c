"""Tells in the window what befell the shown run: how it ended badly, and what it refused. Judges nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from studio.ui.notices import NoticeStack
from studio.ui.session import Session

if TYPE_CHECKING:
    from studio.messages import Event
    from studio.runs.view import RunView


class RunNews(QObject):
    """A warning or an error is about the run on show: it goes with that, and when training begins anew."""

    def __init__(self, session: Session, notices: NoticeStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._notices = session, notices
        session.run_opened.connect(self._opened)
        session.advanced.connect(self._advance)

    @Slot(object)
    def _opened(self, view: "RunView | None") -> None:
        self._notices.clear("error", "warning")
        if view is not None:
            self._tell_end(view)

    @Slot(object)
    def _advance(self, events: "list[Event]") -> None:
        from studio.ui.remedies import words_of_refusal

        for event in events:
            if event.kind == "failed" and self._session.view is not None:
                self._tell_end(self._session.view)
            elif event.kind == "refused":
                self._session.warn(words_of_refusal(event))
            elif event.kind == "segment_started":
                self._notices.clear("error", "warning")

    def _tell_end(self, view: "RunView") -> None:
        from studio.ui.remedies import notice_of_end

        if (notice := notice_of_end(self._session, view.run)) is not None:
            self._notices.show_notice(notice)
