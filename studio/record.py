"""What a run tells of itself while it is trained: into its journal, stamped with where training is, and folded at once. Decides nothing."""

import os
import platform
from typing import Any

import torch

from studio import __version__
from studio.machine import device_words
from studio.messages import Applied, Command, Evaluated, Event, FrameKept, Refused, SegmentStarted, Tick
from studio.preparing import SegmentWhy
from studio.runs.checkpoints import Checkpoint
from studio.runs.fold import Run, fold
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.summary import read_losses, write_summary


class Record:
    """The journal of one run being written, and the run that it comes to.

    nimg, segment: where training is now; the worker moves them on. run: the fold of all events so far.
    """

    def __init__(self, folder: RunFolder, journal: JournalWriter, run: Run) -> None:
        self._folder, self._journal = folder, journal
        self.run, self.segment, self.nimg = run, 0, run.nimg
        self._losses = read_losses(folder)

    def say(self, event: Event) -> None:
        """Into the journal, stamped with the present nimg and segment."""
        stamp: dict[str, Any] = {} if isinstance(event, Evaluated) else {"nimg": self.nimg}  # which is of what was measured
        if isinstance(event, FrameKept):
            stamp["segment"] = self.segment
        self.write(event.model_copy(update=stamp))

    def write(self, event: Event) -> None:
        """Into the journal as it is."""
        self._journal.write(event)
        self.run = fold(self.run, event)
        if isinstance(event, Tick) and "loss/G" in event.scalars:
            self._losses.add(event.nimg, event.scalars["loss/G"][0])
        elif isinstance(event, SegmentStarted):
            self._losses.cut(event.nimg)

    def sync(self) -> None:
        """All that was said is on the disk afterwards."""
        self._journal.sync()

    def summarize(self) -> None:
        """What a list of runs shows of this one."""
        write_summary(self._folder, self.run, self._losses)

    def close_with(self, event: Event) -> None:
        """The last event of a start."""
        self.say(event)
        self.sync()
        self.summarize()

    def applied(self, command: Command, text: str = "", *, options: dict[str, Any] | None = None) -> Applied:
        """Answers a command that was carried out; the answer."""
        answer = Applied(id=command.id, command=command.model_dump(), text=text, options=options)
        self.say(answer)
        self.sync()
        return answer

    def refused(self, command: Command, reason: str) -> None:
        """Answers a command that was not."""
        self.say(Refused(id=command.id, command=command.model_dump(), reason=reason))

    def begin_segment(self, why: SegmentWhy, start: Checkpoint | None, *, options: dict[str, Any], device: torch.device, processes: int) -> None:
        """From here on it is the next segment: begun from which checkpoint, and on what machine."""
        self.segment = 1 + max((s.segment for s in self.run.segments), default=-1)
        self.say(
            SegmentStarted(
                segment=self.segment,
                parent=start.segment if start and why != "branch" else None,
                why=why,
                checkpoint=start.id if start else None,
                options=options,
                device=device_words(device),
                threads=torch.get_num_threads(),
                processes=processes,
                host=platform.node(),
                pid=os.getpid(),
                studio=__version__,
                torch=torch.__version__,
            )
        )
        self.sync()
