"""A folder a page, its ``page.render(services)`` what is shown; ``decision`` is part of several."""
