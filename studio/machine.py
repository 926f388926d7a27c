"""What this machine has, in numbers and words."""

from pathlib import Path

import psutil
import torch

from studio.gan.precision import cores
from studio.words import say

CGROUP = Path("/sys/fs/cgroup")  # where a container or a job scheduler may allow less than the machine has


def device_words(device: torch.device) -> str:
    """The device as the journal names it."""
    return f"{device} ({torch.cuda.get_device_name(device)})" if device.type == "cuda" else str(device)


def machine_words(device: torch.device) -> str:
    """What decides speed and rounding: the same words mean the same numbers."""
    if device.type != "cpu":
        return device_words(device)
    name = torch.cpu.get_capabilities().get("cpu_name", "processor")
    return f"cpu ({name}, {torch.backends.cpu.get_cpu_capability()}, {cores()} core{'s' if cores() > 1 else ''})"


def memory(device: torch.device) -> int:
    """Bytes taken: of the device, or of this process on a CPU."""
    return int(torch.cuda.memory_allocated(device)) if device.type == "cuda" else int(psutil.Process().memory_info().rss)


def free_memory() -> int:
    """Bytes that this process may still take of the machine's memory."""
    free = int(psutil.virtual_memory().available)
    try:
        most, taken = (int((CGROUP / name).read_text()) for name in ("memory.max", "memory.current"))
    except (OSError, ValueError):  # no such limit here
        return free
    return min(free, max(0, most - taken))


def free_words(name: str) -> str:
    """What memory is left, on the device that the option `name` chose."""
    if torch.cuda.is_available() and name != "cpu":
        free, total = torch.cuda.mem_get_info()
        return say("{free:.1f} of the device's {total:.1f} GB are free", free=free / 1e9, total=total / 1e9)
    memory = psutil.virtual_memory()
    return say("{free:.1f} of the machine's {total:.1f} GB are free", free=memory.available / 1e9, total=memory.total / 1e9)
