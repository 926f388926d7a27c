from pathlib import Path

import pytest

from studio.errors import ConfigError
from studio.gan.config import RunConfig, flat
from studio.gan.layers import base_grid
from studio.gan.networks.r3gan import R3gan
from studio.gan.schedule import Schedule
from studio.presets import Preset, merged, papers, preset, presets
from studio.terminal.training import configure

NAMES = {"ring", "grid", "digits", "shapes", "pictures", "mnist", "cifar10"}


def settings(chosen: Preset, *, gpu: bool) -> dict[str, object]:
    data = chosen.settings(gpu=gpu)
    return {**data, "dataset": {**data["dataset"], "path": "somewhere"}} if chosen.name == "pictures" else data


@pytest.mark.parametrize("name", sorted(NAMES))
@pytest.mark.parametrize("gpu", [False, True])
def test_every_template_is_sound_on_every_machine(name: str, gpu: bool) -> None:
    config = RunConfig.read(settings(preset(name), gpu=gpu))
    assert config.name == name
    assert RunConfig.read(config.dump()) == config


def test_the_templates_are_the_seven_and_the_digits_come_first() -> None:
    found = presets()
    assert {p.name for p in found} == NAMES
    assert found[0].name == "digits"
    assert all(p.title and p.summary for p in found)


def test_an_unknown_template_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="ring"):
        preset("rings")


def test_a_gpu_changes_what_is_named_and_keeps_the_rest() -> None:
    base = {"network": {"kind": "dcgan", "width": 32}, "training": {"batch": 32, "kimg": 5}}
    assert merged(base, {"training": {"batch": 256}}) == {"network": base["network"], "training": {"batch": 256, "kimg": 5}}
    assert merged(base, {"network": {"kind": "r3gan", "blocks": 1}})["network"] == {"kind": "r3gan", "blocks": 1}


def test_ones_own_pictures_take_the_folder_and_keep_the_templates_options(tmp_path: Path) -> None:
    config = configure("pictures", data=tmp_path, changes={"dataset.height": "48", "dataset.width": "32"}, kimg=3, seed=5, device="cpu")
    assert (config.dataset.kind, config.dataset.path, config.dataset.height) == ("folder", tmp_path, 48)  # type: ignore[attr-defined]
    assert config.dataset.mirror  # type: ignore[attr-defined]
    assert (config.training.kimg, config.training.seed, config.training.device) == (3, 5, "cpu")
    assert configure("mnist", data=tmp_path / "x.zip", device="cpu").dataset.kind == "zip"


def test_ones_own_pictures_without_a_place_are_refused_by_the_field() -> None:
    with pytest.raises(ConfigError, match=r"dataset\.path"):
        configure("pictures", device="cpu")


COLUMNS = ["batch", "lr", "beta2", "gamma", "p", "ema_kimg", "n_kimg", "width"]
PAPER = {  # Huang et al., arXiv 2501.05441, and the settings of its published code
    "r3gan-cifar10": (512, (2e-4, 5e-5), (0.9, 0.99), (0.05, 0.005), (0, 0.55), (0, 5_000), 20_000, 768),
    "r3gan-ffhq64": (256, (2e-4, 5e-5), (0.9, 0.99), (2, 0.2), (0, 0.3), (0, 500), 20_000, 768),
    "r3gan-ffhq256": (256, (2e-4, 5e-5), (0.9, 0.99), (150, 15), (0, 0.3), (0, 500), 20_000, 768),
    "r3gan-imagenet32": (4096, (2e-4, 5e-5), (0.9, 0.99), (0.5, 0.05), (0, 0.5), (0, 50_000), 200_000, 1536),
}


def paper(name: str, *, gpu: bool = True) -> RunConfig:
    settings = preset(name).settings(gpu=gpu)
    where = {"path": "somewhere"} if settings["dataset"]["kind"] == "folder" else {}
    return RunConfig.read({**settings, "dataset": {**settings["dataset"], **where}})


def test_the_recipes_are_apart_from_the_templates_and_found_by_name() -> None:
    assert [p.name for p in papers()] == list(PAPER)
    assert not {p.name for p in papers()} & {p.name for p in presets()}
    assert all("GPU" in p.summary and p.title for p in papers())


@pytest.mark.parametrize("name", PAPER)
def test_a_recipe_holds_every_number_of_its_paper(name: str) -> None:
    want = dict(zip(COLUMNS, PAPER[name], strict=True))
    config = paper(name)
    assert config == paper(name, gpu=False)
    found = flat(config.dump())
    assert config.training.batch == want["batch"]
    for path, column in {
        "optimizer.lr": "lr",
        "optimizer.beta2": "beta2",
        "objective.gamma": "gamma",
        "augment.p": "p",
        "ema.half_life_kimg": "ema_kimg",
    }.items():
        start, end = want[column]
        assert Schedule.model_validate(found[path]) == Schedule(start=start, end=end, shape="cosine", kimg=want["n_kimg"]), path
    fixed = {
        "optimizer.kind": "adam",
        "optimizer.beta1": 0.0,
        "optimizer.lr_ratio": 1.0,
        "objective.kind": "relativistic",
        "objective.penalty": "r1_r2",
        "objective.penalty_every": 1,
        "augment.adaptive": False,
        "augment.blit": 1.0,
        "augment.geometry": 1.0,
        "augment.colour": 0.5,
        "augment.cutout": 1.0,
        "ema.ramp": 0.0,
        "network.kind": "r3gan",
        "network.blocks": 2,
        "network.z_dim": 64,
        "network.width": want["width"],
        "precision.dtype": "bf16",
        "game.d_steps": 1,
        "dataset.mirror": True,
    }
    assert {path: found[path] for path in fixed} == fixed
    assert 2 * want["width"] // found["network.group_size"] == 96  # groups of the paper's 3×3 convolutions
    assert found["training.kimg"] >= want["n_kimg"]


@pytest.mark.parametrize(
    ("name", "shape", "widths"), [("r3gan-cifar10", 32, [768] * 4), ("r3gan-ffhq64", 64, [*[768] * 4, 384]), ("r3gan-ffhq256", 256, [*[768] * 4, 384, 192, 96])]
)
def test_a_recipe_builds_the_papers_stages(name: str, shape: int, widths: list[int]) -> None:
    network = paper(name).network
    grid = base_grid(shape, shape)
    assert isinstance(network, R3gan)
    assert grid is not None
    assert network.widths(grid) == widths


def test_a_recipe_takes_a_folder_with_its_size_and_classes(tmp_path: Path) -> None:
    config = configure("r3gan-imagenet32", data=tmp_path, device="cpu")
    about = config.dataset.dump()
    assert {k: about[k] for k in ("kind", "height", "width", "labelled", "mirror")} == {
        "kind": "folder",
        "height": 32,
        "width": 32,
        "labelled": True,
        "mirror": True,
    }
