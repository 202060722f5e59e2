"""What single devices answer and place: actions that are recorded and not undone, one sheet for each device."""

import hmac

from workshop_tool.domain.fact import TrendId
from workshop_tool.domain.sheets import Sheet, Spot
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.edits.lists import present
from workshop_tool.services.moment import WorkshopIsClosed
from workshop_tool.services.stations import NoRoomKey


def sheet_id_of(workshop: Workshop, token: str) -> str:
    """Return the id of a device's sheet: HMAC-SHA-256 of its token under the room's key, so it names nobody.

    Raises:
        NoRoomKey: the workshop has no such key yet; see ``joining.ensure_room_key``.
    """
    secret = workshop.plan.particulars.room_key
    if secret is None:
        raise NoRoomKey
    return hmac.digest(secret.encode(), f"sheet:{token}".encode(), "sha256").hex()


def answer(workshop: Workshop, sheet_id: str, question_id: str, text: str) -> tuple[Workshop, None]:
    """Replace a device's answer to a warm-up question; an empty text takes it back.

    Raises:
        Gone: there is no such question any more.
        WorkshopIsClosed: as it says.
    """
    _check_running(workshop)
    present(workshop.plan, "questions", question_id)
    sheet = workshop.sheets.get(sheet_id) or Sheet(id=sheet_id)
    answers = {question: said for question, said in sheet.answers.items() if question != question_id}
    if text.strip():
        answers[question_id] = text
    return workshop.with_sheet(sheet.revised(answers=answers)), None


def place(workshop: Workshop, sheet_id: str, trend_id: str, spot: Spot | None) -> tuple[Workshop, None]:
    """Replace where a device places a trend; None takes it off the device's map.

    Raises:
        Gone: there is no such trend any more.
        WorkshopIsClosed: as it says.
    """
    _check_running(workshop)
    present(workshop.plan, "trends", trend_id)
    sheet = workshop.sheets.get(sheet_id) or Sheet(id=sheet_id)
    placed = {trend: where for trend, where in sheet.placed.items() if trend != trend_id}
    if spot is not None:
        placed[TrendId(trend_id)] = spot
    return workshop.with_sheet(sheet.revised(placed=placed)), None


def _check_running(workshop: Workshop) -> None:
    if workshop.plan.particulars.standing != "running":
        raise WorkshopIsClosed
