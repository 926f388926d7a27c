"""GAN Studio: train generative adversarial networks visually."""

__version__ = "0.1.0"
