"""``python -m facilitation``: the same command, where the scripts folder is not on the path."""

from __future__ import annotations

from facilitation.cli import main

raise SystemExit(main())
