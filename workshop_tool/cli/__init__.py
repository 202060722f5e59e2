"""The command line: stable, so that other programs may call it. 0 done, 1 refused with a sentence, 2 wrong usage."""

import os
import sys
from collections.abc import Sequence

from workshop_tool.cli import commands
from workshop_tool.cli.parser import make_parser
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, language_of, sentence, speak


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status."""
    speak(language_of(os.environ))
    parser = make_parser()
    arguments = parser.parse_args(argv)
    begins = ("title", "source", "template", "earlier")
    if arguments.command is commands.new and not any(getattr(arguments, name) for name in begins):
        parser.error(_("a new workshop needs --title, or something to begin with: --from, --template or --continue"))
    try:
        status: int = arguments.command(arguments)
    except WorkshopProblem as problem:
        print(sentence(problem), file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status
