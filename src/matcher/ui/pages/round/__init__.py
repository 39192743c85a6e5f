"""An assignment round: asked for, run, read, decided upon."""
