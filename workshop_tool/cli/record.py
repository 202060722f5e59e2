"""How `export` is told to write another record than the one that was chosen in the window: for this once."""

import argparse

from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import LANGUAGES, _
from workshop_tool.record.sections import KEYS
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.edits.record import choose_for_record, revise_section


def add_record_options(command: argparse.ArgumentParser) -> None:
    """Add what may be said about the record."""
    record = command.add_argument_group(_("the record, for this once"))
    record.add_argument("--language", choices=LANGUAGES, help=_("of the record"))
    record.add_argument("--only", type=_keys, metavar="SECTIONS", help=_("such as summary,voting,posters"))
    record.add_argument("--without", type=_keys, default=(), metavar="SECTIONS", help=_("all but these"))
    record.add_argument("--names", action="store_true", help=_("list participants by name: only with their consent"))
    record.add_argument("--ballots", action="store_true", help=_("list single ballots, where that leads to nobody"))


def as_asked(workshop: Workshop, arguments: argparse.Namespace) -> Workshop:
    """Return the workshop with what was asked on the command line chosen for its record."""
    plan = workshop.plan
    if arguments.language:
        plan = revise_particulars(plan, language=arguments.language)
    for key in KEYS:
        if key in arguments.without or (arguments.only and key not in arguments.only):
            plan = revise_section(plan, key, KEYS, shown=False)
        elif arguments.only:
            plan = revise_section(plan, key, KEYS, shown=True)
    told = {name: True for name in ("names", "ballots") if getattr(arguments, name)}
    return workshop.with_plan(choose_for_record(plan, **told))


def _keys(text: str) -> tuple[str, ...]:
    keys = tuple(text.replace(",", " ").split())
    unknown = [key for key in keys if key not in KEYS]
    if unknown or not keys:
        words = _("{unknown} is no section; there are {keys}")
        raise argparse.ArgumentTypeError(words.format(unknown=", ".join(unknown) or text, keys=", ".join(KEYS)))
    return keys
