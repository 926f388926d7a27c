"""Every detector: what it names, when it is silent, and what it tells a person."""

import math
import re
import string
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.doctor.detectors import Case, Detector
from studio.messages import AlarmRaised
from tests.doctor.courses import HEALTHY, OPTIONS, STEP, course, healthy, options, told, walk

KINDS = Detector.kinds()
ADA = {"augment": {"kind": "ada", "adaptive": True, "p": 0.0, "blit": 1.0, "geometry": 1.0, "colour": 1.0, "cutout": 0.0, "p_max": 0.8}}
MINIMAX = {"objective": {"kind": "minimax", "penalty": "none", "gamma": 1.0}}

# What a failure shows beside what is healthy, a value between the thresholds, and the options it needs. `not_learning` is in test_course.
SHOWN: dict[str, tuple[dict[str, float], dict[str, float], dict[str, Any]]] = {
    "numeric_blowup": ({"gap": 1e3, "grad_fake": 4e4}, {"gap": 60.0}, {}),
    "total_collapse": ({"pdr": 0.05, "rke": 0.01, "nnr": 0.02, "recall": 0.0, "chi2": 90.0, "empty": 28.0, "memo": 0.4}, {"pdr": 0.45}, {}),
    "mode_drop": ({"empty": 5.0, "chi2": 10.4, "recall": 0.4, "rke": 0.35, "worst_z": -6.0}, {"empty": 1.0}, {}),
    "low_variety": ({"nnr": 0.05, "pdr": 0.84, "rke": 0.7}, {"nnr": 0.3}, {}),
    "hopping": ({"hop": 0.9}, {"hop": 0.6}, {}),
    "d_dominates": ({"auc": 1.0, "gap": 40.0}, {"auc": 0.97, "gap": 5.0}, {}),
    "d_too_weak": ({"auc": 0.5, "precision": 0.3}, {"auc": 0.58, "precision": 0.55}, {}),
    "d_overfit": ({"auc_tv": 0.9, "r_v": 0.8, "auc": 0.999, "gap": 30.0}, {"auc_tv": 0.7}, {}),
    "memorised": ({"memo": 0.4}, {"memo": 0.8}, {}),
    "grad_vanish": ({"grad_G": 1e-3}, {"grad_G": 1e-2}, {}),
    "underfit": ({"precision": 0.4}, {"precision": 0.55}, {}),
    "aug_leak": ({"augment/p": 0.8, "precision": 0.4}, {"augment/p": 0.75, "precision": 0.65}, ADA),
    "checker": ({"checker": 4.0}, {"checker": 1.7}, {}),
    "colour": ({"chroma": -2.5}, {"chroma": -1.5}, {}),
    "label_ignored": ({"label_hit": 0.1, "label_use": 0.3}, {"label_hit": 0.45}, {}),
    "latent_ignored": ({"latent_use": 0.05, "nnr": 0.1, "rke": 0.2}, {"latent_use": 0.25}, {}),
}


def case(signals: dict[str, float] | None = None, **about: Any) -> Case:
    known = {"nimg": 9000, "options": OPTIONS, "usual": {"gap": 0.6, "grad_real": 0.31, "grad_fake": 0.28, "grad_G": 0.5}}
    return Case(**{**known, "signals": {**HEALTHY, **(signals or {})}, **about})


def test_where_neighbours_do_not_tell_the_classes_it_counts_how_much_a_class_changes():
    detector = KINDS["label_ignored"]()

    def judged(told: float, use: float) -> tuple[bool, bool]:
        signals = {name: value for name, value in HEALTHY.items() if name != "label_hit"}
        one = replace(case(), signals={**signals, "label_told": told, "label_use": use})
        assert f"{use:.2f}" in detector.brief(one)
        assert ("any class" in detector.why(one)) == (told < 0.06)
        assert f"above {0.75 if told < 0.06 else 0.5})" in detector.why(one), "what is said to be usual is no alarm"
        return detector.bad(one), detector.good(one)

    assert judged(0.2, 0.38) == (True, False)
    assert judged(0.2, 0.52) == (False, True)
    assert judged(0.0, 0.52) == (True, False)
    assert judged(0.0, 0.77) == (False, True)
    assert not detector.bad(case({"label_use": 0.3})), "what is asked for is what comes"


