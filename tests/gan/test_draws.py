"""A batch in parts: every part sees its rows of what the whole batch would have seen."""

import itertools

import pytest
import torch

from studio.gan.draws import parts, spans
from studio.gan.objectives import Objective
from studio.gan.trainer import Trainer
from tests.gan.making import config, images, whole

NETWORKS = {
    "mlp": {"kind": "mlp", "z_dim": 4, "width": 8, "depth": 1, "d_width": 8, "d_depth": 1},
    "r3gan": {"kind": "r3gan", "width": 8, "blocks": 1, "z_dim": 4, "group_size": 4},
    "dcgan": {"kind": "dcgan", "width": 4, "z_dim": 4, "norm": "none"},
    "fastgan": {"kind": "fastgan", "width": 2, "max_width": 6, "z_dim": 4, "norm": "none"},
}


@pytest.mark.parametrize(("batch", "micro", "world"), [(8, 0, 1), (8, 3, 1), (8, 8, 1), (8, 1, 2), (12, 5, 3), (7, 2, 1)])
def test_the_spans_of_all_ranks_cover_the_batch_once_and_none_is_longer_than_a_micro_batch(batch: int, micro: int, world: int) -> None:
    all_spans = [span for rank in range(world) for span in spans(batch, micro, rank, world)]
    rows = list(itertools.chain.from_iterable(range(*span) for span in all_spans))
    assert rows == list(range(batch))
    assert all(0 < stop - start <= (micro or batch) for start, stop in all_spans)


def test_parts_get_their_rows_of_the_whole_draws() -> None:
    trainer, other = (Trainer(config(training={"batch": 6, "device": "cpu"}), images(classes=3)) for _ in range(2))
    expected = whole(other)
    x, c = expected.real()
    z, labels = expected.latents(), expected.labels()
    u, n = expected.uniform(12, 2), expected.noise(x)
    shared: list[list[torch.Tensor]] = [[] for _ in range(6)]
    for part in parts(trainer, 6, spans(6, 4)):
        real, own = part.real()
        for column, value in zip(shared, (real, own, part.latents(), part.labels()), strict=False):
            assert value is not None
            column.append(value)
        shared[4].append(part.uniform(2 * part.batch, 2))
        shared[5].append(part.noise(real))
    for column, want in zip(shared[:4], (x, c, z, labels), strict=True):
        assert want is not None
        assert torch.equal(torch.cat(column), want)
    first = torch.cat([t.chunk(2)[0] for t in shared[4]])  # rows of reals and fakes joined: each half is cut by itself
    second = torch.cat([t.chunk(2)[1] for t in shared[4]])
    assert torch.equal(torch.cat([first, second]), u)
    assert torch.equal(torch.cat(shared[5]), n)


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("objective", sorted(Objective.kinds()))
@pytest.mark.parametrize("penalty", ["none", "r1_r2", "wgan_gp"])
def test_micro_batches_add_up_to_the_whole_batch(network: str, objective: str, penalty: str) -> None:
    trained = []
    for micro in (0, 3):
        settings = config(
            NETWORKS[network],
            objective={"kind": objective, "penalty": penalty, "instance_noise": 0.1},
            optimizer={"kind": "sgd", "lr": 0.01},
            training={"batch": 8, "kimg": 1, "device": "cpu", "micro_batch": micro},
            precision={"dtype": "fp64"},
        )
        trainer = Trainer(settings, images(classes=3))
        for _ in range(4):
            trainer.step()
        trained.append({f"{name}.{k}": v for name, tensors in trainer.weights().items() for k, v in tensors.items()})
    for name, value in trained[0].items():
        assert value.dtype == torch.float64
        torch.testing.assert_close(trained[1][name], value, rtol=1e-12, atol=1e-14)
