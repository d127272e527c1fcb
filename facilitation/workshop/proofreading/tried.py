"""Links tried on the internet, each once, only when somebody asks for it."""

from __future__ import annotations

from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

PATIENCE = 5.0  # seconds
_NO_HEAD = {HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.FORBIDDEN}  # some sites answer GET only


class Tried:
    """What links answered; ``count`` is how many were tried."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    @property
    def count(self) -> int:
        """How many links were tried."""
        return len(self._known)

    def __call__(self, link: str) -> str:
        """Return why a link does not answer, '' when it does."""
        page = link.partition("#")[0]
        if page not in self._known:
            self._known[page] = _asked(page, "HEAD")
        return self._known[page]


def _asked(link: str, method: str) -> str:
    parts = urlsplit(link)
    host = (parts.hostname or "").encode("idna").decode("ascii") + (f":{parts.port}" if parts.port else "")
    plain = urlunsplit(
        (parts.scheme, host, quote(parts.path, safe="/%:@!$&'()*+,;=~-._"), quote(parts.query, safe="%=&/?:@!$'()*+,;~-._"), "")
    )
    request = Request(plain, method=method, headers={"User-Agent": "facilitation"})  # noqa: S310  # links are http(s) only
    try:
        with urlopen(request, timeout=PATIENCE):  # noqa: S310  # as above
            return ""
    except HTTPError as error:
        if method == "HEAD" and error.code in _NO_HEAD:
            return _asked(link, "GET")
        if error.code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}:
            return ""  # the page is there, and lets only some in
        return f"le site répond qu’il n’a pas cette page (erreur {error.code})"
    except (URLError, TimeoutError, OSError, ValueError):
        return f"le site ne répond pas (essayé {PATIENCE:.0f} s)"
