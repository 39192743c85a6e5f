"""One page a file, each a ``render(services)``."""
