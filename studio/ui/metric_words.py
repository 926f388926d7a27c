"""What the window calls a figure that was measured: short, and as the field writes it. The help's page on metrics says what each means."""

_NAMES = {"swd": "SWD", "phi_fd": "φ-FD", "phi_mmd": "φ-MMD", "fid": "FID", "kid": "KID", "reverse_kl": "reverse KL", "inception": "Inception"}


def metric_words(name: str) -> str:
    """`phi_fd` → φ-FD, `swd_floor` → SWD at best, `high_quality` → high quality."""
    if name.endswith("_floor"):
        return f"{metric_words(name.removesuffix('_floor'))} at best"
    known = next((key for key in _NAMES if name == key or name.startswith(f"{key}_")), "")
    return _NAMES.get(known, "") + name.removeprefix(known).replace("_", " ")
