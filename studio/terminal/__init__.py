"""What the command line does with a run, and how it tells it on a terminal."""