def test_every_alarm_has_its_case_here():
    assert KINDS.keys() == SHOWN.keys() | {"not_learning"}


@pytest.mark.parametrize("kind", SHOWN)
def test_a_failure_gets_its_own_name_and_no_other(kind: str):
    shown, _, sections = SHOWN[kind]
    after = KINDS[kind].raise_after
    found = told(walk(healthy(8, course(**sections)), [{**HEALTHY, **shown}] * 12, 8 * STEP))
    assert found == [(after, "raised", kind)]


@pytest.mark.parametrize("kind", SHOWN)
def test_it_clears_when_all_is_well_again_and_not_before(kind: str):
    shown, between, sections = SHOWN[kind]
    run = healthy(8, course(**sections))
    walk(run, [{**HEALTHY, **shown}] * 4, 8 * STEP)
    assert told(walk(run, [{**HEALTHY, **between}] * 12, 12 * STEP)) == []
    assert set(run.active) == {kind}
    assert told(walk(run, [HEALTHY] * 6, 24 * STEP)) == [(KINDS[kind].clear_after, "cleared", kind)]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_is_bad_is_good(kind: str):
    detector = KINDS[kind]()
    assert detector.good(case())
    assert not detector.bad(case())
    if kind in SHOWN:
        shown, between, sections = SHOWN[kind]
        assert detector.bad(case(shown, options=options(**sections)))
        for signals in (shown, between):
            assert not detector.good(case(signals, options=options(**sections)))
        assert not detector.bad(case(between, options=options(**sections)))


signals = st.fixed_dictionaries({name: st.floats(-3 * abs(value) - 3, 40 * abs(value) + 40) for name, value in {**HEALTHY, "augment/p": 0.5}.items()})


@settings(max_examples=300, deadline=None)
@given(signals, st.sampled_from(sorted(KINDS)), st.sampled_from(["minimax", "hinge", "least_squares", "relativistic", "wasserstein"]), st.booleans())
def test_no_check_is_bad_and_good_at_once(found: dict[str, float], kind: str, loss: str, armed: bool):
    detector = KINDS[kind]()
    one = case(found, options=options(**ADA, objective={"kind": loss}), armed=armed, deadline=5000)
    assert not (detector.bad(one) and detector.good(one))


@pytest.mark.parametrize("kind", KINDS)
def test_what_it_needs_is_enough(kind: str):
    detector = KINDS[kind]()
    shown = {**HEALTHY, "augment/p": 0.8, **(SHOWN[kind][0] if kind in SHOWN else {})}
    one = replace(case(options=options(**ADA)), signals={name: shown[name] for name in detector.needs}, usual={})
    assert detector.bad(one) in (True, False)
    assert detector.good(one) in (True, False)
    for words in (detector.text(one), detector.brief(one), detector.why(replace(one, signals=shown))):
        assert isinstance(words, str)


# --- words --------------------------------------------------------------------------------------------------------------


def bad_case(kind: str) -> Case:
    if kind == "not_learning":
        return case({"precision": 0.1}, armed=False, deadline=5000)
    shown, _, sections = SHOWN[kind]
    return case(shown, options=options(**sections))


@pytest.mark.parametrize("kind", KINDS)
def test_a_layperson_is_told_what_happens_and_why(kind: str):
    detector, one = KINDS[kind](), bad_case(kind)
    text, why, brief = detector.text(one), detector.why(one), detector.brief(one)
    assert 1 <= len(re.findall(r"[.](?= |$)", text)) <= 3
    assert len(text) < 330
    assert any(c in string.digits for c in why)
    assert "usual" in why or "safe" in why or "chance" in why
    assert why.endswith(".")
    assert not brief.endswith(".")
    assert any(c in string.digits for c in brief) or kind == "colour"
    assert "nan" not in (text + why + brief).lower().replace("dominan", "")


def test_titles_tell_alarms_apart():
    titles = [detector.title for detector in KINDS.values()]
    assert len(set(titles)) == len(titles)
    assert all(title[0].isupper() and not title.endswith(".") and len(title) <= 40 for title in titles)


