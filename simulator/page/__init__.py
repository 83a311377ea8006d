"""The page of phones: plain HTML, CSS and JavaScript, served from the package and asking nobody else."""

from importlib.resources import files

from aiohttp import web

KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
SCRIPTS = ("page", "server", "bubbles", "phones", "panel", "guide", "trouble", "behind")
FILES = ("page.css", "beside.css", *(f"{name}.js" for name in SCRIPTS))


def _serve(name: str) -> web.Response:
    text = (files("simulator.page") / name).read_text(encoding="utf-8")
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
    return web.Response(text=text, content_type=KINDS[name.rpartition(".")[2]], headers=headers)


async def _index(_: web.Request) -> web.Response:
    return _serve("index.html")


async def _file(request: web.Request) -> web.Response:
    return _serve(request.match_info["name"])


def add_page(app: web.Application) -> None:
    """Serve the page at / and its files beside it."""
    app.router.add_get("/", _index)
    app.router.add_get(f"/_page/{{name:{'|'.join(FILES)}}}", _file)
