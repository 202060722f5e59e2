"""Texts that nobody means well with, and what becomes of a record that holds them."""

import random
from io import BytesIO
from typing import Final

import pypdfium2  # type: ignore[import-untyped]

from tests.record.library import library
from workshop_tool.domain.fact import LINE_CAP, FieldKey
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.pdf import make_pdf

CORPUS: Final = (
    '<img src="/etc/passwd"/>',
    '<img src="http://127.0.0.1:9/x.png">',
    "<para><font name=\"x\" color=\"__import__('os').system('id')\">x</font></para>",
    "<a href='file:///etc/passwd'>a</a><onDraw name='x'/><seq id='x'/><super>",
    "]]></para><!-- no --> <?x?> &#0; &#xD800; &amp; &bogus;",
    "{0.__class__} %(x)s %s ${HOME} \\input{/etc/passwd} =HYPERLINK(1)",
    "so on " * 33_000,
    "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f3\U0001f1f4 1\ufe0f\u20e3",
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
    "\u65e5\u672c\u8a9e \ud55c\uad6d\uc5b4 \u0e44\u0e17\u0e22",
    "\u202eabc\u202c \u2066x\u2069 \u200f\u061c",
    "\ud800 \udfff alone",
    "\x00\x01\x07\x08\x0b\x0c\x1b[31m\x7f\x85\u2028\u2029",
    "",
    " \u00a0\u3000\t",
    "Q" * 300,
    "Longcompoundwordwithoutanyend" + "Q" * 300,
    "Longcompoundwordwithoutanyend" * 12,
    "\uf0b7 \ue000 \ufeff \ufffe \uffff \ufffd",
    "e" + "\u0301" * 200,
    "-\u00ad-" * 60,
)
_PIECES: Final = (*(text[:400] for text in CORPUS), "word ", "Longcompoundwordwithoutanyend", "\n", "1)", "\u2022 ")
_EDGE = 6.0
"""Points from the edge of the paper, within which nothing may stand."""


def generated(seed: int) -> str:
    """Return a text pieced together by chance, of up to some thousand characters, some of them any at all."""
    chance = random.Random(seed)
    pieces = []
    for _ in range(chance.randint(1, 12)):
        if chance.random() < 0.3:
            pieces.append("".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 40))))
        else:
            pieces.append(chance.choice(_PIECES) * chance.choice((1, 1, 1, 3, 12)))
    return "".join(pieces)


def holding(text: str) -> Workshop:
    """Return a workshop with a text wherever one can stand, unchecked, as a damaged file might hold it."""
    workshop = library(most_posters=2)
    plan = workshop.plan
    poster, trend, area = plan.posters["p1"], plan.trends["t0"], plan.areas["a1"]
    fields = {FieldKey("evidence"): text, FieldKey("solution_a"): text}
    line = text[:LINE_CAP]  # a longer one is refused wherever it could come in
    told = {"title": line, "note": text, "fields": fields}
    for item, changed in (
        (poster, told),
        (trend, {"label": line or "x", "note": text, "presented_as": line}),
        (area, {"text": line, "theme": line}),
    ):
        values = {name: getattr(item, name) for name in type(item).model_fields}
        plan = plan.with_item(type(item).model_construct(**values | changed))
    return workshop.with_plan(plan)


def wrong_with(text: str) -> str:
    """Print a record that holds a text; return what is wrong with it, or nothing."""
    try:
        pdf = make_pdf(holding(text))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is wrong
        return f"{type(error).__name__}: {str(error)[:80]}"
    return outside(pdf)


def outside(pdf: bytes) -> str:
    """Name the first text that leaves its page; empty where none does."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        for number, page in enumerate(document, 1):
            width, height = page.get_size()
            told = page.get_textpage()
            for at in range(told.count_rects()):
                left, bottom, right, top = told.get_rect(at)
                if left < _EDGE or bottom < _EDGE or right > width - _EDGE or top > height - _EDGE:
                    return f"page {number}: text at {left:.0f} {bottom:.0f} {right:.0f} {top:.0f}"
    return ""
