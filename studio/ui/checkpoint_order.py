"""The order of a list of checkpoints: the newest first, the largest, or the best by what was measured of them. Knows no widget."""

from collections.abc import Iterable, Mapping, Sequence

from studio.runs.checkpoints import WORTH
from studio.ui.metric_words import metric_words
from studio.ui.widgets.checkpoint_list import Row
from studio.words import say

TIME, SIZE = "time", "size"


def orders(rows: Iterable[Row], better: Mapping[str, str]) -> dict[str, str]:
    """The orders that make sense for these, each with its words: a metric counts where it is known which way of it is better."""
    measured = sorted({name for row in rows for name in row.metrics if better.get(name) in WORTH})
    best = {name: say("Best {metric}", metric=metric_words(name)) for name in measured}
    return {TIME: say("Newest first"), **best, SIZE: say("Largest first")}


def ordered(rows: Sequence[Row], order: str, better: Mapping[str, str]) -> list[Row]:
    """The rows in that order; those that were not measured come last, and the newest first among equals."""
    newest = sorted(rows, key=lambda row: row.checkpoint.id, reverse=True)
    if order == SIZE:
        return sorted(newest, key=lambda row: -row.checkpoint.bytes)
    worth = WORTH.get(better.get(order, ""))
    if worth is None:
        return newest
    return sorted(newest, key=lambda row: (order not in row.metrics, worth(row.metrics.get(order, 0.0))))


def ways(names: Iterable[str]) -> dict[str, str]:
    """Which way of each metric is better, as the metrics themselves say; empty for a name that none gives. For the torch thread."""
    from studio.gan.metrics import describe

    return {name: about.better if (about := describe(name)) is not None else "" for name in names}
