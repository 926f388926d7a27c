"""Figures on the terminal: which there are, and those of a checkpoint."""

import sys
from pathlib import Path
from typing import Any, NamedTuple

from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
from studio.terminal.line import line, progress_words
from studio.terminal.making import checkpoint_of, run_whole


class Weights(NamedTuple):
    """Where the weights that FID and its like need may come from, and whether these compare with held-out images."""

    file: Path | None = None
    allow_download: bool = False
    held: bool = False


def list_metrics() -> list[dict[str, Any]]:
    """The JSON document of `evaluate` without a run."""
    from studio.gan.metrics import Metric

    return [
        {
            "name": name,
            "values": [
                {"name": f"{value}NAME" if value.endswith("/") else value, "better": about.better, "about": about.text} for value, about in kind.values.items()
            ],
            "usual": kind.usual,
            "about": kind.about(),
        }
        for name, kind in Metric.kinds().items()
    ]


def evaluate_checkpoint(
    folder: RunFolder,
    number: int | None,
    metrics: list[str] | None,
    *,
    count: int | None,
    device: str,
    quiet: bool,
    weights: Weights = Weights(),  # noqa: B008 it is a constant
) -> dict[str, Any]:
    """Measures a checkpoint; the figures are kept with it. The JSON document of `evaluate`."""
    from studio.gan.config import RunConfig
    from studio.gan.evaluate import evaluate
    from studio.gan.precision import use_threads
    from studio.gan.sampling import Sampler
    from studio.runs.home import cache_folder, default_home

    checkpoint = checkpoint_of(folder, number)
    config = RunConfig.read(checkpoint.options)
    cache = cache_folder(default_home())
    use_threads(config.network.parallel)
    with line(quiet) as show:
        pretrained = _pretrained(metrics, weights, cache, device, show)
        dataset = config.dataset.open(cache, lambda done, total, what: show(progress_words(done, total, what)))
    sampler = Sampler.from_checkpoint(checkpoint.path, device=device)
    found = run_whole(evaluate(sampler, dataset, metrics, source=config.dataset, count=count, pretrained=pretrained), quiet=quiet)
    basis = {name: about.dump() for name, about in found.basis.items()}
    CheckpointStore(folder).measured(checkpoint.id, found.metrics, basis)
    return {
        "run": folder.name,
        "checkpoint": checkpoint.id,
        "nimg": checkpoint.nimg,
        "metrics": found.metrics,
        "basis": basis,
        "count": found.count,
        "reference": found.reference,
        "seconds": round(found.seconds, 3),
    }


def _pretrained(metrics: list[str] | None, weights: Weights, cache: Path, device: str, show: Any) -> Any:
    """Inception, where one of these metrics looks through it; its weights are fetched only if that was allowed. ConfigError says what is lacking."""
    from studio.errors import ConfigError, Problem
    from studio.gan import inception
    from studio.gan.evaluate import Pretrained
    from studio.gan.metrics import Metric, PretrainedMetric

    looking = [kind for kind in Metric.kinds().values() if issubclass(kind, PretrainedMetric)]
    if not any(name == kind.kind or kind.about_value(name) for name in metrics or [] for kind in looking):
        return None
    if lacking := inception.missing_extra():
        raise ConfigError([Problem("metric", lacking)])
    if weights.allow_download and weights.file is None:
        print(inception.NOTICE, file=sys.stderr)
    path = inception.find_weights(
        cache, file=weights.file, allow_download=weights.allow_download, progress=lambda done, total, what: show(progress_words(done, total, what))
    )
    return Pretrained(inception.Inception(inception.read_weights(path), device=device, cache=cache), held=weights.held)
