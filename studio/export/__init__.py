"""What leaves the studio: image sets and arrays of samples. Reads checkpoints; changes no run."""

from collections.abc import Generator
from pathlib import Path

from studio.export.plan import ARRAYS, ExportPlan, ExportProgress


def export(checkpoint: Path, plan: ExportPlan, *, device: str = "auto") -> Generator[ExportProgress, None, Path]:
    """What the plan's target asks for: .npz, .npy or .csv one file of samples, else an image set in a folder or .zip.

    checkpoint: a checkpoint's folder. Advance it to the end, or close it to cancel. Returns the target.
    """
    # Here, so that a plan can be made before torch has loaded.
    if plan.target.suffix.lower() in ARRAYS:
        from studio.export.samples import export_samples

        return export_samples(checkpoint, plan, device=device)
    from studio.export.image_set import export_images

    return export_images(checkpoint, plan, device=device)
