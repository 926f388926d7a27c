"""Runs by their signals alone: what a healthy one shows, what failures look like, and what a course makes of a sequence of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import strategies as st

from studio.doctor.course import Cleared, Course, Raised

STEP = 1000  # images from one check to the next

OPTIONS: dict[str, Any] = {
    "network": {"kind": "mlp", "z_dim": 64, "d_width": 256},
    "objective": {"kind": "non_saturating", "penalty": "r1", "gamma": {"start": 0.1, "end": 0.1, "shape": "constant", "kimg": None}},
    "optimizer": {"kind": "adam", "lr": {"start": 1e-3, "end": 1e-4, "shape": "cosine", "kimg": None}, "lr_ratio": 1.0, "beta1": 0.0, "clip": 0.0},
    "augment": {"kind": "none"},
    "game": {"kind": "generation", "d_steps": 1},
    "ema": {"half_life_kimg": {"start": 10.0, "end": 10.0, "shape": "constant", "kimg": None}},
    "dataset": {"kind": "digits", "labelled": True},
    "training": {"kimg": 400.0, "batch": 64},
}

HEALTHY: dict[str, float] = {
    "precision": 0.82,
    "recall": 0.71,
    "coverage": 0.85,
    "pdr": 0.97,
    "rke": 0.93,
    "nnr": 0.94,
    "chi2": 1.6,
    "empty": 0.0,
    "worst_z": -2.1,
    "hop": 0.19,
    "hop_floor": 0.2,
    "auc": 0.72,
    "auc_tv": 0.53,
    "r_v": 0.06,
    "gap": 0.6,
    "grad_real": 0.31,
    "grad_fake": 0.28,
    "grad_G": 0.5,
    "memo": 1.15,
    "saturation": 0.02,
    "checker": 1.1,
    "chroma": -0.1,
    "tint": 0.1,
    "label_use": 0.9,
    "label_told": 0.8,
    "label_hit": 0.95,
    "latent_use": 0.97,
    "finite": 1.0,
}
UNTRAINED = {  # noise: no quality, no variety to speak of, and a D that just began
    **HEALTHY,
    "precision": 0.0,
    "recall": 0.9,
    "coverage": 0.0,
    "pdr": 0.2,
    "rke": 0.05,
    "nnr": 0.2,
    "chi2": 60.0,
    "empty": 20.0,
    "hop": 0.7,
    "auc": 0.5,
    "gap": 0.01,
    "grad_real": 0.02,
    "grad_fake": 0.02,
    "memo": 4.0,
    "chroma": -5.0,
    "tint": 3.0,
    "checker": 9.0,
    "label_use": 0.01,
    "label_hit": 0.02,
    "latent_use": 0.05,
}

DROPPED = {**HEALTHY, "empty": 4.0, "chi2": 11.0, "recall": 0.4}
BETWEEN = {**HEALTHY, "chi2": 6.5}  # neither bad nor good
COLLAPSED = {**HEALTHY, "pdr": 0.1, "rke": 0.02, "nnr": 0.05, "empty": 25.0, "chi2": 80.0}
CHECKS = st.lists(st.sampled_from([HEALTHY, UNTRAINED, DROPPED, BETWEEN, COLLAPSED, {**HEALTHY, "auc": 0.995, "gap": 14.0}, {"finite": 0.5}]), max_size=40)


def options(**sections: Mapping[str, Any]) -> dict[str, Any]:
    """OPTIONS with some of a section's options changed; another kind replaces the section."""
    return {name: {**(OPTIONS[name] if "kind" not in sections.get(name, {}) else {}), **sections.get(name, {})} for name in OPTIONS}


def course(**sections: Mapping[str, Any]) -> Course:
    return Course(options(**sections), "image")


def walk(course: Course, checks: Iterable[Mapping[str, float]], start: int = 0) -> list[list[Raised | Cleared]]:
    """What each check changes; the first one is at `start` + STEP."""
    return [course.look(start + STEP * (n + 1), signals) for n, signals in enumerate(checks)]


def told(found: Iterable[Iterable[Raised | Cleared]]) -> list[tuple[int, str, str]]:
    """(number of the check from 1, raised or cleared, alarm) of all that changed."""
    return [(n, "raised" if isinstance(one, Raised) else "cleared", one.alarm) for n, changes in enumerate(found, start=1) for one in changes]


def healthy(checks: int, course: Course | None = None) -> Course:
    """A course with so many healthy checks behind it; the last is at STEP · checks."""
    course = course or Course(OPTIONS, "image")
    walk(course, [HEALTHY] * checks)
    return course
