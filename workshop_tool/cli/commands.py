"""What each command does; each returns its exit status or raises the refusal that ends it."""

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

from workshop_tool.cli.record import as_asked
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.services import voting
from workshop_tool.services.copies import COPY_SUFFIX, open_copy, save_copy
from workshop_tool.services.edits.lists import add_items
from workshop_tool.services.exchange import exchange_schema, read_exchange, to_exchange
from workshop_tool.services.opening import open_workshop, read_workshop, save_new
from workshop_tool.services.photos import pictures_of
from workshop_tool.services.series import PARTS
from workshop_tool.store.durable import replace_file
from workshop_tool.store.names import SUFFIX

LOOPBACK: Final = "127.0.0.1"
AWAKE: Final = 0.5
DISPLAYS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

# The parts that take long to load (window, web, PDF) are imported by the one command that needs them.


class CannotWrite(WorkshopProblem):
    """{path} cannot be written ({reason}). Nothing was changed; choose another place."""


class WouldReplaceWorkshop(WorkshopProblem):
    """{path} is the name of a workshop file, which an export must not replace. Nothing was changed; choose another."""


class NoDisplay(WorkshopProblem):
    """There is no display here, so no window can open. The other commands work without one, such as host or export."""


class PartsOfNothing(WorkshopProblem):
    """--parts says what comes along from an earlier workshop, so it goes with --continue. Nothing was made."""


def run(arguments: argparse.Namespace) -> int:
    """Open the window."""
    from workshop_tool import app  # noqa: PLC0415

    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        raise NoDisplay  # Qt itself would abort
    words = [str(arguments.file)] if arguments.file else []
    return app.main([*words, *(["--sample"] if arguments.sample else [])])


def demo(arguments: argparse.Namespace) -> int:
    """Hold a whole workshop with simulated participants."""
    from workshop_tool.rehearsal.demo import demo as hold  # noqa: PLC0415

    return hold(arguments.out, participants=arguments.participants, seed=arguments.seed)


def new(arguments: argparse.Namespace) -> int:
    """Make a workshop file: empty, from the exchange format, from a template, or going on from an earlier workshop."""
    if arguments.parts and not arguments.earlier:
        raise PartsOfNothing
    if arguments.template or arguments.earlier:
        return _begin(arguments)
    given = {key: value for key, value in {"title": arguments.title, "date": arguments.date}.items() if value}
    if arguments.source:
        workshop = read_exchange(arguments.source)
        plan = workshop.plan.with_particulars(workshop.plan.particulars.revised(**given))
        workshop = workshop.with_plan(plan)
    else:
        workshop = Workshop(Plan(Particulars.model_validate(given)))
    save_new(workshop, arguments.file)
    print(_("Made {path}").format(path=arguments.file))
    return 0


def _begin(arguments: argparse.Namespace) -> int:
    """Make it of a template or an earlier workshop, under the title given or else theirs."""
    from workshop_tool.services.beginnings import save_continued, save_from_template  # noqa: PLC0415

    source = _template_path(arguments.template) if arguments.template else arguments.earlier
    title = arguments.title or read_workshop(source).plan.particulars.title
    particulars = Particulars(title=title, date=arguments.date)
    if arguments.template:
        save_from_template(source, particulars, arguments.file)
    else:
        save_continued(source, particulars, arguments.parts or PARTS, arguments.file)
    print(_("Made {path}").format(path=arguments.file))
    return 0


def _template_path(named: Path) -> Path:
    """Return a template's file; a name alone that is not here is looked for among the user's templates."""
    if named.exists() or named.parent != Path():
        return named
    from workshop_tool.desktop.files.places import Places  # noqa: PLC0415

    name = named.name if named.name.endswith(SUFFIX) else f"{named.name}{SUFFIX}"
    kept = Places.of_user().templates / name
    return kept if kept.exists() else named


def add(arguments: argparse.Namespace) -> int:
    """Read a list and add what is new in it, or only say what would be added."""
    from workshop_tool.lists.items import items_from  # noqa: PLC0415

    if arguments.dry_run:
        _tell_preview(_preview_for(read_workshop(arguments.file).plan, arguments), arguments)
        return 0
    with closing(open_workshop(arguments.file)) as session:
        preview = _preview_for(session.current.plan, arguments)
        items = items_from(preview.without_repeats(), preview.kind)
        session.edit(_("Add from list"), partial(add_items, items=items)).result()
    _tell_preview(preview, arguments)
    return 0


