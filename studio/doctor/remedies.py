"""Remedies as documents: commands for a running trainer, or settings for a new run, built from the options in force. Pure; no torch, carries nothing out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from studio.messages import Json, Remedy
from studio.words import say

Changes = dict[str, Json]  # dotted path → value, in the order in which they are to be set

GAMMA = {"points": 0.1, "image": 1.0}  # of R1 and R2, where the run had none: what our own templates hold
STRONGER = 4.0
EVEN = 4.0  # a ratio of the players' rates up to which they count as balanced
CLIP = 1.0
STEADY_P = 0.3  # of ADA where p cannot follow D
FULL_P = 0.6
SAFE_P = 0.3  # leaks nothing
SAFE_P_MAX = 0.5
USUAL_LR = 2e-4
USUAL_Z = 64


@dataclass(frozen=True)
class Ward:
    """The run to be mended: the options in force, and the checkpoints that it may go back to."""

    options: Mapping[str, Json]
    medium: str = "image"
    healthy: int | None = None  # the newest checkpoint from before the failure
    beginning: int | None = None  # the one at nimg 0

    def at(self, path: str, default: Json = None) -> Json:
        """The option at a dotted path; `default` where the run has none such."""
        return value_at(self.options, path, default)

    @property
    def loss(self) -> str:
        """The kind of the objective."""
        return str(self.at("objective.kind", ""))


def value_at(options: Mapping[str, Json], path: str, default: Json = None) -> Json:
    """What lies at a dotted path of nested options; `default` where nothing does."""
    here: Json = options
    for name in path.split("."):
        if not isinstance(here, Mapping) or name not in here:
            return default
        here = here[name]
    return here


# --- remedies -----------------------------------------------------------------------------------------------------------


def mend(title: str, text: str, ward: Ward, *changes: Changes, back: bool = False, again: bool = False, fresh: bool = False) -> Remedy | None:
    """For the running trainer: going back to the newest healthy checkpoint, or `again` to the beginning, then the changes, then a fresh D.

    None where nothing of it is possible or would differ from what is in force.
    """
    settings = {path: value for change in changes for path, value in change.items()}
    target = ward.beginning if again else ward.healthy if back else None
    if (back or again) and target is None:
        return None
    commands: list[dict[str, Json]] = []
    if target is not None:
        commands.append({"kind": "rollback", "checkpoint": target, "options": "keep"})
    commands += [{"kind": "set_option", "path": path, "value": value} for path, value in settings.items()]
    commands += [{"kind": "fresh_discriminator"}] * fresh
    return Remedy(title=title, text=text, commands=tuple(commands)) if commands and not (again and not settings) else None


def restart(title: str, text: str, changes: Changes, checkpoint: int | None = None) -> Remedy | None:
    """A new run with these settings changed, from a checkpoint or from the start; None where none would differ."""
    return Remedy(title=title, text=text, restart=changes, checkpoint=checkpoint) if changes else None


def pause() -> Remedy:
    """Holds training, to look around."""
    text = say("Holds training, so that nothing more is lost while you look around. Resume goes on.")
    return Remedy(title=say("Pause"), text=text, commands=({"kind": "pause"},))


def these(*remedies: Remedy | None) -> tuple[Remedy, ...]:
    """Those that are possible, the best first."""
    return tuple(remedy for remedy in remedies if remedy is not None)


# --- changes: each empty where it would change nothing --------------------------------------------------------------------


def rpgan(ward: Ward) -> Changes:
    """The relativistic pairing loss with R1 and R2, which converges locally: arXiv 2501.05441. Where it is in force already, a stronger penalty."""
    if ward.loss == "relativistic" and ward.at("objective.penalty") == "r1_r2":
        return r1(ward)
    objective: dict[str, Json] = {"kind": "relativistic", "penalty": "r1_r2", "gamma": _gamma(ward)}
    for name in ("instance_noise", "penalty_every"):
        if (kept := ward.at(f"objective.{name}")) is not None:
            objective[name] = kept
    return {**_unsteered(ward), "objective": objective}


def rpgan_words(ward: Ward) -> str:
    """What a button calls it: what goes into `Use {loss}`."""
    return say("a stronger penalty") if ward.loss == "relativistic" and ward.at("objective.penalty") == "r1_r2" else "RpGAN + R1 + R2"


def non_saturating(ward: Ward) -> Changes:
    """The loss whose pull on G grows, where the present one's fades."""
    return {"objective": "non_saturating"} if ward.loss == "minimax" else {}


