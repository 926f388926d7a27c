"""The command line: its commands and their options. Each is a thin layer over the same functions that the window calls, without Qt.

Bad input ends with exit code 2, a failed run with 1, an aborted one with 130; they speak on stderr, without a traceback.
A run that was stopped has saved, and ends with 0.
"""

import functools
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from studio.errors import ConfigError, Problem, RunError, StudioError
from studio.terminal.telling import print_figures, print_scan, table, tell
from studio.terminal.typed import command_named, options_named, point_named, run_named, seeds_named

app = typer.Typer(
    name="gan-studio",
    help="Train generative adversarial networks: in a window, or here.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # errors and help as plain lines, which scripts and logs keep whole
    context_settings={"help_option_names": ["-h", "--help"]},
)

Home = Annotated[Path | None, typer.Option("--home", help="The studio's folder: runs and the data cache.", envvar="GAN_STUDIO_HOME")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress, only errors.")]
Run = Annotated[str, typer.Argument(help="A run's folder, name or number.", metavar="RUN")]
RunPoint = Annotated[
    str, typer.Argument(help="A run's folder, name or number; with :ID its checkpoint ID, else the newest sound one.", metavar="RUN[:CHECKPOINT]")
]
Set = Annotated[list[str] | None, typer.Option("--set", help="Change an option, such as objective.gamma=0.5; may be repeated.", metavar="PATH=VALUE")]
Distributed = Annotated[
    bool, typer.Option("--distributed", help="This is one of several processes that torchrun starts to train the run together; see several-gpus in the help.")
]
Awake = Annotated[bool, typer.Option("--awake", help="Keep the machine from going to sleep meanwhile, where the system has a way.")]
Device = Annotated[str | None, typer.Option("--device", help="auto, cpu, cuda, cuda:1, mps.")]


@app.callback(invoke_without_command=True)
def start(context: typer.Context, home: Home = None) -> None:
    """Without a command, open the window."""
    if home is not None:
        os.environ["GAN_STUDIO_HOME"] = str(home.expanduser().absolute())
    if context.invoked_subcommand is None:
        raise typer.Exit(_window(None, demo=False))


@app.command("open")
def open_(run: Annotated[str | None, typer.Argument(help="A run's folder, name or number.", metavar="[RUN]")] = None) -> None:
    """Open the window, with a run if one is named."""
    raise typer.Exit(_window(run_named(run).path if run else None, demo=False))


@app.command()
def demo(kimg: Annotated[float | None, typer.Option(help="Length in thousand images.")] = None) -> None:
    """Train handwritten digits: in the window, or here where there is no display."""
    from studio.terminal.display import why_no_window

    reason = why_no_window()
    if not reason:
        raise typer.Exit(_window(None, demo=True))
    print(f"No window: {reason}. Training the handwritten digits here instead.")
    from studio.terminal.training import train_preset

    raise typer.Exit(train_preset("digits", kimg=kimg, tell_samples=True))


@app.command()
def presets(as_json: Json = False) -> None:
    """List the templates, then your own, then the recipes of papers, which need GPUs.

    JSON: a list of {name, title, summary}.
    """
    from studio.presets import papers
    from studio.presets import presets as templates
    from studio.runs.home import default_home
    from studio.templates import own_templates

    own, broken = own_templates(default_home())
    for one in broken:
        print(f"gan-studio: {one.reason}", file=sys.stderr)
    found = [{"name": p.name, "title": p.title, "summary": p.summary} for p in (*templates(), *own, *papers())]
    tell(found, as_json, lambda: table(("name", "title", "summary"), [tuple(p.values()) for p in found]))


@app.command("list")
def list_(as_json: Json = False) -> None:
    """List the runs, newest first.

    JSON: a list of {name, path, state, nimg, kimg, seconds, broken}: kimg is the planned length; broken is null or the reason.
    """
    from studio.runs.home import default_home, list_runs

    there = list_runs(default_home())
    found = [{"name": r.name, "path": str(r.path), "state": r.state, "nimg": r.nimg, "kimg": r.kimg, "seconds": r.seconds, "broken": r.broken} for r in there]
    rows = [(r.name, r.broken or r.state, f"{r.nimg / 1000:g} of {r.kimg:g} kimg") for r in there]
    tell(found, as_json, lambda: table(("run", "state", "images"), rows) if rows else print("No runs yet: gan-studio demo makes the first."))


@app.command()
def show(run: Run, as_json: Json = False) -> None:
    """Show a run: its state, options and checkpoints.

    JSON: {name, path, state, nimg, kimg, total_kimg, seconds, rate, options, checkpoints: [{id, nimg, segment, folder, bytes, pinned, note,
    metrics: {name: value}}], segments: [{segment, parent, nimg, why, checkpoint}], scalars: {name: [mean, min, max]},
    failure: null or {error, text, remedy}, data: null or {medium, shape, classes, train, held, notes},
    chosen: null or what `auto` came to, {device, dtype, channels_last, compile, threads, micro_batch, need, why, table}}.
    """
    from studio.terminal.report import describe, print_description

    about = describe(run_named(run))
    tell(about, as_json, lambda: print_description(about))


@app.command()
def doctor(run: Run, as_json: Json = False) -> None:
    """Tell how a run is: its health in a sentence, active alarms with what mends them, and past ones.

    Ends with exit code 3 while a high or critical alarm is active. JSON: {run, path, state, nimg, health, armed, checks, share, signals:
    {name: value}, alarms: [{alarm, title, severity, onset, nimg, text, why, remedies: [{title, text, commands, restart, checkpoint}],
    evidence: [{kind, title, text, file, labels, series, edges}]}], past: [the same with cleared and why_cleared]}.
    """
    from studio.terminal.health import examined, exit_code, print_examined

    found = examined(run_named(run))
    tell(found, as_json, lambda: print_examined(found))
    raise typer.Exit(exit_code(found))


@app.command()
def train(
    preset: Annotated[str, typer.Option(help="A template's name; see `gan-studio presets`.", metavar="NAME")],
    data: Annotated[Path | None, typer.Option(help="A folder or zip of images to train on.")] = None,
    set_: Set = None,
    kimg: Annotated[float | None, typer.Option(help="Length in thousand images.")] = None,
    seed: Annotated[int | None, typer.Option(help="Start of every random draw.")] = None,
    device: Device = None,
    run: Annotated[
        Path | None,
        typer.Option("--run", "--folder", help="The new run's folder; refused when it exists. torchrun has a --run of its own.", metavar="DIR"),
    ] = None,
    autopilot: Annotated[bool, typer.Option("--autopilot", help="Let the doctor carry out remedies of critical alarms by itself.")] = False,
    awake: Awake = False,
    distributed: Distributed = False,
    quiet: Quiet = False,
) -> None:
    """Start a run and train it to the end.

    Ctrl-C or SIGTERM saves and stops (exit code 0); a second one aborts (130).
    """
    from studio.terminal.together import together
    from studio.terminal.training import train_preset

    changes = options_named(set_) | ({"doctor.autopilot": True} if autopilot else {})
    start = functools.partial(train_preset, preset, data=data, changes=changes, kimg=kimg, seed=seed, device=device, path=run, keep_awake=awake, quiet=quiet)
    raise typer.Exit(together(lambda world: start(world=world), distributed=distributed))


@app.command()
def resume(
    run: RunPoint,
    kimg: Annotated[float | None, typer.Option(help="New length in thousand images.")] = None,
    set_: Set = None,
    background: Annotated[bool, typer.Option("--background", help="Train in a process of its own that outlives this terminal.")] = False,
    awake: Awake = False,
    distributed: Distributed = False,
    quiet: Quiet = False,
    unattended: Annotated[bool, typer.Option("--unattended", hidden=True)] = False,
) -> None:
    """Go on with a run from its newest sound checkpoint, or from the one named: that is a rollback.

    Ctrl-C or SIGTERM saves and stops (exit code 0); a second one aborts (130).
    """
    if background:
        from studio.terminal.detached import detach

        found, checkpoint = point_named(run)
        if checkpoint is not None or kimg is not None or set_ or distributed:
            raise ConfigError([Problem("--background", "goes on with the run as it is; change it with `gan-studio send`, or resume it here")])
        raise typer.Exit(detach(found, keep_awake=awake, quiet=quiet))
    from studio.terminal.together import together
    from studio.terminal.training import resume as go_on

    changes = options_named(set_) | ({"training.kimg": kimg} if kimg is not None else {})

    def train_on(world: Any) -> int:
        folder, checkpoint = point_named(run)
        return go_on(folder, checkpoint=checkpoint, changes=changes, quiet=quiet, keep_awake=awake, unattended=unattended, world=world)

    raise typer.Exit(together(train_on, distributed=distributed))


@app.command()
def send(
    run: Run,
    command: Annotated[str, typer.Argument(help="pause, resume, stop, abort, checkpoint, cancel-evaluation, set or rollback.")],
    value: Annotated[str | None, typer.Argument(help="PATH=VALUE for set; a checkpoint's ID for rollback.")] = None,
    keep_options: Annotated[bool, typer.Option("--keep-options", help="After a rollback, keep the options in force now.")] = False,
    timeout: Annotated[float, typer.Option(help="Seconds to wait for the answer.")] = 60.0,
) -> None:
    """Steer a run that trains, in this or another process, and wait for the answer."""
    from studio.messages import Refused
    from studio.runs.commands import send as ask

    answer = ask(run_named(run), command_named(command, value, keep_options=keep_options), timeout=timeout)
    if isinstance(answer, Refused):
        raise RunError(answer.reason)
    print(answer.text or "done")


@app.command()
def sample(
    run: RunPoint,
    count: Annotated[int | None, typer.Option(help="How many samples.", min=1)] = None,
    out: Annotated[Path, typer.Option(help="A folder, a .zip, or a .npz with arrays samples and seeds.", metavar="DIR|FILE.zip|FILE.npz")] = Path("samples"),
    seed: Annotated[int | None, typer.Option(help="The first seed; the others follow.", min=0)] = None,
    seeds: Annotated[str | None, typer.Option(help="Seeds from A to B, both included.", metavar="A-B")] = None,
    psi: Annotated[float, typer.Option(help="Truncation ψ: below 1 more typical, less varied.")] = 1.0,
    class_: Annotated[str | None, typer.Option("--class", help="A class by name or number.")] = None,
    image_format: Annotated[str, typer.Option("--format", help="png, jpeg or webp.")] = "png",
    enlarge: Annotated[int, typer.Option(help="Times the width and height, of image files.", min=1, max=8)] = 1,
    smooth: Annotated[bool, typer.Option("--smooth", help="Enlarge by Lanczos, not by squares.")] = False,
    device: Device = None,
    quiet: Quiet = False,
) -> None:
    """Make samples with a checkpoint's EMA generator."""
    from studio.terminal.making import make_samples

    folder, checkpoint = point_named(run)
    first, number = seeds_named(count, seed, seeds)
    options = {"seeds": first, "count": number, "psi": psi, "format": image_format, "classes": None if class_ is None else (class_,)}
    options |= {"enlarge": enlarge, "smooth": smooth}
    make_samples(folder, checkpoint, out, options=options, device=device or "auto", quiet=quiet)


@app.command()
def evaluate(
    run: Annotated[
        str, typer.Argument(help="A run's folder, name or number; with :ID its checkpoint ID. Left out, the metrics are listed.", metavar="[RUN[:CHECKPOINT]]")
    ] = "",
    metric: Annotated[
        list[str] | None, typer.Option(help="A metric's name; may be repeated. All that need no download when none is given.", metavar="NAME")
    ] = None,
    count: Annotated[int | None, typer.Option(help="How many samples to judge; the metric's usual number when left out.", min=64)] = None,
    reference: Annotated[str, typer.Option(help="What FID and its like compare with: train or held-out images.", metavar="train|held-out")] = "train",
    allow_download: Annotated[bool, typer.Option("--allow-download", help="Allow fetching the weights that FID and its like need: 95.6 MB, once.")] = False,
    inception_weights: Annotated[Path | None, typer.Option(help="Those weights, from this file instead.", metavar="FILE")] = None,
    as_json: Json = False,
    device: Device = None,
) -> None:
    """Measure a checkpoint's EMA generator against the data; without RUN, list what can be measured.

    JSON: {run, checkpoint, nimg, metrics: {name: value}, basis: {name: {count, reals, reference}}, count, reference, seconds}; of the
    list: [{name, values: [{name, better, about}], usual, about}].
    """
    from studio.terminal.measuring import Weights, evaluate_checkpoint, list_metrics

    if not run:
        kinds = list_metrics()
        rows = [(value["name"], value["better"], value["about"]) for kind in kinds for value in kind["values"]]
        tell(kinds, as_json, lambda: table(("value", "better", "what it says"), rows))
        return
    if reference not in ("train", "held-out"):
        raise ConfigError([Problem("--reference", f"must be train or held-out; got {reference!r}")])
    folder, checkpoint = point_named(run)
    weights = Weights(inception_weights, allow_download, held=reference == "held-out")
    found = evaluate_checkpoint(folder, checkpoint, metric, count=count, device=device or "auto", quiet=as_json, weights=weights)
    tell(found, as_json, lambda: print_figures(found))


@app.command()
def scan(path: Annotated[Path, typer.Argument(help="A folder or zip of images.")], as_json: Json = False) -> None:
    """Look through a folder or zip of images before training on it.

    JSON: {path, images, classes: {name: count}, sizes: {"WxH": count}, modes: {mode: count}, broken: [{file, reason}],
    unclassed, duplicates, copies: [[file]], animated, others, notes: [text]}; copies groups files that are equal, duplicates counts those
    that could go, others those that are no images.
    """
    from studio.terminal.making import scan_images

    found = scan_images(path, quiet=as_json)
    tell(found, as_json, lambda: print_scan(found))


@app.command()
def cache(
    clear: Annotated[bool, typer.Option("--clear", help="Remove what no process has open; it is decoded again when needed.")] = False, as_json: Json = False
) -> None:
    """Tell how much decoded data is kept for the next opening, and clear it.

    JSON: {folder, entries, bytes, freed}: the data sets that are kept decoded and their bytes, after `freed` bytes were removed.
    """
    from studio.runs.home import cache_folder, default_home
    from studio.terminal.kept import kept_data

    found = kept_data(cache_folder(default_home()), clear=clear)
    freed = f"{found['freed'] / 1e6:,.1f} MB cleared. " if clear else ""
    tell(found, as_json, lambda: print(f"{freed}{found['entries']} decoded data sets in {found['folder']}: {found['bytes'] / 1e6:,.1f} MB"))


@app.command()
def bench(as_json: Json = False, seconds: Annotated[float, typer.Option(help="Time for each measurement.", min=0.2)] = 3.0, device: Device = None) -> None:
    """Measure this machine: real images a second of each network family.

    JSON: {device, torch, threads, results: [{network, shape, batch, dtype, images_per_second}]}.
    """
    from studio.terminal.speed import measure

    found = measure(seconds, device or "auto")
    rows = [(r["network"], r["shape"], str(r["batch"]), r["dtype"], f"{r['images_per_second']:.0f}") for r in found["results"]]
    tell(found, as_json, lambda: table(("network", "shape", "batch", "dtype", "images/s"), rows))


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line; returns the exit code."""
    try:
        app(arguments)
    except StudioError as error:
        print(f"gan-studio: {error}", file=sys.stderr)
        return 2
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return 130
    return 0


def _window(run: Path | None, *, demo: bool) -> int:
    from studio.terminal.display import why_no_window

    if reason := why_no_window():
        raise RunError(f"cannot open a window: {reason}. `gan-studio demo` trains in the terminal; `gan-studio --help` lists what else works without one")
    from studio.runs.home import default_home
    from studio.ui.app import run as run_window

    return run_window(run, demo=demo, home=default_home())
