"""What the networks will see of the open data: samples as they are kept, or as D gets them, mirrored and augmented; drawn on the torch thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from studio.errors import ConfigError
from studio.ui import theme
from studio.ui.looking import PICTURES, POINTS
from studio.ui.thread import TorchThread
from studio.ui.widgets.picture_grid import PictureGrid
from studio.ui.widgets.scatter import Scatter
from studio.ui.widgets.switch import Switch
from studio.ui.widgets.words import Words
from studio.words import say

if TYPE_CHECKING:
    from studio.gan.datasets import Dataset
    from studio.gan.sight import Sight

PIPELINES = {"ada": "ADA", "diffaugment": "DiffAugment"}


class SightView(QWidget):
    """Samples under a caption, with a switch for what augmentation does to them and a button that draws others."""

    shown = Signal()  # samples are there

    def __init__(self, torch: TorchThread, p_now: Callable[[], float | None], parent: QWidget | None = None) -> None:
        """p_now: the probability of augmentation in the run that is shown; None for the draft of one."""
        super().__init__(parent)
        self._torch, self._p_now = torch, p_now
        self._dataset: Dataset | None = None
        self._augment: dict[str, Any] = {}
        self._kimg, self._seed, self._asked = 0.0, 0, 0
        self.caption = Words(say("What the networks will see"), bold=True)
        self.again = QPushButton(theme.icon("reset"), say("Draw anew"))
        self.again.setToolTip(say("Shows other samples of the data, and other draws of the augmentation"))
        self.again.clicked.connect(self.draw_anew)
        self.switch, self.switch_words = Switch(), Words("", scale=theme.SMALL)
        self.switch.setChecked(False)  # covered and recoloured pictures of one's own look like a fault to whoever sees them first
        self.switch.setAccessibleName(say("Show the samples augmented"))
        self.switch.setToolTip(say("On: as D sees them, mirrored and augmented. Off: as the data has them."))
        self.switch.toggled.connect(self._draw)
        self.pictures, self.scatter = PictureGrid(), Scatter()
        self._lay_out()
        self.forget()

    def _lay_out(self) -> None:
        column, head, row = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        head.addWidget(self.caption, 1)
        head.addWidget(self.again)
        row.addWidget(self.switch)
        row.addWidget(self.switch_words, 1)
        column.addLayout(head)
        column.addLayout(row)
        for part in (self.pictures, self.scatter):
            column.addWidget(part)

    def show_dataset(self, dataset: "Dataset") -> None:
        """Samples of other data."""
        self._dataset, self._seed = dataset, 0
        self._draw()

    def set_augment(self, augment: dict[str, Any], kimg: object) -> None:
        """The group `augment` of a RunConfig, and the length of the run in kimg."""
        length = float(kimg) if isinstance(kimg, int | float) else 0.0
        if (augment, length) != (self._augment, self._kimg):
            self._augment, self._kimg = augment, length
            if self._dataset is not None:
                self._draw()

    def draw_anew(self) -> None:
        """Other samples, other draws."""
        self._seed += 1
        self._draw()

    def forget(self) -> None:
        """There is no open data any more."""
        self._dataset = None
        self._asked += 1
        self.hide()

    # --- on the torch thread and back -------------------------------------------------------------------------------------

    def _draw(self) -> None:
        dataset, settings, kimg, seed, p, on = self._dataset, self._augment, self._kimg, self._seed, self._p_now(), self.switch.isChecked()
        if dataset is None:
            return
        self._asked += 1
        asked = self._asked

        def work() -> "tuple[int, Sight, str]":
            from studio.gan.augment import Augment
            from studio.gan.datasets import Stored
            from studio.gan.sight import see, strongest

            count = POINTS if dataset.medium == "points" else PICTURES
            try:
                augment = Augment.read(settings, "augment")
            except ConfigError:  # a draft with a fault, which the form shows where it is
                augment = Augment.read("none")
            strength = strongest(augment, kimg) if p is None else p
            mirror = isinstance(dataset, Stored) and dataset.mirror
            told = _told(augment.kind if augment.active else "", strength, mirror=mirror, now=p is not None) if dataset.medium == "image" else ""
            return asked, see(dataset, augment if on else None, n=count, seed=seed, p=strength), told

        self._torch.submit(work, key="samples of the data", done=self._show)

    def _show(self, answer: "tuple[int, Sight, str]") -> None:
        asked, sight, told = answer
        if asked != self._asked or self._dataset is None:
            return
        points = self._dataset.medium == "points"
        for part in (self.switch, self.switch_words):
            part.setVisible(bool(told))
        self.switch_words.setText(told)
        self.scatter.setVisible(points)
        self.pictures.setVisible(not points)
        if points:
            self.scatter.show_points(sight.samples)
        else:
            self.pictures.show_pictures(sight.samples, sight.labels)
        self.show()
        self.shown.emit()


def _told(pipeline: str, p: float, *, mirror: bool, now: bool) -> str:
    """What the switch does, in words; empty where it would change nothing."""
    if not pipeline:
        return say("As D sees them: half of them mirrored") if mirror else ""
    method = PIPELINES.get(pipeline, pipeline)
    if now:
        augmented = say("changed at random ({method}, p = {p:.3g} now)", method=method, p=p)
    else:
        augmented = say("changed at random ({method}, p up to {p:.3g})", method=method, p=p)
    if mirror:
        return say("As D sees them: half of them mirrored and {augmented}", augmented=augmented)
    return say("As D sees them: {augmented}", augmented=augmented)