def r1(ward: Ward, factor: float = STRONGER) -> Changes:
    """R1 where there is no penalty, or the one in force so many times as strong. WGAN-GP holds D by other means."""
    penalty = ward.at("objective.penalty")
    if penalty == "wgan_gp":
        return {}
    if penalty == "none":
        return {"objective.penalty": "r1", "objective.gamma": _gamma(ward)} if factor > 1 else {}
    if _largest(ward.at("objective.gamma")) == 0:
        return {"objective.gamma": _gamma(ward)} if factor > 1 else {}
    return {"objective.gamma": scaled(ward.at("objective.gamma"), factor)}


def balance(ward: Ward) -> Changes:
    """One step each, and rates of the same size: neither player outruns the other.

    Their product stays, unless that would leave both far from Adam's usual rates, as with a player that hardly learns: then the other's rate is for both.
    """
    ratio = float(ward.at("optimizer.lr_ratio", 1.0))
    out: Changes = {"game.d_steps": 1} if int(ward.at("game.d_steps", 1)) > 1 else {}
    if 1 / EVEN <= ratio <= EVEN:
        return out
    own = ward.at("optimizer.lr")
    rates = [scaled(own, ratio**0.5), own, scaled(own, ratio), USUAL_LR]
    even = next(rate for rate in rates if _is_usual(rate)) if ward.at("optimizer.kind") in ("adam", "adamw") else rates[0]
    return {**out, **({} if even is own else {"optimizer.lr": even}), "optimizer.lr_ratio": 1.0}


def slower_d(ward: Ward) -> Changes:
    """A quarter of D's rate, and one step for each of G's."""
    steps: Changes = {"game.d_steps": 1} if int(ward.at("game.d_steps", 1)) > 1 else {}
    return {**steps, "optimizer.lr_ratio": max(float(ward.at("optimizer.lr_ratio", 1.0)) / 4, 1e-3)}


def faster_d(ward: Ward) -> Changes:
    """Four times D's rate; where that was tiny, at least G's."""
    return {"optimizer.lr_ratio": min(max(4 * float(ward.at("optimizer.lr_ratio", 1.0)), 1.0), 1e4)}


def more_d_steps(ward: Ward) -> Changes:
    """Twice as many steps of D for each of G's."""
    return {"game.d_steps": min(2 * int(ward.at("game.d_steps", 1)), 100)}


def slower(ward: Ward, factor: float = 4.0) -> Changes:
    """Both rates divided."""
    return {"optimizer.lr": scaled(ward.at("optimizer.lr"), 1 / factor)}


def usual_rate(ward: Ward) -> Changes:
    """Adam's usual rate, where the one in force is far from it; both players alike."""
    out: Changes = {}
    if ward.at("optimizer.kind") in ("adam", "adamw") and not _is_usual(ward.at("optimizer.lr")):
        out["optimizer.lr"] = USUAL_LR
    if not 1 / EVEN <= float(ward.at("optimizer.lr_ratio", 1.0)) <= EVEN:
        out["optimizer.lr_ratio"] = 1.0
    return out


def no_momentum(ward: Ward) -> Changes:
    """Momentum makes two players circle each other."""
    return {path: 0.0 for path in ("optimizer.beta1", "optimizer.momentum") if float(ward.at(path, 0.0)) > 0}


def clipped(ward: Ward) -> Changes:
    """Gradients cut to norm 1."""
    return {"optimizer.clip": CLIP} if not 0 < float(ward.at("optimizer.clip", 0.0)) <= CLIP else {}


def averaged(ward: Ward) -> Changes:
    """A longer average of G makes the samples."""
    now = _largest(ward.at("ema.half_life_kimg", 0.0))
    return {"ema.half_life_kimg": 10.0} if now == 0 else {"ema.half_life_kimg": scaled(ward.at("ema.half_life_kimg"), 4.0)}


