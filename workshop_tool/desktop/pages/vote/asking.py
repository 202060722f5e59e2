"""What is asked before a step that cannot be undone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from workshop_tool.desktop.widgets.dialogs import TEXT_WIDTH, Dialog, ask
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.voting.ties import Tie, undecided_ties
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.wording import listed
from workshop_tool.services.closing_round import GRACE_SECONDS

if TYPE_CHECKING:
    from workshop_tool.desktop.hosting.site import Hosting


@dataclass(frozen=True)
class TermsOfOpening:
    """How a round is to be opened."""

    start_site: bool


def terms_of_opening(parent: QWidget, workshop: Workshop, book: Book, hosting: "Hosting") -> TermsOfOpening | None:
    """Ask whether to open voting, and offer to start the site while it is off; None = not now."""
    only = book.round.only
    plan = workshop.plan
    shown = [poster.id for poster in plan.posters if not plan.area_of(poster).hidden]
    posters = sum(not only or poster in only for poster in shown)
    said = ngettext(
        "“{name}” opens on {n} poster. Its rules and its list of posters are fixed from then on, and results stay "
        "hidden until you publish.",
        "“{name}” opens on {n} posters. Its rules and its list of posters are fixed from then on, and results stay "
        "hidden until you publish.",
        posters,
    )
    dialog = Dialog("ask", _("Open voting?"), parent)
    if book.round.voters == "card" and not workshop.plan.particulars.cards:
        said += " " + _("It is voted with cards, and none have been made yet: nobody could vote by phone.")
    words = Label(said.format(name=book.round.name, n=posters), name="dialog_text", wraps=True)
    words.setMinimumWidth(TEXT_WIDTH)
    dialog.body.addWidget(words)
    start = QCheckBox(_("Start the site, so that phones can vote"))
    start.setObjectName("start_site_too")
    start.setChecked(hosting.site is None)
    start.setVisible(hosting.site is None)
    dialog.body.addWidget(start)
    dialog.add_buttons(_("Open voting"), _("Not yet"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return TermsOfOpening(start_site=start.isChecked() and hosting.site is None)


def sure_to_close(parent: QWidget, round_: Round) -> bool:
    """Ask whether to end voting by phone."""
    words = _(
        "Phones have {seconds} seconds to send what they hold. Then they can no longer vote in “{name}” or change a "
        "ballot. Paper can still be keyed in, and you can reopen the round."
    )
    said = words.format(name=round_.name, seconds=round(GRACE_SECONDS))
    return ask(parent, _("Close voting?"), said, _("Close voting"), _("Keep open"))


def sure_to_reopen(parent: QWidget, round_: Round) -> bool:
    """Ask whether to undo the closing."""
    words = _("Everybody may vote in “{name}” and change a ballot again. The reopening is recorded.")
    return ask(parent, _("Reopen voting?"), words.format(name=round_.name), _("Reopen voting"), _("Leave closed"))


def sure_to_publish(parent: QWidget, book: Book) -> bool:
    """Ask whether to publish and seal; a round without a single vote is said to be one."""
    words = _(
        "The result of “{name}” can then be shown. Its ballots are sealed: nobody can find out any more whose they "
        "were, and the round cannot be reopened. For that, older backups of this file are removed. Corrections need a "
        "reason."
    )
    said = words.format(name=book.round.name)
    if not book.ballots and not book.standing_counts():
        none = _("Nobody has voted, and no dots are keyed in: the result would be empty.")
        said = f"{none} {said}"
    if undecided := len(undecided_ties(book)):
        ties = ngettext(
            "{n} tie is not decided; those posters share the place.",
            "{n} ties are not decided; those posters share the place.",
            undecided,
        )
        said = f"{ties.format(n=undecided)} {said}"
    return ask(parent, _("Publish the result?"), said, _("Publish"), _("Not yet"))


def sure_to_vote_again(parent: QWidget, round_: Round) -> bool:
    """Ask whether to prepare the same vote once more."""
    words = _("A new round with the rules of “{name}” is prepared. The result that is published is kept.")
    return ask(parent, _("Vote again?"), words.format(name=round_.name), _("Prepare the round"), _("Not now"))


def sure_to_run_off(parent: QWidget, plan: Plan, tie: Tie) -> bool:
    """Ask whether to prepare a vote between those that lead."""
    words = _(
        "Numbers {numbers} lead with equal {criterion} dots. A new round is prepared between them, with one such dot "
        "for everybody. The result that is published is kept."
    )
    numbers = listed([str(plan.area_of(plan.posters[poster]).number) for poster in tie.posters])
    said = words.format(numbers=numbers, criterion=tie.criterion.label.lower())
    return ask(parent, _("Prepare a run-off?"), said, _("Prepare the run-off"), _("Not now"))
