"""The command line in this process, and what it has to work on."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.cli import main
from tests.cli.told import SMALL, Run, Told


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str | Path | float) -> Told:
        capsys.readouterr()
        code = main([str(a) for a in arguments])
        return Told(code, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with two finished runs, which tests may read: 0001-ring, 0002-digits of labelled digits."""
    home = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GAN_STUDIO_HOME", str(home))
        assert main(["train", "--preset", "ring", "--kimg", "2", *SMALL]) == 0
        assert main(["train", "--preset", "digits", "--kimg", "1", "--seed", "5", *SMALL, "--set", "dataset.labelled=true"]) == 0
    return home


@pytest.fixture
def there(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GAN_STUDIO_HOME", str(made))
    return made


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Forty pictures of two classes, of many sizes and none square, in colour and grey."""
    rng = np.random.default_rng(0)
    folder = tmp_path / "pictures"
    for i in range(40):
        width, height = (int(n) for n in rng.integers(20, 90, 2))
        shape = (height, width + (width == height)) + ((3,) if i % 3 else ())
        place = folder / ("cats", "dogs")[i % 2]
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(rng.integers(0, 256, shape, dtype=np.uint8)).save(place / f"{i:02}.{'png' if i % 4 else 'jpg'}")
    return folder
