"""What a doctor says of a run, made up, and how it reaches the panel."""

import json
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from studio.messages import AlarmRaised, Evidence, Probed, Remedy
from studio.ui.panels.doctor import DoctorPanel
from studio.ui.widgets.remedy_button import MendDialog
from tests.ui.panels.made_runs import MadeRun

LOSS = {"kind": "set_option", "path": "objective", "value": {"kind": "relativistic", "penalty": "r1_r2", "gamma": 0.05}}
BACK = {"kind": "rollback", "checkpoint": 1, "options": "keep"}
ROLL = Remedy(title="Roll back and use RpGAN + R1 + R2", text="Goes back to a healthy moment.", commands=(BACK, LOSS))
FRESH = Remedy(title="A fresh discriminator", text="D begins anew.", commands=({"kind": "fresh_discriminator"},))
LARGER = Remedy(title="New run with a larger latent", text="More to draw from.", restart={"network.z_dim": 64}, checkpoint=1)
SHARES = Evidence(kind="histogram", title="Shares", series={"reals": (0.5, 0.5), "samples": (1.0, 0.0)}, labels=("0", "1"))
PICTURE = Evidence(kind="pictures", title="What has vanished", text="Nothing comes near to these.", file="doctor/gone.png", labels=("vanished", "nearest"))


def alarm(kind: str = "mode_drop", severity: str = "high", **more: Any) -> AlarmRaised:
    said = {"title": f"Title of {kind}", "text": f"Words of {kind}.", "why": f"Figures of {kind}.", "remedies": (ROLL,), **more}
    return AlarmRaised.model_validate({"segment": 0, "nimg": 92000, "alarm": kind, "severity": severity, "onset": 84000, **said})


def probe(health: str = "", *, armed: bool = True, nimg: int = 96000, segment: int = 0, **signals: float) -> Probed:
    return Probed(nimg=nimg, segment=segment, check=7, signals=signals, health=health, armed=armed, seconds=0.02, share=0.008, every=40)


def news(panel: DoctorPanel, made: MadeRun, *events: Any) -> None:
    """Written as a worker writes, and taken as a poll takes them."""
    made.write(*events)
    panel.session.advanced.connect(panel.advance, Qt.ConnectionType.UniqueConnection)
    panel.session.took(panel.session.view.poll())
    QApplication.processEvents()


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()).replace("\xa0", " ")


def asked(made: MadeRun) -> list[dict[str, Any]]:
    """The commands that lie in the run's folder."""
    return [json.loads(file.read_text()) for file in sorted(made.folder.commands.glob("*.json"))]


def dialog() -> MendDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MendDialog) and w.isVisible())