@pytest.mark.parametrize("kind", KINDS)
def test_others_that_explain_it_exist_and_are_not_explained_by_it(kind: str):
    for other in KINDS[kind].yields_to:
        assert kind not in KINDS[other].yields_to
        assert other != kind


def test_its_message_carries_all_of_it():
    run = healthy(8)
    (raised,) = walk(run, [{**HEALTHY, "memo": 0.4}] * 3, 8 * STEP)[-1]
    message = raised.message(3, run.remedies("memorised", [(1, 4 * STEP)]))
    assert AlarmRaised.model_validate_json(message.line()) == message
    assert (message.segment, message.alarm, message.severity, message.onset, message.nimg) == (3, "memorised", "high", 9 * STEP, 11 * STEP)
    assert "0.40" in message.why
    assert message.remedies


# --- what depends on the loss -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loss", "gap", "dominates"),
    [
        ("non_saturating", 11, True),
        ("non_saturating", 5, False),
        ("relativistic", 11, True),
        ("hinge", 4.5, True),
        ("hinge", 3.5, False),
        ("least_squares", 0.95, True),
        ("least_squares", 0.8, False),
    ],
)
def test_how_large_a_lead_is_too_large_depends_on_the_loss(loss: str, gap: float, dominates: bool):
    detector = KINDS["d_dominates"]()
    assert detector.bad(case({"auc": 0.999, "gap": gap}, options=options(objective={"kind": loss}))) == dominates


def test_a_critic_may_be_as_far_ahead_as_it_can():
    critic = options(objective={"kind": "wasserstein", "penalty": "wgan_gp", "gamma": 10.0})
    assert not KINDS["d_dominates"]().fits(critic, "image")
    run = healthy(8, course(**{"objective": critic["objective"]}))
    assert told(walk(run, [{**HEALTHY, "auc": 1.0, "gap": 300.0, "grad_real": 1.0}] * 12, 8 * STEP)) == [(1, "raised", "numeric_blowup")]  # for 0.6 before
    steady = {**HEALTHY, "auc": 1.0, "gap": 300.0}
    assert told(walk(course(**{"objective": critic["objective"]}), [steady] * 30)) == []


def test_a_sure_d_starves_g_only_under_the_saturating_loss():
    sure = {**HEALTHY, "auc": 1.0, "gap": 9.0, "grad_G": 0.4}
    assert told(walk(healthy(8, course(**MINIMAX)), [sure] * 4, 8 * STEP)) == [(3, "raised", "grad_vanish")]
    assert told(walk(healthy(8), [sure] * 4, 8 * STEP)) == [(3, "raised", "d_dominates")]


@settings(max_examples=60, deadline=None)
@given(st.floats(0.001, 1000))
def test_no_scale_of_a_healthy_runs_gradients_and_lead_is_an_alarm(scale: float):
    names = ("grad_real", "grad_fake", "grad_G")
    scaled = {**HEALTHY, **{name: scale * HEALTHY[name] for name in names}}
    assert told(walk(course(), [scaled] * 30)) == []


# --- numbers that explode -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "value"), [("gap", 150.0), ("gap", -150.0), ("grad_real", 120.0), ("grad_fake", 120.0), ("grad_G", 1200.0), ("finite", 0.99)])
def test_any_of_these_numbers_that_explodes_is_told_at_once(name: str, value: float):
    assert told(walk(healthy(6), [{**HEALTHY, name: value}], 6 * STEP)) == [(1, "raised", "numeric_blowup")]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_number_that_is_none_is_told_at_once_even_in_the_first_check(value: float):
    assert told(walk(course(), [{**HEALTHY, "gap": value}])) == [(1, "raised", "numeric_blowup")]


def test_a_lead_that_exploded_before_anything_was_usual_is_seen_too():
    assert told(walk(course(), [{**HEALTHY, "precision": 0.0, "gap": 1e3}])) == [(1, "raised", "numeric_blowup")]


def test_what_grows_from_nearly_nothing_does_not_explode():
    young = [{**HEALTHY, "gap": 0.001 * 3**n, "grad_real": 0.0001 * 3**n, "grad_fake": 0.0001 * 3**n, "grad_G": 0.0001 * 3**n} for n in range(9)]
    assert told(walk(course(), [*young, *[HEALTHY] * 5])) == []


