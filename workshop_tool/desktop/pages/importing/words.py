"""What the import says of itself."""

from workshop_tool.language import _, ngettext
from workshop_tool.lists.drafts import ListKind, Preview


def title_of(kind: ListKind) -> str:
    """Return the title of the dialog."""
    return {
        "trends": _("Add trends from a list"),
        "problems": _("Add problem areas from a list"),
        "participants": _("Add participants from a list"),
        "questions": _("Add questions from a list"),
    }[kind]


def adding(kind: ListKind, n: int) -> str:
    """Say what adding so many does; also the label of the step of undo."""
    return {
        "trends": ngettext("Add {n} trend", "Add {n} trends", n),
        "problems": ngettext("Add {n} problem area", "Add {n} problem areas", n),
        "participants": ngettext("Add {n} participant", "Add {n} participants", n),
        "questions": ngettext("Add {n} question", "Add {n} questions", n),
    }[kind].format(n=n)


def said(preview: Preview | None, file: str) -> str:
    """Say what was understood, in one line; ``file`` is the name of the file, "" for what was pasted."""
    if preview is None:
        return ""
    found, left = len(preview.drafts), len(preview.left_out)
    words = [ngettext("{n} found.", "{n} found.", found).format(n=found)]
    if file:
        words = [_("{file}: {words}").format(file=file, words=words[0])]
    if left:
        words.append(
            ngettext("{n} line left out; see below why.", "{n} lines left out; see below why.", left).format(n=left)
        )
    beneath = any(draft.children or (draft.owner and preview.kind == "trends") for draft in preview.drafts)
    if preview.kind in {"trends", "problems"} and beneath:
        words.append(_("What stands beneath an item goes into its note."))
    return " ".join([*words, *preview.notes])
