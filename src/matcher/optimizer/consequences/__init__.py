"""How a forced pair's consequence is worked out, and proven: see ``docs/consequences.md``."""
