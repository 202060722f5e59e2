"""Files of workshops that begin with something: a template or an earlier workshop, with the pictures they name."""

import datetime as dt
import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workshop_tool.domain.documents import all_documents
from workshop_tool.domain.earlier import CarriedPart
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.copies import folder_inside, move_in
from workshop_tool.services.opening import free_path, read_workshop, save_new
from workshop_tool.services.series import continue_from
from workshop_tool.services.templates import begin_from, names_in_template, template_of
from workshop_tool.store.attachments import keep_attachment, names_in, read_attachment
from workshop_tool.store.names import SUFFIX, beside
from workshop_tool.store.refusals import FileExists


@dataclass(frozen=True)
class KeptTemplate:
    """A template as it is offered."""

    path: Path
    title: str
    parts: int
    """Of the programme."""
    questions: int
    rounds: int
    trends: int
    areas: int
    saved: dt.datetime


@dataclass(frozen=True)
class SavedTemplate:
    """A template that is on the disk."""

    path: Path
    still_said: tuple[str, ...]
    """Places where a participant's name stands in its words."""


def kept_templates(folder: Path) -> list[KeptTemplate]:
    """Return the templates in a folder by title; files that cannot be read are passed over, and none is changed."""
    found = list[KeptTemplate]()
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        with suppress(WorkshopProblem, OSError):
            plan = (workshop := read_workshop(path)).plan
            counts = (len(plan.programme), len(plan.questions), len(workshop.rounds), len(plan.trends), len(plan.areas))
            saved = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            found.append(KeptTemplate(path, plan.particulars.title, *counts, saved))
    return sorted(found, key=lambda template: template.title.casefold())


def save_template(workshop: Workshop, pictures_of: Path, folder: Path, name: str, *, with_lists: bool) -> SavedTemplate:
    """Keep a workshop as a template in a folder, under a name that is free: an earlier template stays as it is.

    Raises:
        CannotWriteHere: the folder is full or read-only.
    """
    template = template_of(workshop, name, with_lists=with_lists)
    folder.mkdir(parents=True, exist_ok=True)
    path = free_path(folder, name)
    save_with_pictures(template, path, pictures_of)
    return SavedTemplate(path, names_in_template(template, workshop))


def save_from_template(template: Path, particulars: Particulars | None, path: Path) -> None:
    """Make a workshop file of a template; without particulars it is called as the template is.

    Raises what ``read_workshop`` and ``save_with_pictures`` raise.
    """
    begun = read_workshop(template)
    save_with_pictures(
        begin_from(begun, particulars or Particulars(title=begun.plan.particulars.title)), path, template
    )


def save_continued(earlier: Path, particulars: Particulars | None, parts: Collection[CarriedPart], path: Path) -> None:
    """Make a workshop file that carries on from another; without particulars it is called as that one is.

    Raises what ``read_workshop`` and ``save_with_pictures`` raise.
    """
    before = read_workshop(earlier)
    facts = particulars or Particulars(title=before.plan.particulars.title)
    save_with_pictures(continue_from(before, facts, parts), path, earlier)


def save_with_pictures(workshop: Workshop, path: Path, pictures_of: Path) -> None:
    """Make a workshop file with the pictures it names, all of it or nothing; one that is missing there stays missing.

    Raises:
        FileExists: something has that name already.
        CannotWriteHere: the folder is missing, full or read-only.
    """
    names = sorted(names_in(list(all_documents(workshop).values())))
    if not names:
        save_new(workshop, path)
        return
    for taken in (path, *beside(path)):
        if os.path.lexists(taken):
            raise FileExists(path=taken)
    with folder_inside(path.parent) as inside:
        begun = inside / f"begun{SUFFIX}"
        for name in names:
            data = _picture(pictures_of, name)
            if data is not None:
                keep_attachment(begun, data, Path(name).suffix)
        head = inside / f"head{SUFFIX}"
        save_new(workshop, head)
        head.rename(begun)
        move_in(begun, path)


def _picture(pictures_of: Path, name: str) -> bytes | None:
    try:
        return read_attachment(pictures_of, name)
    except WorkshopProblem:
        return None
