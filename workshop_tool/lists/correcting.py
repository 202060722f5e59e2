"""Where a person sets a preview right: drafts are joined, split, dropped, made headings and taken in."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Self

from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.language import _
from workshop_tool.lists.comparing import Comparison
from workshop_tool.lists.drafts import Draft, Duplicate, LeftOut, ListKind, Preview
from workshop_tool.lists.duplicates import find_duplicates
from workshop_tool.lists.shaping import drafts_from_words
from workshop_tool.lists.structure import Passage
from workshop_tool.lists.structure.joining import join_lines

_SURE: Final = 1.0


@dataclass(frozen=True)
class Proposal:
    """What is to be added, as corrected so far, and what is left out."""

    kind: ListKind
    existing: tuple[str, ...] = ()
    """What the workshop has already."""
    drafts: tuple[Draft, ...] = ()
    taken: tuple[bool, ...] = ()
    """Whether each draft is to be added."""
    left_out: tuple[LeftOut, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    comparison: Comparison = field(default_factory=Comparison, compare=False, repr=False)
    """What was compared already, shared by all that comes of one preview: a correction compares new texts only."""

    @classmethod
    def of(cls, preview: Preview, existing: Sequence[str]) -> Self:
        """Propose what was read; what repeats something exactly begins without its tick."""
        repeated = {duplicate.draft for duplicate in preview.duplicates if duplicate.exact}
        return cls(
            kind=preview.kind,
            existing=tuple(existing),
            drafts=preview.drafts,
            taken=tuple(place not in repeated for place in range(len(preview.drafts))),
            left_out=preview.left_out,
            duplicates=preview.duplicates,
            comparison=preview.comparison,
        )

    @property
    def accepted(self) -> tuple[Draft, ...]:
        """The drafts that are ticked."""
        return tuple(draft for draft, taken in zip(self.drafts, self.taken, strict=True) if taken)

    def ticked(self, place: int, *, taken: bool) -> Self:
        """Return it with one draft ticked or not."""
        return replace(self, taken=(*self.taken[:place], taken, *self.taken[place + 1 :]))

    def with_field(self, place: int, field: str, value: str | None) -> Self:
        """Return it with one field of a draft corrected by hand."""
        changes: dict[str, object] = {field: value}
        if field == "text":
            changes |= {"confidence": _SURE, "repair": None}
            if self.kind == "participants":
                changes["name"] = value
        return self.with_drafts(place, place + 1, (self.drafts[place].revised(**changes),))

    def repaired(self, place: int) -> Self:
        """Return it with the letters put back that a draft seems to have lost."""
        repair = self.drafts[place].repair
        return self.with_field(place, "text", repair) if repair else self

    def joined(self, place: int) -> Self:
        """Return it with a draft added to the end of the one before; what would be too long stays as it is."""
        if place == 0:
            return self
        first, second = self.drafts[place - 1], self.drafts[place]
        text = join_lines((first.text, second.text), frozenset())
        if len(text) > LINE_CAP:
            return self
        owner = "; ".join(filter(None, (first.owner, second.owner))) or None
        whole = first.revised(
            text=text,
            children=(*first.children, *second.children),
            owner=owner,
            name=text if first.name else None,
            confidence=_SURE,
            repair=None,
        )
        return self.with_drafts(place - 1, place + 1, (whole,))

    def split(self, place: int, parts: Sequence[str]) -> Self:
        """Return it with a draft as several; the first keeps the number, all keep the theme."""
        texts = [text for text in map(clean_line, parts) if text and len(text) <= LINE_CAP]
        if not texts:
            return self
        whole = self.drafts[place]
        first = whole.revised(text=texts[0], confidence=_SURE, repair=None, name=texts[0] if whole.name else None)
        others = [self._drafted(text, whole.line, whole.theme) for text in texts[1:]]
        return self.with_drafts(place, place + 1, (first, *others))

    def dropped(self, places: Sequence[int]) -> Self:
        """Return it without some drafts, which are listed as left out and can be taken in again."""
        gone = dict.fromkeys(sorted(places))
        parts = [
            LeftOut(text=d.text, reason=_("dropped here"), line=d.line) for d in map(self.drafts.__getitem__, gone)
        ]
        left_out = tuple(sorted((*self.left_out, *parts), key=lambda part: part.line or 0))
        kept = [place for place in range(len(self.drafts)) if place not in gone]
        drafts = tuple(self.drafts[place] for place in kept)
        return replace(
            self,
            drafts=drafts,
            taken=tuple(self.taken[place] for place in kept),
            left_out=left_out,
            duplicates=find_duplicates(drafts, self.existing, self.comparison),
        )

    def headed(self, place: int) -> Self:
        """Return it with a draft as the theme of those below it, as far as they share the theme it had."""
        heading = self.drafts[place]
        end = place + 1
        while end < len(self.drafts) and self.drafts[end].theme == heading.theme:
            end += 1
        theme = heading.text.rstrip(":").rstrip()
        return self.with_drafts(place, end, [draft.revised(theme=theme) for draft in self.drafts[place + 1 : end]])

    def taken_in(self, number: int) -> Self:
        """Return it with something that was left out as a draft, where it stood in the source."""
        part = self.left_out[number]
        line = part.line or 0
        place = next((at for at, draft in enumerate(self.drafts) if (draft.line or 0) > line), len(self.drafts))
        theme = self.drafts[place - 1].theme if place else None
        draft = self._drafted(clean_line(part.text)[:LINE_CAP], part.line, theme)
        rest = self.left_out[:number] + self.left_out[number + 1 :]
        return replace(self, left_out=rest).with_drafts(place, place, (draft,)) if draft.text else self

    def _drafted(self, text: str, line: int | None, theme: str | None) -> Draft:
        [draft] = drafts_from_words([Passage(text=text, line=line or 0, confidence=_SURE, theme=theme)], self.kind)
        return draft

    def with_drafts(self, start: int, end: int, drafts: Sequence[Draft]) -> Self:
        """Return it with other drafts in a place; a new one is ticked, a corrected one keeps its tick."""
        kept = self.taken[start:end][: len(drafts)]
        changed = (*self.drafts[:start], *drafts, *self.drafts[end:])
        return replace(
            self,
            drafts=changed,
            taken=(*self.taken[:start], *kept, *[True] * (len(drafts) - len(kept)), *self.taken[end:]),
            duplicates=find_duplicates(changed, self.existing, self.comparison),
        )
