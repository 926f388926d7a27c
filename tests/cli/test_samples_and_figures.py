"""What is made of a trained run: samples and figures."""

import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.cli.told import Run


def arrays_of(path: Path) -> dict[str, Any]:
    with np.load(path, allow_pickle=False) as arrays:
        return dict(arrays)


def test_points_are_sampled_into_an_array(there: Path, run: Run, tmp_path: Path) -> None:
    told = run("sample", "ring", "--count", 5, "--seed", 3, "--out", tmp_path / "x.npz", "--quiet")
    assert (told.code, told.out, told.err) == (0, "", "")
    first = arrays_of(tmp_path / "x.npz")
    assert (first["samples"].shape, first["samples"].dtype) == ((5, 2), np.float32)
    assert first["seeds"].tolist() == [3, 4, 5, 6, 7]
    assert run("sample", "ring", "--seeds", "5-7", "--out", tmp_path / "y.npz").out == f"{tmp_path / 'y.npz'}\n"
    assert np.array_equal(arrays_of(tmp_path / "y.npz")["samples"], first["samples"][2:])
    assert run("sample", "ring", "--count", 5, "--seed", 3, "--psi", 0, "--out", tmp_path / "z.npz").code == 0
    assert np.ptp(arrays_of(tmp_path / "z.npz")["samples"], 0).max() == 0  # ψ = 0 leaves one latent


def test_a_checkpoint_may_be_named_and_is_the_newest_otherwise(there: Path, run: Run, tmp_path: Path) -> None:
    for name in ("ring", "ring:1", "ring:2"):
        assert run("sample", name, "--count", 4, "--out", tmp_path / f"{name[-1]}.npz").code == 0
    newest, first, second = (arrays_of(tmp_path / f"{c}.npz")["samples"] for c in "g12")
    assert np.array_equal(newest, second)
    assert not np.array_equal(newest, first)


def test_images_are_sampled_into_an_array_a_folder_and_a_zip(there: Path, run: Run, tmp_path: Path) -> None:
    for target in ("x.npz", "folder", "set.zip"):
        assert run("sample", "digits", "--count", 6, "--class", 7, "--out", tmp_path / target, "--quiet").code == 0
    arrays = arrays_of(tmp_path / "x.npz")
    assert (arrays["samples"].shape, arrays["samples"].dtype) == ((6, 8, 8, 1), np.uint8)
    assert set(arrays["labels"].tolist()) == {7}
    entries = [json.loads(line) for line in (tmp_path / "folder" / "manifest.jsonl").read_text().splitlines()]
    assert [(e["seed"], e["class"], e["truncation"]) for e in entries] == [(s, "7", 1.0) for s in range(6)]
    for entry, pixels in zip(entries, arrays["samples"], strict=True):
        with Image.open(tmp_path / "folder" / entry["file"]) as image:
            assert np.array_equal(np.asarray(image), pixels[..., 0])
    with zipfile.ZipFile(tmp_path / "set.zip") as packed:
        assert {e["file"] for e in entries} <= set(packed.namelist())
    assert run("sample", "digits", "--count", 1, "--class", 7, "--enlarge", 4, "--out", tmp_path / "large", "--quiet").code == 0
    with Image.open(tmp_path / "large" / entries[0]["file"]) as image:
        assert np.array_equal(np.asarray(image), arrays["samples"][0, ..., 0].repeat(4, 0).repeat(4, 1))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["digits"], ["--count", "--seeds"]),
        (["digits", "--count", "0"], ["--count"]),
        (["digits", "--seeds", "9-3"], ["--seeds", "9-3"]),
        (["digits", "--seeds", "0-9", "--count", "4"], ["--seeds", "10"]),
        (["digits", "--seeds", "0-9", "--seed", "4"], ["--seeds"]),
        (["digits", "--seeds", "0-99999999999999999999"], ["count"]),
        (["digits", "--count", "4", "--psi", "-1"], ["psi"]),
        (["digits", "--count", "4", "--class", "ten"], ["classes", "ten", "0, 1, 2"]),
        (["digits", "--count", "4", "--format", "gif"], ["format", "png"]),
        (["digits", "--count", "4", "--device", "abacus"], ["abacus"]),
        (["ring", "--count", "4", "--class", "1"], ["classes", "without labels"]),
        (["ring:7", "--count", "4"], ["checkpoint 7"]),
    ],
    ids=lambda v: " ".join(v) if v and v[0] in ("ring", "digits", "ring:7") else "",
)
def test_bad_input_to_sample_is_refused_by_name_and_writes_nothing(there: Path, run: Run, tmp_path: Path, arguments: list[str], words: list[str]) -> None:
    run("sample", *arguments, "--out", tmp_path / "x.npz", "--quiet").refused(*words)
    assert not list(tmp_path.iterdir())


