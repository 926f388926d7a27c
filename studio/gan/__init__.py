"""The engine: networks, objectives, datasets and the training loop. Needs torch; knows no Qt and no run folder."""
