"""A run in trouble, for its pictures: a copy of the trained digits whose journal goes on with checks and alarms, as a doctor would have written them."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sklearn.datasets import load_digits

from studio.messages import AlarmCleared, AlarmRaised, Applied, Event, Evidence, Probed, Remedy, SegmentStarted, Tick
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.lock import RunLock
from studio.runs.view import RunView
from tests.screenshots.camera import Script, until
from tests.screenshots.runs import run_path
from tests.screenshots.stage import Stage

SIGNALS = {
    "precision": 0.81,
    "recall": 0.74,
    "coverage": 0.88,
    "rke": 0.93,
    "pdr": 0.98,
    "nnr": 0.91,
    "chi2": 1.3,
    "empty": 0.0,
    "worst_z": -1.6,
    "hop": 0.19,
    "hop_floor": 0.2,
    "auc": 0.72,
    "auc_tv": 0.52,
    "r_v": 0.11,
    "gap": 0.6,
    "grad_real": 0.31,
    "grad_fake": 0.28,
    "grad_G": 0.044,
    "memo": 1.24,
    "saturation": 0.11,
}


class SickRun:
    """The folder, its lock and its journal, and what a doctor says at each of its checks."""

    def __init__(self, source: Path, path: Path) -> None:
        shutil.copytree(source, path)
        self.folder = RunFolder.open(path)
        self._lock = RunLock.acquire(self.folder.lock)
        self._journal = JournalWriter(self.folder.journal)
        view = RunView(self.folder)
        before = view.run
        self.nimg, self._seconds = before.nimg, before.seconds
        known = {name: view.columns.value(name) or 0.0 for name in ("loss/G", "loss/D", "d/real", "d/fake")}
        self._scalars = {name: (value, value, value) for name, value in known.items()}
        self.segment = before.segments[-1].segment + 1
        self.checkpoint = before.current_checkpoints[-1].id
        self._check = 0
        self._say(SegmentStarted(nimg=self.nimg, segment=self.segment, parent=self.segment - 1, why="resume", options=dict(before.options), device="cpu"))
        self._write_pictures()

    def close(self) -> None:
        """Nobody trains it any more."""
        self._journal.close()
        self._lock.release()

    def check(self, health: str, *, armed: bool = True, **signals: float) -> None:
        """Some training, and a check."""
        self.nimg, self._seconds = self.nimg + 1600, self._seconds + 0.4
        measured = {**SIGNALS, **signals}
        at = {"nimg": self.nimg, "segment": self.segment}
        self._say(Probed(**at, check=self._check, signals=measured, health=health, armed=armed, seconds=0.025, share=0.008, every=40))
        self._say(Tick(**at, seconds=self._seconds, rate=4000.0, scalars=self._scalars))
        self._check += 1

    def raise_alarm(self, alarm: str, title: str, severity: str, text: str, why: str, evidence: Sequence[Evidence], remedies: Sequence[Remedy]) -> None:
        """Named at the third check in a row."""
        self._say(
            AlarmRaised.model_validate(
                {
                    "nimg": self.nimg,
                    "segment": self.segment,
                    "alarm": alarm,
                    "title": title,
                    "severity": severity,
                    "onset": self.nimg - 4800,
                    "text": text,
                    "why": why,
                    "evidence": tuple(evidence),
                    "remedies": tuple(remedies),
                }
            )
        )

    def clear(self, alarm: str, why: str) -> None:
        """It is over."""
        self._say(AlarmCleared(nimg=self.nimg, segment=self.segment, alarm=alarm, why=why))

    def mended(self, alarm: str, title: str) -> None:
        """A remedy was carried out."""
        self._say(Applied(nimg=self.nimg, id="mended", command={"kind": "mend", "alarm": alarm, "title": title, "commands": [], "sender": "window"}))

    def drop_modes(self) -> None:
        """The alarm that has most to look at."""
        text = (
            "The generator no longer makes some kinds of pictures that are in your data. What it still makes looks right, so a glance at the samples misses it."
        )
        why = "5 of 32 parts of the data have no sample (usual: 0); unevenness χ² 11.2 (usual: below 5), at precision 0.84."
        gone = Evidence(
            kind="pairs",
            title="What has vanished",
            text="Left: pictures of your data of which the samples have lost the kind. Right of each: the sample that comes nearest to it.",
            file="doctor/vanished.png",
            labels=("vanished", "nearest sample") * 3,
        )
        shares = Evidence(
            kind="histogram",
            title="Share of each digit",
            series={"reals": (0.1,) * 10, "samples": (0.19, 0.16, 0.02, 0.17, 0.14, 0.0, 0.16, 0.15, 0.0, 0.01)},
            labels=tuple("0123456789"),
        )
        self.raise_alarm("mode_drop", "Mode dropping", "high", text, why, (gone, shares), self.remedies())

    def dominate(self) -> None:
        """A second alarm."""
        text = "The discriminator tells every sample from the data at once, so the generator hardly learns from it any more."
        apart = Evidence(
            kind="histogram",
            title="D's outputs on reals and on fakes",
            text="They do not touch any more.",
            series={"reals": _bell(31), "fakes": _bell(9)},
            edges=tuple(float(x) for x in np.linspace(-20, 20, 41)),
        )
        why = "AUC 0.998 (usual: below 0.95), D's lead 13.4 (usual: below 10)."
        self.raise_alarm("d_dominates", "The discriminator dominates", "high", text, why, (apart,), self.remedies()[1:])

    def hop(self) -> None:
        """A third one, of less weight."""
        rng = np.random.default_rng(0)
        names = [*(f"{n} before" for n in range(5, 0, -1)), "this check"]
        rows = {name: tuple(float(v) for v in rng.dirichlet(np.full(32, 0.25))) for name in names} | {"reals": tuple(1 / 32 for _ in range(32))}
        moved = Evidence(kind="histogram", title="Where the samples were, check by check", series=rows)
        text = "From check to check the generator moves from some parts of the data to others instead of making all of them."
        self.raise_alarm("hopping", "Mode hopping", "medium", text, "Moved 0.61 of the samples (chance: 0.20).", (moved,), self.remedies()[1:2])

    def remedies(self) -> tuple[Remedy, ...]:
        """Two for the running trainer, one that needs a new run."""
        objective = {"kind": "set_option", "path": "objective", "value": {"kind": "relativistic", "penalty": "r1_r2", "gamma": 1.0}}
        slower = {"kind": "set_option", "path": "optimizer.lr_ratio", "value": 0.25}
        back = {"kind": "rollback", "checkpoint": self.checkpoint, "options": "keep"}
        text = "Goes back to the newest checkpoint that was healthy and trains on with a loss and a penalty that hold all of the data's variety."
        return (
            Remedy(title="Roll back and use RpGAN + R1 + R2", text=text, commands=(back, objective, slower)),
            Remedy(title="Slow D down", text="D learns at a quarter of its rate, so G can catch up.", commands=(slower,)),
            Remedy(title="New run with a larger latent", text="More numbers to draw from leave room for more variety.", restart={"network.z_dim": 128}),
        )

    def _say(self, event: Event) -> None:
        self._journal.write(event)

    def _write_pictures(self) -> None:
        """Pairs of digits, three in a row, as PNG."""
        digits = load_digits()
        lost, near = (digits.images[np.isin(digits.target, kinds)][:12].reshape(4, 3, 8, 8) for kinds in ((2, 5, 8, 9), (0, 1, 3, 6)))
        apart = np.pad(np.concatenate([lost, near], 3), ((0, 0), (0, 0), (0, 1), (0, 1)), constant_values=8)
        rows = apart.transpose(0, 2, 1, 3).reshape(4 * 9, 3 * 17)[:-1, :-1]
        path = self.folder.path / "doctor" / "vanished.png"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray((rows * 255 / 16).astype(np.uint8)).save(path)


def _bell(middle: int) -> tuple[float, ...]:
    heights = np.exp(-(((np.arange(40) - middle) / 3.0) ** 2))
    return tuple(float(v) for v in heights / heights.sum())


def doctor(on: Stage) -> Script:
    """The doctor's panel over a run that falls ill, gets well, and falls ill again."""
    on.session.home = on.home
    yield from on.stop()
    sick = SickRun(run_path(on.home, "digits"), on.home / "runs" / "0008-digits in trouble")
    on.session.open_run(sick.folder.path)
    yield until("the run", lambda: on.session.view is not None and on.session.view.folder.name == sick.folder.name)
    panel = on.panel("Doctor")
    yield from on.take("a0-doctor-waiting", "Before the doctor's first check.")
    sick.check("Warming up: the samples do not look like the data yet (precision 0.31); this is judged from 64 kimg on", armed=False, precision=0.31)
    yield from on.take("a1-doctor-warming", "The samples do not look like data yet.")
    for _ in range(3):
        sick.check("Healthy: variety 0.93 of the data's, discriminator ahead by a little")
    yield from on.take("a2-doctor-healthy", "A healthy run.")
    panel.figures.open()
    yield from on.take("a3-doctor-figures", "The figures of the last check.")
    panel.figures.open(False)
    yield from _falls_ill(on, sick)
    yield from _falls_ill_thrice(on, sick)
    yield from _gets_well(on, sick)
    sick.close()
    on.window.reset_layout()


