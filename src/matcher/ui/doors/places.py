"""The addresses of the doors, and those that are open to everybody."""

import re

LOG_IN, ANSWER, LOG_OUT, LOOK = "/logg-inn", "/logg-inn/svar", "/logg-ut", "/logg-inn/stil.css"
OVER = "/logg-inn/slutt"
"""Where a tab goes that was open when the session ended (ended.js)."""
OVER_THERE = "/logg-ut/fra-innloggingen"
"""What the log-in asks for when somebody's session with it is over (OpenID Connect Front-Channel
Logout 1.0)."""
HEALTH = "/_stcore/health"
OPEN = frozenset({LOG_IN, ANSWER, LOG_OUT, LOOK, OVER, OVER_THERE, HEALTH, "/favicon.png"})
"""Nothing of any person is behind these."""
_A_PAGE = re.compile(r"[a-z]+(-[a-z]+)*", re.ASCII)


def page_name(text: str) -> str:
    """The name of one of our pages; empty for anything else, and so for every foreign address."""
    return text if _A_PAGE.fullmatch(text) else ""