def augmented(ward: Ward) -> Changes:
    """ADA, following D where its sign means something; where there is an augmentation, more of it. Pictures only."""
    if ward.medium != "image":
        return {}
    kind = ward.at("augment.kind", "none")
    if kind == "none":
        adaptive = {"kind": "ada", "adaptive": True, "p": 0.0, "speed_kimg": _speed(ward)}
        return {**_exact(ward), "augment": adaptive if ward.loss in SIGNED else {"kind": "ada", "p": STEADY_P}}
    if kind == "ada" and ward.at("augment.adaptive"):
        return {"augment.speed_kimg": speed} if (speed := _speed(ward)) < float(ward.at("augment.speed_kimg")) else {}
    most = FULL_P if kind == "ada" else 1.0
    return {**_exact(ward), "augment.p": most} if _largest(ward.at("augment.p", 1.0)) < most else {}


def less_augmented(ward: Ward) -> Changes:
    """ADA's probability capped where changes cannot leak."""
    if ward.at("augment.kind") != "ada":
        return {}
    if ward.at("augment.adaptive"):
        return {"augment.p_max": SAFE_P_MAX} if float(ward.at("augment.p_max", 1.0)) > SAFE_P_MAX else {}
    return {"augment.p": SAFE_P} if _largest(ward.at("augment.p")) > SAFE_P else {}


def no_tints(ward: Ward) -> Changes:
    """D sees true colours."""
    return {"augment.colour": 0.0 if ward.at("augment.kind") == "ada" else False} if ward.at("augment.colour") else {}


def longer(ward: Ward) -> Changes:
    """Twice the planned length."""
    return {"training.kimg": min(2 * float(ward.at("training.kimg", 400.0)), 1e9)}


def wider_d(ward: Ward) -> Changes:
    """For a new run: a discriminator that can tell more apart."""
    name, most = ("d_width", 8192) if ward.at("network.kind") == "mlp" else ("width", 2048)
    width = int(ward.at(f"network.{name}", 0))
    return {f"network.{name}": min(max(2 * width, 64 if name == "d_width" else 16), most)} if 0 < width < most else {}


def larger_z(ward: Ward) -> Changes:
    """For a new run: more numbers to make a sample of; two are enough for points."""
    enough = 2 if ward.medium == "points" else 16
    return {"network.z_dim": max(USUAL_Z, enough) if ward.medium != "points" else enough} if int(ward.at("network.z_dim", enough)) < enough else {}


def scaled(schedule: Json, factor: float) -> Json:
    """A number or a schedule, as options hold it, times a factor; at six digits, so that it can be read."""
    if isinstance(schedule, Mapping):
        return {**schedule, "start": _round(factor * float(schedule["start"])), "end": _round(factor * float(schedule["end"]))}
    return _round(factor * float(schedule))


# --- what these rest on ---------------------------------------------------------------------------------------------------

SIGNED = frozenset({"minimax", "non_saturating", "hinge"})  # losses whose D says real above 0, as `Objective.signed` has it


def _gamma(ward: Ward) -> Json:
    """The weight of R1 in force, where one is; else what our templates have."""
    now = ward.at("objective.gamma")
    held = ward.at("objective.penalty") in ("r1", "r2", "r1_r2") and now is not None and _largest(now) > 0
    return now if held else GAMMA.get(ward.medium, GAMMA["image"])


def _unsteered(ward: Ward) -> Changes:
    """An ADA that follows D's sign must stop before a loss comes whose D has none."""
    return {"augment.adaptive": False, "augment.p": STEADY_P} if ward.at("augment.adaptive") else {}


def _exact(ward: Ward) -> Changes:
    """A penalty by differences cannot look behind an augmentation."""
    return {"objective.penalty_by": "gradient"} if ward.at("objective.penalty_by") == "difference" else {}


def _is_usual(rate: Json) -> bool:
    """Whether Adam commonly learns with it."""
    return USUAL_LR / 4 <= _largest(rate) <= 10 * USUAL_LR


def _speed(ward: Ward) -> float:
    """ADA's kimg from p 0 to 1: an eighth of the plan, so that a short run sees it work."""
    return _round(min(max(float(ward.at("training.kimg", 400.0)) / 8, 5.0), 500.0))


def _largest(schedule: Json) -> float:
    ends: Iterable[Any] = (schedule["start"], schedule["end"]) if isinstance(schedule, Mapping) else (schedule,)
    return max(float(end) for end in ends)


def _round(value: float) -> float:
    return float(f"{value:.6g}")