def _preview_for(plan: Plan, arguments: argparse.Namespace) -> Any:
    """Read the list; another workshop with all that was last saved of it, journal and all."""
    from workshop_tool.lists import read_file  # noqa: PLC0415
    from workshop_tool.lists.items import existing_texts  # noqa: PLC0415
    from workshop_tool.lists.workshops import read_items_of  # noqa: PLC0415

    source, existing = arguments.list, existing_texts(plan, arguments.kind)
    if source.name.endswith(SUFFIX) and source.is_file():
        return read_items_of(read_workshop(source), arguments.kind, source.name, existing)
    return read_file(source, arguments.kind, existing)


def _tell_preview(preview: Any, arguments: argparse.Namespace) -> None:
    if arguments.json:
        print(json.dumps(preview.told(), ensure_ascii=False, indent=1))
        return
    for draft in preview.without_repeats():
        number = f"{draft.number}. " if draft.number else ""
        print(f"{number}{draft.text}" + (f"  [{draft.theme}]" if draft.theme else ""))
    for left in preview.left_out:
        print(_("left out, line {line}: {text} ({reason})").format(line=left.line, text=left.text, reason=left.reason))
    for duplicate in preview.duplicates:
        words = _("already there: {text}") if duplicate.exact else _("much like another one: {text}")
        print(words.format(text=preview.drafts[duplicate.draft].text))
    count = len(preview.without_repeats())
    if arguments.dry_run:
        print(ngettext("{n} item would be added", "{n} items would be added", count).format(n=count))
    else:
        print(ngettext("{n} item added", "{n} items added", count).format(n=count))


def export(arguments: argparse.Namespace) -> int:
    """Write the record, the workshop in the exchange format, or a copy of all there is."""
    workshop = read_workshop(arguments.file)
    if arguments.to.name.endswith(SUFFIX) or (arguments.to.exists() and arguments.to.samefile(arguments.file)):
        raise WouldReplaceWorkshop(path=arguments.to)
    if arguments.to.name.endswith(COPY_SUFFIX):
        return _export_copy(workshop, arguments)
    if arguments.to.suffix.lower() == ".pdf":
        from workshop_tool.record.pdf import make_pdf  # noqa: PLC0415

        workshop = as_asked(workshop, arguments)
        data = make_pdf(workshop, pictures_of(workshop, arguments.file))
    else:
        data = (json.dumps(to_exchange(workshop), ensure_ascii=False, indent=1) + "\n").encode()
    try:
        replace_file(arguments.to, data)
    except OSError as error:
        raise CannotWrite(path=arguments.to, reason=(error.strerror or str(error)).lower()) from error
    print(_("Wrote {path}").format(path=arguments.to))
    return 0


def _export_copy(workshop: Workshop, arguments: argparse.Namespace) -> int:
    left_out = save_copy(workshop, arguments.file.resolve(), arguments.to)
    print(_("Wrote {path}").format(path=arguments.to))
    if left_out:
        words = ngettext(
            "{n} photo is missing or damaged and is not in it",
            "{n} photos are missing or damaged and are not in it",
            len(left_out),
        )
        print(words.format(n=len(left_out)), file=sys.stderr)
    return 0


def unpack(arguments: argparse.Namespace) -> int:
    """Make a workshop of a copy, under a name that is free in the folder."""
    print(open_copy(arguments.copy, arguments.to))
    return 0


def host(arguments: argparse.Namespace) -> int:
    """Serve the site without a window until interrupted; the first line printed is the join address."""
    from workshop_tool.site import Site  # noqa: PLC0415
    from workshop_tool.site.addresses import adapters  # noqa: PLC0415

    best = next(iter(adapters()), None)
    with _until_interrupted() as interrupted, closing(open_workshop(arguments.file)) as session:
        site = Site(session, host=arguments.address or (best.ip if best else LOOPBACK), port=arguments.port)
        site.start()
        try:
            if arguments.open_round:
                session.act(partial(voting.open_named_round, name=arguments.open_round, now=session.clock())).result()
            print(site.join_url, flush=True)
            # Not on stdout: whoever wanted the address only may have closed it by now.
            print(_("Stop with Ctrl+C."), file=sys.stderr)
            if not arguments.address and (best is None or best.loopback):
                print(_("There is no network, so only this computer reaches the page."), file=sys.stderr)
            while not interrupted.wait(AWAKE):  # an endless wait would not hear Ctrl+C on Windows
                pass
        finally:
            site.stop()
    return 0


@contextmanager
def _until_interrupted() -> Iterator[threading.Event]:
    """Give the event that Ctrl+C and a request to end set, instead of ending the process at once."""
    interrupted = threading.Event()
    earlier = {
        number: signal.signal(number, lambda *_: interrupted.set()) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield interrupted
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


def schema(_arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of the exchange format."""
    print(json.dumps(exchange_schema(), indent=1))
    return 0