def test_what_exploded_does_not_become_usual():
    run = healthy(8)
    walk(run, [{**HEALTHY, "grad_fake": 500.0}] * 60, 8 * STEP)
    assert set(run.active) == {"numeric_blowup"}
    assert "500 (usual in this run: 0.28)" in run.health()


# --- augmentation -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("augment", "leaks"),
    [
        ({"kind": "ada", "adaptive": False, "p": 1.0, "blit": 1.0}, True),
        ({"kind": "ada", "adaptive": False, "p": {"start": 0.0, "end": 1.0, "shape": "linear", "kimg": 1}, "blit": 1.0}, True),
        ({"kind": "ada", "adaptive": False, "p": {"start": 0.0, "end": 1.0, "shape": "linear", "kimg": 1000}, "blit": 1.0}, False),
        ({"kind": "ada", "adaptive": False, "p": 1.0, "blit": 0.5, "colour": 0.2}, False),
        ({"kind": "diffaugment", "p": 1.0}, False),
        ({"kind": "none"}, False),
    ],
)
def test_only_adas_strongest_changes_leak(augment: dict[str, Any], leaks: bool):
    found = told(walk(healthy(8, course(augment=augment)), [{**HEALTHY, "precision": 0.55}] * 5, 8 * STEP))
    assert found == ([(3, "raised", "aug_leak")] if leaks else [])


def test_a_cast_under_strong_augmentation_is_a_leak_and_good_samples_are_none():
    strong = {**HEALTHY, "augment/p": 0.8}
    assert told(walk(healthy(8, course(**ADA)), [{**strong, "tint": 1.4}] * 3, 8 * STEP)) == [(3, "raised", "aug_leak")]
    assert told(walk(healthy(8, course(**ADA)), [strong] * 9, 8 * STEP)) == []


# --- names that are near one another ------------------------------------------------------------------------------------


def test_a_run_that_lost_nearly_all_kinds_has_collapsed_however_far_apart_the_rest_lies():
    gone = {**HEALTHY, "pdr": 0.45, "rke": 0.03, "chi2": 280.0, "empty": 30.0, "precision": 0.0}
    assert (3, "raised", "total_collapse") in told(walk(healthy(8), [gone] * 4, 8 * STEP))
    assert "total_collapse" not in {alarm for _, _, alarm in told(walk(course(), [gone] * 4))}  # it has not learnt yet


def test_a_run_that_still_gets_better_is_not_one_that_learns_nothing():
    run = course()
    late = run.deadline // STEP
    assert told(walk(run, [{**HEALTHY, "precision": 0.1}] * (late - 1))) == []
    assert told(walk(run, [{**HEALTHY, "precision": precision} for precision in (0.34, 0.38, 0.43, 0.47)], (late - 1) * STEP)) == []
    stuck = course()
    walk(stuck, [{**HEALTHY, "precision": 0.4}] * (late - 1))
    assert told(walk(stuck, [{**HEALTHY, "precision": 0.4}] * 3, (late - 1) * STEP)) == [(3, "raised", "not_learning")]


def test_a_run_with_more_steps_of_d_has_as_many_of_g_before_it_should_have_learnt():
    assert course(game={"d_steps": 2}).deadline == 2 * course().deadline


def test_noise_has_no_pattern():
    squares = {**HEALTHY, "checker": 4.0, "precision": 0.01}
    assert "checker" not in {alarm for _, _, alarm in told(walk(healthy(8), [squares] * 6, 8 * STEP))}


def test_a_young_runs_variety_may_rise_as_slowly_as_it_likes_and_not_fall():
    young = [{**HEALTHY, "rke": 0.08 + 0.002 * n} for n in range(49)]
    run = course()
    assert told(walk(run, young)) == []
    assert told(walk(run, [{**HEALTHY, "rke": 0.05}] * 3, 49 * STEP)) == [(3, "raised", "low_variety")]


