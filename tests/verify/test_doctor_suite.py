"""The doctor's suite itself: what it plants, how it judges, and what it counts. It trains next to nothing here."""

import dataclasses
from typing import Any

import numpy as np
import pytest

from tests.doctor.courses import HEALTHY, OPTIONS
from tests.verify import calibrate_doctor, doctor_report, doctor_truth
from tests.verify.doctor_baselines import Run, baselines
from tests.verify.doctor_cases import NAMES, Case, cases
from tests.verify.doctor_data import drawn, opened
from tests.verify.doctor_keeper import Keeper
from tests.verify.doctor_score import judged, wilson
from tests.verify.doctor_trace import settings, traced

WELL = {"kept": 1.0, "good": 0.9, "moved": 0.2}
LOST = {"kept": 0.3, "good": 0.9, "moved": 0.2}
CASE = Case("report", "strong D", "shapes", "at once", 1)


def trace(case: Case, *parts: tuple[int, dict[str, float], dict[str, float]]) -> dict[str, Any]:
    """So many checks of these signals and this truth, one part after another."""
    checks = []
    for count, signals, told in parts:
        for _ in range(count):
            nimg = 6400 * (len(checks) + 1)
            checks.append({"nimg": nimg, "signals": {**HEALTHY, **signals}, "losses": {"loss/D": 1.0, "loss/G": 1.0, "d/real": 0.2}, "truth": told})
    options = {**OPTIONS, "training": {"kimg": 400.0, "batch": 64}}
    return {"options": options, "later": None, "medium": "image", "ended": "", "checks": checks, "job": dataclasses.asdict(case)}


def test_the_halves_share_no_seed_and_no_data_set():
    one, other = cases("calibration", 4), cases("report", 4)
    assert not {case.seed for case in one} & {case.seed for case in other}
    assert not {case.data for case in one} & {case.data for case in other}


def test_every_family_is_planted_at_least_ten_times_and_sixty_healthy_runs_are_there():
    report = cases("report", 4)
    for family in NAMES:
        assert sum(case.family == family for case in report) >= 10, family
    assert sum(case.family == "healthy" for case in report) >= 60


@pytest.mark.parametrize("half", ["calibration", "report"])
def test_every_case_has_settings_that_can_be_trained(half):
    for case in cases(half, 2):
        settings(case)


@pytest.mark.parametrize("name", ["nine", "ring", "digits", "shapes", "stacked digits", "tinted digits"])
def test_the_truth_finds_the_data_whole_and_good_and_sees_what_is_lost(name):
    data = opened(name)
    x = data.x[np.random.default_rng(3).permutation(len(data.x))[:512]]
    whole = doctor_truth.told(name, x)
    assert whole["kept"] > 0.9
    assert whole["good"] > 0.9
    few = doctor_truth.told(name, x[:1].repeat(512, axis=0))
    assert few["kept"] < 0.3
    noise = np.random.default_rng(4).integers(0, 256, x.shape).astype(np.uint8) if x.ndim == 4 else np.random.default_rng(4).uniform(-5, 5, x.shape)
    assert doctor_truth.told(name, noise)["good"] < 0.3


def test_copies_and_turns_and_patterns_are_told():
    x, _ = drawn("digits", 600, 3)
    assert doctor_truth.copies(x[:40], x[:40]) > 0.9
    assert doctor_truth.copies(x[100:300], x[:40]) < 0.1
    assert doctor_truth.turned("digits", np.rot90(x[:200], 1, axes=(1, 2))) > 0.5
    assert abs(doctor_truth.turned("digits", x[:200])) < 0.1
    chequered = drawn("shapes", 100, 3)[0].copy()
    chequered[:, ::2, ::2] //= 2
    assert doctor_truth.chequered(chequered) > 3 * doctor_truth.chequered(drawn("shapes", 100, 3)[0])


def test_a_failure_that_is_named_counts_from_its_onset():
    verdict = judged(CASE, trace(CASE, (6, {}, WELL), (10, {"empty": 8.0}, LOST)))
    assert (verdict.took, verdict.from_, verdict.delay, verdict.right) == (True, 6, 2, True)
    assert verdict.first is not None
    assert verdict.first.kind == "mode_drop"


def test_a_plant_that_does_no_harm_does_not_count():
    assert not judged(CASE, trace(CASE, (16, {}, WELL))).took