def _falls_ill(on: Stage, sick: SickRun) -> Script:
    """One alarm, what shows it and what mends it."""
    panel = on.panel("Doctor")
    for _ in range(3):
        sick.check("Mode dropping since 46.4 kimg: 5 parts of the data get no samples", empty=5, chi2=11.2, recall=0.4)
    sick.drop_modes()
    yield until("the card", lambda: "mode_drop" in panel.cards)
    yield from on.take("a4-doctor-alarm", "An alarm has just been raised.")
    on.window.notices.clear("info", "ok", "warning", "error")
    on.window.resize(on.window.minimumSize())
    yield from on.take("a5-doctor-least", "An alarm in the least window.")
    on.window.resize(1280, 800)
    on.window.reset_layout()
    _give_room(on)
    yield from on.take("a6-doctor-evidence", "One alarm, with what shows it, in a larger dock.")
    panel.scroller.verticalScrollBar().setValue(panel.scroller.verticalScrollBar().maximum())
    yield from on.take("a6-doctor-remedies", "Further down: the remedies.")
    card = panel.cards["mode_drop"]
    large = card.evidence[0].enlarge()
    yield from on.take("a7-doctor-enlarged", "The pictures, enlarged.")
    large.close()
    panel.ask(card.alarm, card.alarm.remedies[0])
    yield from on.take("a8-doctor-mend", "What a remedy will do, before anything is done.")
    QApplication.activeModalWidget().reject()


