"""Turns findings into a preview: over-long texts are left out, repeats are flagged, nothing at all is refused."""

from collections.abc import Iterable, Sequence
from typing import Final

from workshop_tool.domain.fact import LINE_CAP
from workshop_tool.language import _
from workshop_tool.lists.comparing import Comparison
from workshop_tool.lists.drafts import Draft, Findings, LeftOut, ListKind, Preview
from workshop_tool.lists.duplicates import find_duplicates
from workshop_tool.lists.refusals import ListWithoutItems
from workshop_tool.lists.structure.ligatures import mended_ligatures

_REPAIRABLE: Final = 0.6


def preview(findings: Findings, kind: ListKind, existing: Sequence[str], file: str) -> Preview:
    """Say what an import of these findings would bring.

    Raises:
        ListWithoutItems: where no draft is left.
    """
    judged = [(draft, _reason_against(draft)) for draft in map(_with_repair, findings.drafts)]
    drafts = tuple(draft for draft, reason in judged if not reason)
    if not drafts:
        raise ListWithoutItems(file=file)
    unfit = [LeftOut(text=_shortened(draft.text), reason=why, line=draft.line) for draft, why in judged if why]
    comparison = Comparison()
    found = Preview(
        kind=kind,
        drafts=drafts,
        left_out=_in_order((*findings.left_out, *unfit)),
        duplicates=find_duplicates(drafts, existing, comparison),
        encoding=findings.encoding,
        notes=findings.notes,
        offers=findings.offers,
    )
    found.remember(comparison)
    return found


def _with_repair(draft: Draft) -> Draft:
    """Offer lost letters, which a person must accept: the reader may be wrong."""
    repair = mended_ligatures(draft.text)
    if repair is None:
        return draft
    return draft.revised(repair=repair, confidence=min(draft.confidence, _REPAIRABLE))


def _reason_against(draft: Draft) -> str:
    """Why a draft can be no item of a workshop; "" where it can."""
    if not any(letter.isalnum() for letter in draft.text):
        return _("no words in it")
    words = (draft.text, draft.theme, draft.organisation, draft.sector)
    if any(len(text) > LINE_CAP for text in words if text):
        return _("longer than {limit} characters").format(limit=f"{LINE_CAP:,}")
    return ""


def _shortened(text: str) -> str:
    return text if len(text) <= LINE_CAP else f"{text[:LINE_CAP]} …"


def _in_order(parts: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(sorted(parts, key=lambda part: part.line or 0))
