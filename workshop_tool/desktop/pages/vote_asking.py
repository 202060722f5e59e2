"""What is asked before a step that cannot be undone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from workshop_tool.desktop.widgets.dialogs import TEXT_WIDTH, Dialog, ask
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext

if TYPE_CHECKING:
    from workshop_tool.desktop.hosting import Hosting


@dataclass(frozen=True)
class TermsOfOpening:
    """How a round is to be opened."""

    start_site: bool


def terms_of_opening(parent: QWidget, workshop: Workshop, book: Book, hosting: "Hosting") -> TermsOfOpening | None:
    """Ask whether to open voting, and offer to start the site while it is off; None = not now."""
    posters = len(workshop.plan.posters)
    said = ngettext(
        "“{name}” opens on {n} poster. Its rules and its list of posters are fixed from then on, and results stay "
        "hidden until you publish.",
        "“{name}” opens on {n} posters. Its rules and its list of posters are fixed from then on, and results stay "
        "hidden until you publish.",
        posters,
    )
    dialog = Dialog("ask", _("Open voting?"), parent)
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
        "Phones can then no longer vote in “{name}” or change a ballot. Paper can still be keyed in, and you can "
        "reopen the round."
    )
    return ask(parent, _("Close voting?"), words.format(name=round_.name), _("Close voting"), _("Keep open"))


def sure_to_reopen(parent: QWidget, round_: Round) -> bool:
    """Ask whether to undo the closing."""
    words = _("Everybody may vote in “{name}” and change a ballot again. The reopening is recorded.")
    return ask(parent, _("Reopen voting?"), words.format(name=round_.name), _("Reopen voting"), _("Leave closed"))


def sure_to_publish(parent: QWidget, book: Book) -> bool:
    """Ask whether to publish and seal; a round without a single vote is said to be one."""
    words = _(
        "The result of “{name}” can then be shown. Its ballots are sealed: nobody can find out any more whose they "
        "were, and the round cannot be reopened. Corrections need a reason."
    )
    said = words.format(name=book.round.name)
    if not book.ballots and not book.standing_counts():
        none = _("Nobody has voted, and no dots are keyed in: the result would be empty.")
        said = f"{none} {said}"
    return ask(parent, _("Publish the result?"), said, _("Publish"), _("Not yet"))