def _falls_ill_thrice(on: Stage, sick: SickRun) -> Script:
    """Two more alarms beside the first."""
    panel = on.panel("Doctor")
    for _ in range(3):
        sick.check("Mode dropping since 46.4 kimg: 5 parts of the data get no samples; and 2 more", empty=5, chi2=11.2, auc=0.998, gap=13.4)
    sick.dominate()
    sick.hop()
    yield until("the cards", lambda: len(panel.cards) == 3)
    on.window.notices.clear("info", "ok", "warning", "error")
    panel.scroller.verticalScrollBar().setValue(0)
    for kind, shown in panel.cards.items():
        shown.open(kind == "d_dominates")
    yield from on.take("a9-doctor-several", "Several alarms; one is unfolded.")
    panel.cards["d_dominates"].open(False)
    panel.cards["hopping"].open()
    yield from on.take("b0-doctor-map", "Shares over time, as a map.")


def _gets_well(on: Stage, sick: SickRun) -> Script:
    """No alarm is left; the past ones, and the curves that tell of them."""
    panel = on.panel("Doctor")
    sick.mended("mode_drop", "Roll back and use RpGAN + R1 + R2")
    for kind in ("mode_drop", "d_dominates", "hopping"):
        sick.clear(kind, "five checks in a row were well again")
    sick.check("Healthy: variety 0.91 of the data's, discriminator ahead by a little")
    yield until("the end of the alarms", lambda: not panel.cards)
    panel.past.open()
    panel._past_shown()[-1].open()
    yield from on.take("b1-doctor-past", "All is well again; the past alarms, one of them unfolded.")
    on.window.notices.clear("info", "ok", "warning", "error")
    curves = on.panel("Curves")
    for key, toggle in curves.bar.groups.items():
        toggle.setChecked(key in ("doctor_variety", "doctor_judge"))
    yield from on.take("b2-doctor-curves", "The doctor's signals as curves.")
    curves.bar.menus["Doctor"].menu().popup(curves.mapToGlobal(curves.rect().topLeft()))
    yield from on.take("b3-doctor-curves-menu", "The groups of signals.")
    curves.bar.menus["Doctor"].menu().hide()
    for key, toggle in curves.bar.groups.items():
        toggle.setChecked(key in ("losses", "outputs"))


def _give_room(on: Stage) -> None:
    """Drags the right side wider, and the doctor taller."""
    docks = on.window.workspace.docks
    on.window.workspace.resizeDocks([docks["Doctor"]], [380], Qt.Orientation.Horizontal)
    on.window.workspace.resizeDocks([docks["Doctor"], docks["Checkpoints"]], [560, 120], Qt.Orientation.Vertical)