def test_samples_are_never_mixed_with_other_files(there: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"mine")
    run("sample", "digits", "--count", 2, "--out", tmp_path, "--quiet").refused(str(tmp_path))
    assert [p.name for p in tmp_path.iterdir()] == ["holiday.jpg"]


def test_evaluate_gives_a_ring_its_figures(there: Path, run: Run) -> None:
    found = run("evaluate", "ring", "--json").json()
    assert (found["run"], found["checkpoint"], found["nimg"], found["count"]) == ("0001-ring", 2, 2048, 10_000)
    metrics = found["metrics"]
    assert {"modes", "high_quality", "reverse_kl"} <= metrics.keys()
    assert 0 <= metrics["modes"] <= 8
    assert 0 <= metrics["high_quality"] <= 1
    [kept] = [c for c in run("show", "ring", "--json").json()["checkpoints"] if c["id"] == 2]
    assert kept["metrics"]["modes"] == metrics["modes"]


def test_evaluate_gives_images_a_distance_and_classes(there: Path, run: Run) -> None:
    metrics = run("evaluate", "digits", "--count", 128, "--json").json()["metrics"]
    assert {"swd", "precision", "recall"} <= metrics.keys()
    assert sum(metrics[f"class_share/{i}"] for i in range(10)) == pytest.approx(1)


def test_evaluate_without_a_run_lists_every_metric_and_what_it_means(run: Run) -> None:
    listed = run("evaluate", "--json").json()
    values = {value["name"]: value for kind in listed for value in kind["values"]}
    assert {"swd", "phi_fd", "phi_mmd", "fid", "kid", "inception_recall", "modes", "reverse_kl", "class_share/NAME"} <= values.keys()
    assert values["fid"]["better"] == "lower"
    assert "reals" in " ".join(run("evaluate").out.split())


def test_every_figure_stands_beside_its_counts_and_its_reference(there: Path, run: Run) -> None:
    found = run("evaluate", "digits", "--metric", "swd", "--count", 128, "--json").json()
    assert found["basis"] == {"swd": {"count": 128, "reals": 256, "reference": "128 held-out and 1,669 training images of digits"}}
    out = " ".join(run("evaluate", "digits", "--metric", "swd", "--count", 128).out.split())
    assert "128 256 128 held-out and 1,669 training images of digits" in out


def test_fid_says_what_it_lacks_and_fetches_nothing_unasked(there: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch_fidelity", None)
    run("evaluate", "digits", "--metric", "fid", "--allow-download").refused("metric", "pip install gan-studio[metrics]")
    run("evaluate", "digits", "--reference", "all").refused("--reference", "held-out")


def test_evaluate_can_be_asked_for_some_metrics(there: Path, run: Run) -> None:
    assert run("evaluate", "digits", "--metric", "swd", "--metric", "recall", "--count", 64, "--json").json()["metrics"].keys() == {"swd", "recall"}
    assert "swd" in run("evaluate", "digits", "--metric", "swd", "--count", 64).out
    run("evaluate", "digits", "--metric", "beauty", "--json").refused("metric", "beauty", "sliced_wasserstein")
    run("evaluate", "digits", "--metric", "modes", "--json").refused("metric", "modes")
