"""The run folder: journal, commands, lock, checkpoints, the fold of events and the cache of columns. No torch, no Qt."""
