"""Links tried on the internet, each once, only when somebody asks for it."""

from __future__ import annotations

from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

PATIENCE = 5.0  # seconds
_SAFE = "/%:@!$&'()*+,;=~-._"
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_FOR_SOME = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}  # the page is there
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
    try:
        request = Request(_plain(link), method=method, headers={"User-Agent": "facilitation"})  # noqa: S310  # http(s) only
        with urlopen(request, timeout=PATIENCE):  # noqa: S310  # as above
            return ""
    except HTTPError as error:
        return _refused(link, method, error.code)
    except (URLError, HTTPException, OSError, ValueError):
        return f"le site ne répond pas (essayé {PATIENCE:.0f} s au plus)"


def _refused(link: str, method: str, code: int) -> str:
    if method == "HEAD" and code in _NO_HEAD:
        return _asked(link, "GET")
    if code in _FOR_SOME:
        return ""
    return f"le site n’a pas cette page (erreur {code})" if code in _GONE else f"le site répond par une erreur ({code})"


def _plain(link: str) -> str:
    """Return a link in the letters that go through the network (RFC 3986, RFC 3490).

    Raises:
        ValueError: its host or its port cannot be.
    """
    parts = urlsplit(link)
    host = (parts.hostname or "").encode("idna").decode("ascii") + (f":{parts.port}" if parts.port else "")
    return urlunsplit((parts.scheme, host, quote(parts.path, safe=_SAFE), quote(parts.query, safe=f"{_SAFE}?"), ""))
