"""Where a device answers the warm-up questions: one text for each question, replaceable until the workshop closes."""

from starlette.responses import JSONResponse, RedirectResponse, Response

from workshop_tool.domain.fact import TEXT_CAP, Id, Text
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import sentence
from workshop_tool.services import sheets, stations
from workshop_tool.site.devices import form_token
from workshop_tool.site.rendering import page
from workshop_tool.site.room import Room, Visit, device_of
from workshop_tool.site.stations.api import Sent, read_sent
from workshop_tool.site.stations.forms import read_form


class SentAnswer(Sent):
    """One answer."""

    question: Id
    text: Text


async def show_answers(room: Room, visit: Visit) -> Response:
    """Show the questions and this device's own answers."""
    return _page(room, await device_of(room, visit))


async def put_answer(room: Room, visit: Visit) -> Response:
    """Save one answer: 200 when it is on the disk."""
    token = await device_of(room, visit)
    sent = read_sent(SentAnswer, visit.body)
    await _answered(room, token, {sent.question: sent.text})
    return JSONResponse({"revision": stations.field_revision(sent.text)})


async def post_answers(room: Room, visit: Visit) -> Response:
    """Take the form of a browser without script."""
    token = await device_of(room, visit)
    form = read_form(visit.body, token)
    texts = {
        question.id: form[f"answer-{question.id}"]
        for question in room.session.current.plan.questions
        if f"answer-{question.id}" in form
    }
    try:
        if max(map(len, texts.values()), default=0) > TEXT_CAP:
            raise stations.TextTooLong(most=TEXT_CAP)
        await _answered(room, token, texts)
    except WorkshopProblem as problem:
        return _page(room, token, problem, texts)
    return RedirectResponse("/answers?saved", 303)


async def _answered(room: Room, token: str, texts: dict[str, str]) -> None:
    sheet_id = sheets.sheet_id_of(room.session.current, token)

    def action(workshop: Workshop) -> tuple[Workshop, None]:
        for question_id, text in texts.items():
            workshop, _answer = sheets.answer(workshop, sheet_id, question_id, text)
        return workshop, None

    await room.landing.saved(room.session.act(action))


def _page(
    room: Room, token: str, problem: WorkshopProblem | None = None, typed: dict[str, str] | None = None
) -> Response:
    workshop = room.session.current
    sheet = workshop.sheets.get(sheets.sheet_id_of(workshop, token))
    saved = {str(question): text for question, text in sheet.answers.items()} if sheet else {}
    return page(
        "answers.html",
        workshop,
        409 if problem else 200,
        answers=saved | (typed or {}),
        csrf=form_token(token),
        problem=sentence(problem) if problem else "",
    )
