from pathlib import Path

import pytest
import torch

from studio.errors import ConfigError, RunError
from studio.gan.sampling import Sampler, labels, latents
from studio.gan.trainer import Trainer
from tests.gan.making import config, images

NETWORKS = [
    None,
    {"kind": "dcgan", "width": 8, "z_dim": 4},
    {"kind": "dcgan", "width": 8, "z_dim": 4, "norm": "none"},
    {"kind": "r3gan", "width": 16, "blocks": 1, "z_dim": 4, "group_size": 4},
    {"kind": "stylegan2", "width": 8, "w_dim": 16, "z_dim": 4},
]


def sampler(network: dict[str, object] | None = None, *, classes: int = 0) -> Sampler:
    trainer = Trainer(config(network), images(size=(16, 16, 3) if network else (8, 8, 1), classes=classes))
    for _ in range(3):
        trainer.step()
    data = trainer.dataset
    return Sampler(trainer.config, data.shape, data.classes, dict(trainer.weights()["generator_ema"]), device="cpu")


@pytest.mark.parametrize("network", NETWORKS, ids=str)
@pytest.mark.parametrize("threads", [1, 2])
def test_a_seed_gives_the_same_bytes_whatever_is_drawn_beside_it(network: dict[str, object] | None, threads: int) -> None:
    torch.set_num_threads(threads)
    try:
        made = sampler(network)
        together, _ = made.draw(range(70))
        for seeds in ([69], [33, 2], list(range(60, 70)), [5, 69, 31, 32, 1]):
            alone, _ = made.draw(seeds)
            assert torch.equal(alone, together[seeds])
    finally:
        torch.set_num_threads(1)


def test_latents_are_standard_normal_and_distinct() -> None:
    z = latents(range(4000), 8)
    assert abs(float(z.mean())) < 0.02
    assert abs(float(z.std()) - 1) < 0.02
    assert len(z.unique(dim=0)) == 4000


def test_classes_are_drawn_evenly_and_from_the_seed() -> None:
    c = labels(range(3000), 3)
    assert c is not None
    assert all(900 < int((c == i).sum()) < 1100 for i in range(3))
    assert torch.equal(c[10:20], labels(range(10, 20), 3))
    assert labels(range(3), 0) is None
    assert labels(range(3), 5, 4).tolist() == [4, 4, 4]


def test_psi_scales_the_latent() -> None:
    made = sampler()
    (none, _), (full, _) = made.draw(range(16), psi=0.0), made.draw(range(16))
    assert torch.equal(none, none[:1].expand_as(none))
    assert not torch.equal(full[0], full[1])


def test_psi_draws_the_styles_of_a_network_that_has_some_towards_their_mean() -> None:
    made = sampler(NETWORKS[-1])
    (none, _), (half, _), (full, _) = (made.draw(range(16), psi=psi) for psi in (0.0, 0.5, 1.0))
    torch.testing.assert_close(none, none[:1].expand_as(none), rtol=1e-4, atol=1e-5)
    assert 0 < (half - none).square().mean() < (full - none).square().mean()


def test_a_class_that_is_not_there_is_refused() -> None:
    with pytest.raises(ConfigError, match="trained without labels"):
        sampler().draw([0], c=1)
    with pytest.raises(ConfigError, match="0 to 2"):
        sampler(classes=3).draw([0], c=3)


def test_a_torn_checkpoint_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "checkpoint.json").write_text("{")
    with pytest.raises(RunError, match=r"checkpoint\.json"):
        Sampler.from_checkpoint(tmp_path)


def test_latents_that_are_handed_in_give_the_samples_of_their_seeds() -> None:
    made = sampler(classes=3)
    x, c = made.draw(range(40))
    assert torch.equal(made.draw_at(latents(range(40), made.config.network.z_dim), c), x)
