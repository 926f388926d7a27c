"""The exponential moving average of unevenly spaced numbers, fast enough to be made anew at every redraw."""

import numpy as np
from numpy.typing import NDArray

BLOCK = 300.0  # half-lives summed at once: 2³⁰⁰ is far within a double's range


def smoothed(x: NDArray[np.float64], y: NDArray[np.float64], half_life: float) -> NDArray[np.float64]:
    """The mean of all y so far, each weighing half as much for every `half_life` of x that lies behind: float64 [N].

    x rises. There is no bias toward a starting value. A y that is not finite counts for nothing, and gives NaN in its own place.
    """
    y = np.asarray(y, np.float64)
    sound = np.isfinite(y)
    if half_life <= 0 or len(y) == 0:
        return np.where(sound, y, np.nan)
    t = (np.asarray(x, np.float64) - x[0]) / half_life
    out = np.empty(len(y))
    total = weight = 0.0  # of all before this block, seen from its start
    start = 0
    while start < len(y):
        stop = max(int(np.searchsorted(t, t[start] + BLOCK, side="right")), start + 1)
        w = np.exp2(t[start:stop] - t[start])
        use = sound[start:stop]
        totals = total + np.cumsum(np.where(use, w * np.where(use, y[start:stop], 0.0), 0.0))
        weights = weight + np.cumsum(np.where(use, w, 0.0))
        with np.errstate(invalid="ignore", divide="ignore"):
            out[start:stop] = totals / weights
        if stop < len(y):
            ahead = np.exp2(max(t[start] - t[stop], -1000.0))
            total, weight = totals[-1] * ahead, weights[-1] * ahead
        start = stop
    out[~sound] = np.nan
    return out
