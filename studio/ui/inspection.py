"""What belongs to the sample that is looked at closer: asks for it, tells the inspector, drops what another choice has overtaken.

The sample's picture comes from the frame that is shown; its past from the timeline's files; its neighbours from a checkpoint; the nearest training
pictures from the run's data. It draws nothing itself and runs no torch.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QImage, QPixmap

from studio.errors import Cancelled, StudioError
from studio.messages import CheckpointSaved, Event
from studio.runs.fold import Run
from studio.runs.home import cache_folder
from studio.runs.view import RunView
from studio.ui.looking import Background
from studio.ui.sample_work import FAR, NEAR, Asked, Film, Kept, Moments, Neighbours, NoCheckpointError, TorchWork, nearest, neighbours
from studio.ui.session import Session
from studio.ui.widgets.picture_grid import to_image
from studio.ui.widgets.picture_row import Small
from studio.ui.widgets.quantities import kimg
from studio.ui.widgets.sample_inspector import SampleInspector
from studio.words import mark, say

PAUSE_MS = 300  # after the last arrow key, before anything is looked up
FRAMES = 12  # moments of its past
COPIED, CLOSE = 0.5, 0.8  # of the usual distance, below which a sample is called a copy, or nearer than usual
FOUND = (
    mark("The nearest training picture, at a distance of {distance:.2f}"),
    mark("The second training picture, at a distance of {distance:.2f}"),
    mark("The third training picture, at a distance of {distance:.2f}"),
    mark("The fourth training picture, at a distance of {distance:.2f}"),
)


class Inspection(QObject):
    """Looks closer at one sample of the shown run, or at none."""

    def __init__(self, session: Session, inspector: SampleInspector, picture: Callable[[int], QPixmap]) -> None:
        """picture: that of a seed in the frame that is shown."""
        super().__init__(inspector)
        self._session, self.inspector, self._picture = session, inspector, picture
        self._view: RunView | None = None
        self._seed: int | None = None
        self._works: dict[str, Background] = {}
        self._kept = Kept()
        self._film: tuple[float, ...] = ()  # the moments that are shown
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._look)
        inspector.film.rows[0].chosen.connect(self._jump)
        inspector.neighbours.again.connect(self.find_neighbours)
        inspector.nearest.again.connect(self.find_nearest)
        inspector.neighbours.cancelled.connect(lambda: self._cancel("neighbours"))
        inspector.nearest.cancelled.connect(lambda: self._cancel("nearest"))
        inspector.hide()

    def seed(self) -> int | None:
        """Which sample is looked at."""
        return self._seed

    def show_run(self, view: RunView | None) -> None:
        """Another run is shown: none of its samples is looked at yet."""
        self.close()
        self._view, self._kept = view, Kept()

    def open(self, seed: int) -> None:
        """Look closer at a sample."""
        if self._view is None or self._view.run.data is None:
            return
        if seed != self._seed:
            pause = 0 if self._seed is None else PAUSE_MS  # only arrow keys go on to the next one at once
            self._drop()
            self._seed, self._film = seed, ()
            self.inspector.forget()
            self.inspector.scroller.verticalScrollBar().setValue(0)
            self.inspector.title.setText(say("Seed {seed}", seed=seed))
            self._later.start(pause)
        self.inspector.show()
        self.show_frame()

    def close(self) -> None:
        """Look at none; the generator's memory is given back."""
        self._later.stop()
        self._drop()
        self._seed, self._kept = None, Kept(originals=self._kept.originals)
        self.inspector.hide()

    def show_frame(self) -> None:
        """Another frame is shown, or the same at another moment."""
        if self._seed is None or self._view is None:
            return
        self.inspector.enlarged.show_picture(self._picture(self._seed))
        at = self._session.position
        place = kimg(self._view.run.nimg if at is None else at)
        when = say("As it is now, at {place} kimg.", place=place) if at is None else say("As it was at {place} kimg.", place=place)
        self.inspector.moment.say(f"{when} {say('Its latent is drawn from seed {seed}, here and in every export.', seed=self._seed)}")
        self._mark_moment()

    def move(self) -> None:
        """Another moment of the run is looked at."""
        if self._seed is not None:
            self._later.start(PAUSE_MS)

    def advance(self, events: list[Event]) -> None:
        """A checkpoint brings newer neighbours, and frames more of the past."""
        if self._seed is None or self._view is None:
            return
        if self._session.position is None and any(isinstance(event, CheckpointSaved) for event in events) and not self._later.isActive():
            self.find_neighbours()
        frames = self._frames()
        grown = frames and self._film and frames[-1][0] - self._film[-1] > (frames[-1][0] - frames[0][0]) / FRAMES
        if grown or (frames and not self._film and not self._later.isActive()):
            self._find_moments()

    # --- what is looked up --------------------------------------------------------------------------------------------------

    def find_neighbours(self) -> None:
        """Draws the samples around this one."""
        if self._view is None or self._seed is None:
            return
        run = self._view.run
        asked = Asked(self._view.folder, self._seed, self._session.position, lambda segment, nimg: not run.segments or run.on_lineage(segment, nimg))
        kept = self._kept
        work = TorchWork(self._session.torch, lambda _: neighbours(kept, asked), self)
        self._begin("neighbours", work, self._tell_neighbours, say("Opening a checkpoint"))

    def find_nearest(self) -> None:
        """Looks for the training pictures that are most like this sample as it is shown."""
        if self._view is None or self._seed is None or (shown := self._picture(self._seed)).isNull():
            return
        source: Any = self._view.run.options.get("dataset", {})
        data = self._view.run.data
        assert data is not None
        kept, cache, at = self._kept, cache_folder(self._session.home), self._session.position
        at = float(self._view.run.nimg) if at is None else at
        picture = pixels_of(shown.toImage(), data.shape[0])
        work = TorchWork(self._session.torch, lambda progress: nearest(kept, dict(source), cache, picture, progress), self)
        self._begin("nearest", work, lambda found: self._tell_nearest(found, at), say("Opening the data"))

    def _look(self) -> None:
        if not self._film:
            self._find_moments()
        self.find_neighbours()
        self.find_nearest()

    def _find_moments(self) -> None:
        frames = self._frames()
        if self._view is None or self._seed is None or self._view.run.data is None:
            return
        if not frames:
            self.inspector.film.fail(say("No moment of its past is kept yet; the first one comes soon after training begins"), "muted")
            return
        some = [frames[k] for k in sorted({round(i * (len(frames) - 1) / (FRAMES - 1)) for i in range(FRAMES)})]
        self._film = tuple(nimg for nimg, _ in some)
        shape = self._view.run.data.shape
        self._begin("film", Film(some, self._seed, QSize(shape[2], shape[1]), self), self._tell_moments, "")

    def _frames(self) -> list[tuple[float, Path]]:
        run, folder = (self._view.run, Path(self._view.folder.path)) if self._view is not None else (Run(), Path())
        return sorted((float(f.nimg), folder / f.file) for f in run.current_frames)

    def _begin(self, name: str, work: Background, tell: Callable[[Any], None], what: str) -> None:
        """Begins it in the place of one that is under way."""
        section = {"neighbours": self.inspector.neighbours, "nearest": self.inspector.nearest, "film": self.inspector.film}[name]
        self._stop(name)
        self._works[name] = work
        if what:
            section.wait(0, 0, what)
            work.progressed.connect(lambda step: section.wait(*step))
        work.done.connect(tell)
        work.failed.connect(lambda error: self._fail(name, error))

    def _cancel(self, name: str) -> None:
        self._stop(name)
        section = self.inspector.neighbours if name == "neighbours" else self.inspector.nearest
        section.fail(say("Not looked up"), "muted")

    def _stop(self, name: str) -> None:
        if (work := self._works.pop(name, None)) is not None:
            work.cancel()
            work.deleteLater()

    def _drop(self) -> None:
        for name in list(self._works):
            self._stop(name)

    # --- what was found -----------------------------------------------------------------------------------------------------

    def _fail(self, name: str, error: StudioError) -> None:
        section = self.inspector.neighbours if name == "neighbours" else self.inspector.nearest
        harmless = isinstance(error, Cancelled | NoCheckpointError)
        section.fail(say("Not looked up") if isinstance(error, Cancelled) else str(error), "muted" if harmless else "danger")

    def _tell_neighbours(self, found: Neighbours) -> None:
        seed = self._seed
        assert seed is not None
        rows = [
            ([Small(to_image(p), tip=say("{words}, sample {k}", words=words, k=k)) for k, p in enumerate(pictures, 1)], None)
            for words, pictures in (
                (say("A latent {degrees:.0f}° away from that of seed {seed}", degrees=NEAR, seed=seed), found.near),
                (say("A latent {degrees:.0f}° away from that of seed {seed}", degrees=FAR, seed=seed), found.far),
                (say("On the way from seed {seed} to seed {next}", seed=seed, next=seed + 1), found.towards),
            )
        ]
        names = (
            say("Close by, {degrees:.0f}° away", degrees=NEAR),
            say("Farther, {degrees:.0f}° away", degrees=FAR),
            say("On the way to seed {next}, the last one", next=seed + 1),
        )
        for label, words in zip(self.inspector.neighbours.names, names, strict=True):
            label.setText(words)
        number, place = found.checkpoint, kimg(found.nimg)
        if found.class_name:
            told = say("Drawn by checkpoint {number}, at {place} kimg, of class {name}.", number=number, place=place, name=found.class_name)
        else:
            told = say("Drawn by checkpoint {number}, at {place} kimg.", number=number, place=place)
        self.inspector.neighbours.tell(*rows, words=told)

    def _tell_nearest(self, found: Any, at: float) -> None:
        row = [Small(to_image(p), tip=say(FOUND[k], distance=float(found.distances[k]))) for k, p in enumerate(found.pictures)]
        judged, role = judgement(found.ratio)
        if found.of > found.looked:
            among = say("Among {looked:,} of {total:,} training pictures, by their pixels at 16 a side", looked=found.looked, total=found.of)
        else:
            among = say("Among {looked:,} training pictures, by their pixels at 16 a side", looked=found.looked)
        words = judged + say("{among}; the sample as it was at {place} kimg.", among=among, place=kimg(at))
        self.inspector.nearest.tell((row, None), words=words, role=role)

    def _tell_moments(self, found: Moments) -> None:
        row = [
            Small(picture, kimg(nimg), say("At {place} kimg; goes there", place=kimg(nimg))) for nimg, picture in zip(found.nimg, found.pictures, strict=True)
        ]
        self._film = found.nimg
        self.inspector.film.tell(
            (row, None), words=say("Below each: thousands of real images seen by then." if row else "Its past is no longer in the run's folder.")
        )
        self._mark_moment()

    def _mark_moment(self) -> None:
        at, row = self._session.position, self.inspector.film.rows[0]
        near = min(range(len(self._film)), key=lambda k: abs(self._film[k] - at), default=None) if at is not None else None
        row.mark(near if near is not None and near < len(row.pictures()) else None)

    def _jump(self, index: int) -> None:
        if index < len(self._film):
            self._session.set_position(self._film[index])


def judgement(ratio: float | None) -> tuple[str, str]:
    """What a distance means in words, and their role."""
    if ratio is None:
        return "", "muted"
    if ratio < COPIED:
        words, role = mark("It may be a copy: the nearest lies at {ratio:.2f} times the distance that is usual for a new picture."), "warning"
    elif ratio < CLOSE:
        words, role = mark("Nearer than usual: {ratio:.2f} times the distance that is usual for a new picture."), "muted"
    else:
        words, role = mark("No sign of a copy: the nearest lies at {ratio:.2f} times the distance that is usual for a new picture."), "muted"
    return say(words, ratio=float(ratio)) + " ", role


def pixels_of(picture: QImage, channels: int) -> NDArray[np.uint8]:
    """uint8 [H, W, C] of a picture with 1, 3 or 4 channels."""
    form = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}[channels]
    plain = picture.convertToFormat(form)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * channels].reshape(plain.height(), plain.width(), channels).copy()
