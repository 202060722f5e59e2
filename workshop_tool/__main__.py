"""``python -m workshop_tool`` is the command line."""

import sys

from workshop_tool.cli import main

sys.exit(main())
