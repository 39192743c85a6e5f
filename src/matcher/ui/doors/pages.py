"""The few pages of the doors themselves: plain HTML, no script, nothing from another host."""

from __future__ import annotations

from html import escape

from starlette.responses import HTMLResponse, Response

from matcher.ui.doors.places import LOG_IN, LOG_OUT, LOOK
from matcher.ui.preferences import preferences
from matcher.ui.texts import say

CSS = """
body { font-family: system-ui, sans-serif; background: #f3f6f9; color: #1b2733; margin: 0; }
main { max-width: 34rem; margin: 12vh auto; padding: 2rem; background: #fff;
       border: 1px solid #d5dde5; border-radius: 6px; }
h1 { font-size: 1.6rem; margin-top: 0; }
p { line-height: 1.5; overflow-wrap: anywhere; }
a, button { font: inherit; color: #17456b; }
button, .go { display: inline-block; padding: .6rem 1.1rem; border: 0; border-radius: 6px;
              background: #17456b; color: #fff; text-decoration: none; cursor: pointer; }
:focus-visible { outline: 3px solid #b35c00; outline-offset: 2px; }
"""


def page(heading: str, *parts: str, status: int = 200) -> Response:
    """A page with a heading and parts, which are HTML already."""
    body = (
        f'<!doctype html><html lang="{preferences().language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(heading)} · {escape(say('frame.program'))}</title>"
        f'<link rel="stylesheet" href="{LOOK}"></head>'
        f"<body><main><h1>{escape(heading)}</h1>{''.join(parts)}</main></body></html>"
    )
    return HTMLResponse(body, status_code=status, headers={"Cache-Control": "no-store"})


def look() -> Response:
    """How the pages of the doors look."""
    return Response(CSS, media_type="text/css")


def paragraph(text: str) -> str:
    """A paragraph of text."""
    return f"<p>{escape(text)}</p>"


def code(text: str) -> str:
    """A text to be copied sign by sign."""
    return f"<p><code>{escape(text)}</code></p>"


def log_in_link(label: str) -> str:
    """A way to the log-in."""
    return f'<p><a class="go" href="{LOG_IN}">{escape(label)}</a></p>'


def link(address: str, label: str) -> str:
    """A link to somewhere else."""
    return f'<p><a href="{escape(address)}" rel="noreferrer">{escape(label)}</a></p>'


def log_out_form() -> str:
    """The button that ends the session; a form, so that no link from outside can do it."""
    label = escape(say("door.log_out"))
    return f'<form method="post" action="{LOG_OUT}"><button>{label}</button></form>'
