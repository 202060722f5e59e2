"""The figures of a record without colour: ``python -m tests.pictures.figures`` writes one PNG into docs."""

import random
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from tests.record.library import library
from workshop_tool.domain.fact import AreaId, CriterionKey, PosterId, TrendId
from workshop_tool.domain.keyed import Keyed
from workshop_tool.domain.voting.ballots import BallotSums
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.pdf import make_pdf

OUT = Path("docs") / "pictures" / "figures_greyscale.png"
_HEADS = ("Trends\n", "Result of the dot voting\n", "Links\n")
_SCALE = 1.3


def linked() -> Workshop:
    """Return the invented workshop with trends that moved, and with posters that name trends and link areas."""
    workshop, chance = library(), random.Random(3)
    plan = workshop.plan
    trends, areas = [TrendId(t.id) for t in plan.trends], [AreaId(a.id) for a in plan.areas]
    for trend in list(plan.trends)[::5]:
        moved = {"presented_importance": (trend.importance or 0) * 0.7, "presented_certainty": 0.5}
        plan = plan.with_item(trend.revised(**moved))
    for poster in plan.posters:
        named = tuple(chance.sample(trends[:9], 3))
        effects = dict(zip(named, ("better", "worse"), strict=False))
        links = tuple(area for area in chance.sample(areas, 2) if area != poster.area)
        plan = plan.with_item(poster.revised(trends=named, effects=effects, links=links))
    return workshop.with_plan(plan)


def voted(workshop: Workshop) -> Workshop:
    """Return the workshop with its dots told as ballots by phone and on paper, so that there is a turnout to draw."""
    dots: dict[PosterId, dict[CriterionKey, int]] = {}
    for entry in workshop.books["vote"].counts:
        dots.setdefault(entry.poster, {})[entry.criterion] = entry.count or 0
    sums = BallotSums(phone=9, paper=4, dots=dots)
    return workshop.with_book(Book(round=workshop.books["vote"].round.revised(summed=sums), counts=Keyed(())))


def main() -> None:
    """Set the pages that hold figures side by side, in grey."""
    with pypdfium2.PdfDocument(BytesIO(make_pdf(voted(linked())))) as document:
        texts = [page.get_textpage().get_text_range().replace("\r", "") for page in document]
        wanted = [at for at, text in enumerate(texts) if text.startswith(_HEADS)]
        pages = [document[at].render(scale=_SCALE).to_pil().convert("L") for at in wanted]
    sheet = Image.new("L", (sum(page.width for page in pages) + 8 * (len(pages) - 1), pages[0].height), 200)
    for at, page in enumerate(pages):
        sheet.paste(page, (at * (page.width + 8), 0))
    sheet.quantize(32).save(OUT, optimize=True)


if __name__ == "__main__":
    main()
