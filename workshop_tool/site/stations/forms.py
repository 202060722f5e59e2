"""Reads the forms of a station without script."""

import secrets
from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qs

from pydantic import ValidationError

from workshop_tool.domain.plan import Plan
from workshop_tool.services import rows_text
from workshop_tool.services.edits.actions import moved
from workshop_tool.site.devices import form_token
from workshop_tool.site.refusals import NotFromOurPage
from workshop_tool.site.stations.api import SentChoice, SentField, chosen
from workshop_tool.site.stations.refusals import UnreadableField

_LONGEST_FORM: Final = 2000
"""Most fields that a form may have; there is one for each trend and problem area."""
_LISTS: Final = ("trend", "area")
"""What there are boxes for; the form names those that it showed as ticked ``was_trend`` and ``was_area``."""
_EFFECT: Final = "effect."
"""Stands in front of a trend's id; the form names what it showed ``was_effect``: the word, a blank and the id."""
_STEPS: Final = {"up": -1, "down": 1}


def read_form(body: bytes, token: str) -> dict[str, str]:
    """Return what a form sent, the last value of each name.

    Raises:
        NotFromOurPage: it does not carry what our own form of this device carries.
        UnreadableField: it is no form.
    """
    form = {name: values[-1] for name, values in _parsed(body).items()}
    check_token(form.get("csrf", "").encode(), token)
    return form


def check_token(sent: bytes, token: str) -> None:
    """Refuse a form that does not carry what our own form of this device carries.

    Raises:
        NotFromOurPage: as it says.
    """
    if not secrets.compare_digest(sent, form_token(token).encode()):
        raise NotFromOurPage


def sent_field(poster_id: str, form: dict[str, str]) -> SentField:
    """Return the field that a form sent, as a script would have sent it."""
    try:
        return SentField(
            poster=poster_id, field=form.get("field", ""), base=form.get("base", ""), text=form.get("text", "")
        )
    except ValidationError as error:
        raise UnreadableField from error


def sent_rows(poster_id: str, form: dict[str, str], body: bytes) -> SentField:
    """Return the rows of a solution as a form sent them, with what its button did to one of them."""
    fields = _parsed(body)
    rows = list(zip(*(fields.get(name, []) for name in ("actor", "action", "owner")), strict=False))
    step, _blank, at = form.get("row", "").partition(" ")
    if at.isdecimal() and int(at) < len(rows):
        if step == "remove":
            del rows[int(at)]
        elif step in _STEPS:
            rows = list(moved(rows, int(at), _STEPS[step]))
    return sent_field(poster_id, form | {"text": rows_text.text_of_cells(rows)})


def choices_in(poster_id: str, form: dict[str, str], body: bytes) -> Callable[[Plan], Plan]:
    """Return the edit that makes the choices of a form: only what differs from what the form showed.

    Another group's choice in the meantime is left alone that way.
    """
    fields = _parsed(body)
    try:
        made = [_choice(poster_id, "done", on=value == "yes") for value in fields.get("done", [])[-1:]]
        made += [
            SentChoice(poster=poster_id, what="domain", field=form.get("field", ""), choice=value, on=True)
            for value in fields.get("domain", [])[-1:]
        ]
        made += _effects(poster_id, fields)  # before the boxes: a trend that was cleared is not linked again
        for what in _LISTS:
            shown, ticked = set(fields.get(f"was_{what}", [])), set(fields.get(what, []))
            made += [_choice(poster_id, what, choice, on=choice in ticked) for choice in sorted(shown ^ ticked)]
    except ValidationError as error:
        raise UnreadableField from error

    def change(plan: Plan) -> Plan:
        for sent in made:
            plan = chosen(plan, sent)
        return plan

    return change


def _effects(poster_id: str, fields: dict[str, list[str]]) -> list[SentChoice]:
    was = {trend: word for word, _blank, trend in (shown.partition(" ") for shown in fields.get("was_effect", []))}
    said = {name.removeprefix(_EFFECT): sent[-1] for name, sent in fields.items() if name.startswith(_EFFECT)}
    return [
        SentChoice(poster=poster_id, what="effect", field=trend, choice=word, on=True)
        for trend, word in said.items()
        if word != was.get(trend, "")
    ]


def _choice(poster_id: str, what: str, choice: str = "", *, on: bool) -> SentChoice:
    return SentChoice.model_validate({"poster": poster_id, "what": what, "choice": choice, "on": on})


def _parsed(body: bytes) -> dict[str, list[str]]:
    try:
        return parse_qs(body.decode(), keep_blank_values=True, max_num_fields=_LONGEST_FORM)
    except ValueError as error:
        raise UnreadableField from error
