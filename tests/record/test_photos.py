"""Photos of paper posters stand behind their poster, with words; a missing one is told of."""

from io import BytesIO

import pikepdf
from PIL import Image

from tests.record.library import library
from tests.record.reading import pages_of
from tests.record.tagged import nodes
from workshop_tool.domain.attachments import attachment_name
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.pdf import make_pdf


def photo(shade: int, size: tuple[int, int] = (640, 480)) -> bytes:
    """Return a JPEG of one colour."""
    out = BytesIO()
    Image.new("RGB", size, (shade, 90, 90)).save(out, "JPEG")
    return out.getvalue()


HEAD = "Posters Two posters, in list order "
PHOTOS = {attachment_name(data, ".jpg"): data for data in (photo(shade) for shade in (10, 60, 110, 160, 210))}


def with_photos(count: int) -> Workshop:
    """Return the workshop with photos on its first poster."""
    workshop = library(most_posters=2)
    poster = workshop.plan.posters["p1"].revised(photos=tuple(PHOTOS)[:count])
    return workshop.with_plan(workshop.plan.with_item(poster))


def test_photos_follow_their_poster_four_on_a_page() -> None:
    """Five photos take two pages, between the two posters."""
    pages = pages_of(make_pdf(with_photos(5), PHOTOS))
    at = next(n for n, page in enumerate(pages) if page.removeprefix(HEAD).startswith("1 The reading room"))
    assert "Photo 1 of 5" in pages[at + 1]
    assert "Photo 4 of 5" in pages[at + 1]
    assert "Photo 5 of 5" in pages[at + 2]
    assert pages[at + 3].startswith("2 The second floor")


def test_every_photo_is_a_figure_with_words() -> None:
    """The words name the poster."""
    with pikepdf.open(BytesIO(make_pdf(with_photos(3), PHOTOS))) as file:
        said = [str(node.element.Alt) for node in nodes(file) if node.role == "Figure"]
    assert sum("paper poster on number 1" in words for words in said) == 3


def test_a_photo_that_is_missing_or_broken_is_told_of() -> None:
    """The record is printed all the same."""
    broken = {name: data[:200] for name, data in list(PHOTOS.items())[:1]}
    assert " ".join(pages_of(make_pdf(with_photos(2), broken))).count("This photo is missing") == 2