def test_a_failure_that_nobody_names_is_missed():
    verdict = judged(CASE, trace(CASE, (6, {}, WELL), (10, {}, LOST)))
    assert (verdict.took, verdict.delay) == (True, None)


def test_a_wrong_name_is_wrong():
    verdict = judged(CASE, trace(CASE, (6, {}, WELL), (10, {"auc_tv": 0.9}, LOST)))
    assert (verdict.delay, verdict.right) == (2, False)


def test_a_healthy_run_is_one_whose_samples_are_so():
    case = dataclasses.replace(CASE, family="healthy")
    assert judged(case, trace(case, (16, {}, WELL))).took
    assert not judged(case, trace(case, (16, {}, LOST))).took


def test_the_interval_is_wilsons():
    assert wilson(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_baseline_has_the_best_threshold_without_more_false_alarms():
    healthy = [Run(trace(CASE, (12, {"pdr": 0.9}, WELL))["checks"], failing=False) for _ in range(10)]
    failing = [Run(trace(CASE, (12, {"pdr": low}, LOST))["checks"], failing=True) for low in (0.2, 0.5, 0.95)]
    pdr = baselines([*healthy, *failing], 0.0)[0]
    assert (pdr.hits, pdr.false_alarms) == (2, 0.0)


def test_the_brink_is_the_threshold_at_which_a_run_just_alarms():
    rule = next(rule for rule in calibrate_doctor.RULES if rule.threshold == "uneven")
    made = trace(CASE, (3, {"chi2": 2.0}, WELL), (2, {"chi2": 30.0}, WELL), (3, {"chi2": 9.0}, WELL))
    assert calibrate_doctor.brink(rule, made, 0) == 9.0


def test_the_page_has_all_its_parts():
    healthy = dataclasses.replace(CASE, family="healthy", variant="hinge, none")
    control = dataclasses.replace(CASE, family="control")
    traces = [trace(CASE, (6, {}, WELL), (10, {"empty": 8.0}, LOST)), trace(healthy, (16, {}, WELL)), trace(control, (16, {}, WELL))]
    after = {"kept": 1.0, "good": 0.8, "alarms": 0.0}
    treated = {"nothing": {**after, "kept": 0.1}, "Use RpGAN": after, "autopilot": {**after, "acted": 1.0}}
    overhead = [{"name": "MLP, digits of 8×8", "share": 0.015, "checks": 9, "every": 900, "trained": 60.0}]
    verdicts = doctor_report.judge_all(traces)
    text = doctor_report.page(verdicts, [{"alarm": "mode_drop", "treated": treated}], overhead)
    for part in ("In short", "By planted failure", "What was said first", "Healthy runs", "Beside what is watched today", "Remedies", "Overhead"):
        assert f"## {part}" in text
    assert "1 of 1, 100 % (21 to 100)" in text
    assert any("60 healthy" in line for line in doctor_report.missed(verdicts, [], overhead))


def test_a_finished_case_is_not_done_again_but_one_that_asks_for_something_else_is(tmp_path):
    keeper = Keeper(tmp_path / "kept" / "results.jsonl")
    keeper.keep({"name": "a", "job": {"seed": 1}})
    with (tmp_path / "kept" / "results.jsonl").open("a") as file:
        file.write('{"name": "b", "jo')  # killed while it wrote
    keeper.keep({"name": "c", "job": {"seed": 1}})
    assert keeper.missing({"a": {"seed": 1}, "c": {"seed": 1}, "b": {"seed": 1}}) == ["b"]
    assert keeper.missing({"a": {"seed": 2}}) == ["a"]


def test_a_trace_has_signals_losses_and_the_truth():
    case = Case("report", "strong D", "stacked digits", "late", 3, later={"optimizer.lr_ratio": 2.0}, steps=400)
    found = traced(case)
    assert [check["nimg"] for check in found["checks"]] == [6400 * n for n in (1, 2, 3, 4)]
    assert {"pdr", "auc", "precision"} <= found["checks"][0]["signals"].keys()
    assert {"loss/D", "d/real"} <= found["checks"][0]["losses"].keys()
    assert {"kept", "good", "moved"} <= found["checks"][3]["truth"].keys()
    assert judged(case, found).from_ >= 0
