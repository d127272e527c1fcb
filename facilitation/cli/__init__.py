"""The command line: argv → one workshop → one surface. Nothing heavy is imported before the branch that needs it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

DONE, WRONG_FILE, WRONG_USAGE = 0, 1, 2
STOPPED = 130  # what shells give to a command that Ctrl+C stopped


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status: 0 done, 1 something in the user's files is wrong (said in a sentence), 2 wrong usage."""
    from facilitation.cli.parser import parser

    _speak_utf8()
    options = parser().parse_args(argv)
    from facilitation.cli import commands
    from facilitation.errors import FacilitationError, UsageError

    try:
        status = commands.VERBS[options.command](options)
        sys.stdout.flush()
    except UsageError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE
    except FacilitationError as error:
        print(error, file=sys.stderr)
        return WRONG_FILE
    except KeyboardInterrupt:
        print("Arrêté. Ce qui était gardé le reste.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        _let_the_reader_go()
        return DONE
    return status


def _let_the_reader_go() -> None:
    """Write no more: whoever read the output has what they wanted (« | head »), and the exit flushes what is left."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Let « é » and « → » through when the output is a pipe of a Windows console (cp1252 there)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
