"""The first page the browser is given: Streamlit's own, in the user's language, with our scripts.

The scripts and Streamlit's words in our languages have addresses of their own.
"""

import re
from collections.abc import Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from streamlit import file_util

from matcher.letters.language import Language
from matcher.ui.preferences import preferences
from matcher.ui.texts import say, streamlit_words

HERE = Path(__file__).parent
SCRIPTS = {
    "/norsk/okt.js": "doors/ended.js",
    "/norsk/taster.js": "keys.js",
    "/norsk/valg.js": "preferences.js",
    "/norsk/oversett.js": "translate.js",
}
"""Before Streamlit's own, in this order."""
WORDS = "/norsk/ord-{language}.json"


def routes() -> list[Route]:
    """Every address of the first page."""
    return [
        *(Route(address, _script(name)) for address, name in SCRIPTS.items()),
        *(Route(WORDS.format(language=each), _words(each)) for each in Language),
        Route("/favicon.png", _icon),
        Route("/", _first_page),
        Route("/{page}", _first_page),
    ]


def first_page(page: str) -> str:
    """Streamlit's page with its language declared, our scripts, and no script text of its own."""
    spoken = f'<html lang="{preferences().language}">'
    page = page.replace('<html lang="en">', spoken, 1)
    page = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    needs = f"<noscript><p>{say('serve.needs_script')}</p></noscript>"
    page = re.sub(r"<noscript>.*?</noscript>", needs, page, flags=re.DOTALL)
    page = page.replace("<title>Streamlit</title>", f"<title>{say('frame.program')}</title>", 1)
    scripts = "".join(f'<script src="{address}" defer></script>' for address in SCRIPTS)
    return page.replace("<head>", f"<head>{scripts}", 1)


def _first_page(request: Request) -> Response:
    index = Path(file_util.get_static_dir()) / "index.html"
    page = first_page(index.read_text(encoding="utf-8"))
    return HTMLResponse(page, headers={"Cache-Control": "no-cache", "Vary": "Cookie"})


def _icon(request: Request) -> Response:
    return FileResponse(Path(file_util.get_static_dir()) / "favicon.png")


def _script(name: str) -> Callable[[Request], Response]:
    text = (HERE / name).read_text(encoding="utf-8")
    return lambda request: Response(text, media_type="text/javascript")


def _words(language: Language) -> Callable[[Request], Response]:
    return lambda request: JSONResponse(streamlit_words(language))
