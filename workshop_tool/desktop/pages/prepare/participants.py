"""Who comes: name or number, organisation and sector."""

from collections.abc import Callable

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.prepare.item_editor import ItemEditor, ListWords
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.item_model import Column
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.people import Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.services.edits.lists import add_items


def participants_editor(bridge: Bridge, import_list: Callable[[], None]) -> ItemEditor:
    """Return the table of the participants."""
    return ItemEditor(
        bridge,
        "participants",
        _("Participants"),
        (
            Column("name", _("Name or number"), lambda person, _row: person.name, lambda text: {"name": text}),
            Column(
                "organisation",
                _("Organisation"),
                lambda person, _row: person.organisation,
                lambda text: {"organisation": text},
            ),
            Column(
                "sector",
                _("Sector"),
                lambda person, _row: person.sector,
                lambda text: {"sector": text},
                choices=lambda: sectors_offered(bridge.workshop.plan),
            ),
        ),
        ListWords(
            _("Add a participant"),
            _("Change a participant"),
            _("Move a participant"),
            _("Remove participants"),
            _("Participants removed: {count}."),
        ),
        add_hint=_("Add: name, organisation, sector"),
        make=add_person,
        empty=EmptyState(
            "person",
            _("No participants yet"),
            _("Paste the list, or add people below. Names stay out of the record unless you choose it."),
            QuietButton(_("Add from list…"), "participants_first_list", import_list, icon="import"),
        ),
    )


def sectors_offered(plan: Plan) -> tuple[str, ...]:
    """Return the sectors to choose from: those of this workshop first, then the usual ones."""
    usual = (
        _("research"),
        _("enterprise"),
        _("academia"),
        _("policy"),
        _("government"),
        _("research council"),
        _("users"),
    )
    known = {sector.casefold() for sector in plan.sectors}
    return (*plan.sectors, *(sector for sector in usual if sector.casefold() not in known))


def add_person(plan: Plan, line: str) -> Plan:
    """Add somebody from "name, organisation, sector"; the last two may be missing."""
    name, organisation, sector = (*(part.strip() for part in line.split(",", 2)), "", "")[:3]
    name = name or str(len(plan.participants) + 1)
    return add_items(plan, [Participant(id=new_id(), name=name, organisation=organisation, sector=sector)])
