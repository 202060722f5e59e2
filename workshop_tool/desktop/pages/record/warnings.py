"""What a reader of the record would miss, in plain sentences; counted from the workshop as it stands."""

from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext

_MOST_SHOWN = 12


def warnings(workshop: Workshop, without_glyph: str = "", *, turned: bool = False) -> tuple[str, ...]:
    """Return what a reader would miss, the weightiest first.

    Args:
        workshop: As it stands.
        without_glyph: Characters that no font of ours prints.
        turned: There is Arabic or Hebrew.
    """
    plan = workshop.plan
    said = []
    if not plan.areas:
        said.append(_("There are no problem areas yet."))
    if not plan.posters:
        said.append(_("There are no posters yet."))
    waiting = [book.round.name for book in workshop.rounds if book.round.state in {"open", "closed"}]
    if waiting:
        said.append(_("Not published, so the result is not in the record: {rounds}.").format(rounds=", ".join(waiting)))
    blank = sum(not poster.text(key).strip() for poster in plan.posters for key in plan.template.keys)
    if blank:
        words = ngettext(
            "{n} poster field is blank and prints as “not filled in”.",
            "{n} poster fields are blank and print as “not filled in”.",
            blank,
        )
        said.append(words.format(n=blank))
    unplaced = sum(trend.importance is None or trend.certainty is None for trend in plan.trends)
    if unplaced:
        words = ngettext("{n} trend is not on the map yet.", "{n} trends are not on the map yet.", unplaced)
        said.append(words.format(n=unplaced))
    if not plan.particulars.author and not plan.particulars.facilitators:
        said.append(_("No author is named."))
    if not plan.particulars.date:
        said.append(_("The date is not given."))
    if without_glyph:
        shown = " ".join(without_glyph[:_MOST_SHOWN]) + (" …" if len(without_glyph) > _MOST_SHOWN else "")
        said.append(_("No font can print these characters, which become □: {characters}").format(characters=shown))
    if turned:
        said.append(
            _("Arabic and Hebrew print letter by letter from left to right: nothing is lost, but they read badly.")
        )
    return tuple(said)