def test_few_kinds_past_the_deadline_are_low_variety():
    run = course()
    late = run.deadline // STEP
    found = told(walk(run, [{**HEALTHY, "rke": 0.1}] * (late + 4)))
    assert found == [(late + 2, "raised", "low_variety")]


@pytest.mark.parametrize(("alarm", "young"), [("mode_drop", {"empty": 5.0, "chi2": 14.0}), ("colour", {"chroma": -5.0})])
def test_what_a_young_run_has_never_made_is_not_lost_before_the_deadline(alarm: str, young: dict[str, float]):
    young = {**HEALTHY, **young}
    run = course()
    steps = run.deadline // STEP
    assert told(walk(run, [young] * (steps - 1))) == []
    assert told(walk(run, [young] * 3, (steps - 1) * STEP)) == [(3, "raised", alarm)]
    assert told(walk(healthy(1), [young] * 3, STEP)) == [(3, "raised", alarm)]


FADING = {"checker": (1.9, 12.0, 2.2), "hopping": (0.74, 1.0, 0.8)}  # the threshold, what a young run may have, and what stays


@pytest.mark.parametrize(("alarm", "name"), [("checker", "checker"), ("hopping", "hop")])
def test_a_sign_that_fades_in_most_young_runs_counts_from_the_deadline_on(alarm: str, name: str):
    threshold, most, stays = FADING[alarm]
    run = course()
    late = run.deadline // STEP
    fading = [{**HEALTHY, name: max(stays, most - n * (most - stays) / 30)} for n in range(late - 1)]
    assert all(check[name] > threshold for check in fading)
    assert told(walk(run, fading)) == []
    assert told(walk(run, [{**HEALTHY, name: stays}] * 3, (late - 1) * STEP)) == [(3, "raised", alarm)]


@pytest.mark.parametrize(("alarm", "name"), [("checker", "checker"), ("hopping", "hop")])
def test_a_sign_that_grows_in_a_young_run_is_named_at_once_and_one_that_sways_is_not(alarm: str, name: str):
    calm, grown = (2.0, 6.5) if alarm == "checker" else (0.28, 0.9)
    assert told(walk(healthy(0), [{**HEALTHY, name: calm}] * 8 + [{**HEALTHY, name: grown}] * 3)) == [(11, "raised", alarm)]
    swaying = [{**HEALTHY, name: value} for value in (calm, 2.9 * calm, 2.9 * calm) * 16]
    assert told(walk(course(), swaying)) == []


def test_few_kinds_for_want_of_parts_are_mode_dropping_and_copies_of_each_other_low_variety():
    kinds = {**HEALTHY, "rke": 0.1}
    assert told(walk(healthy(8), [kinds] * 3, 8 * STEP)) == [(3, "raised", "low_variety")]
    assert told(walk(healthy(8), [{**kinds, "empty": 4.0}] * 3, 8 * STEP)) == [(3, "raised", "mode_drop")]
    both = {alarm for _, _, alarm in told(walk(healthy(8), [{**kinds, "empty": 4.0, "nnr": 0.1}] * 3, 8 * STEP))}
    assert both == {"mode_drop", "low_variety"}


def test_a_dominant_d_that_knows_its_data_by_heart_overfits():
    ahead = {**HEALTHY, "auc": 1.0, "gap": 30.0}
    assert told(walk(healthy(8), [ahead] * 3, 8 * STEP)) == [(3, "raised", "d_dominates")]
    assert told(walk(healthy(8), [{**ahead, "auc_tv": 0.8}] * 3, 8 * STEP)) == [(3, "raised", "d_overfit")]


def test_poor_quality_without_loss_of_variety_is_no_collapse():
    found = told(walk(healthy(8), [{**HEALTHY, "precision": 0.4, "coverage": 0.3, "chi2": 12.0}] * 6, 8 * STEP))
    assert found == [(3, "raised", "underfit")]


def test_a_lag_of_new_reals_counts_only_where_d_is_ahead_at_all():
    lag = {**HEALTHY, "r_v": 0.9}
    assert told(walk(healthy(8), [lag] * 3, 8 * STEP)) == [(3, "raised", "d_overfit")]
    assert told(walk(healthy(8), [{**lag, "auc": 0.55}] * 3, 8 * STEP)) == []
