"""The pictures of a workshop: read when they are wanted, and known as missing when they are."""

from pathlib import Path

from tests.record.library import library
from tests.record.test_photos import photo
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.photos import keep_photo, pictures_of
from workshop_tool.store.attachments import attachment_path


def with_two_photos(folder: Path) -> tuple[Workshop, Path, list[str]]:
    """Return a workshop with two photos on a poster, its file, and their names."""
    file, names = folder / "day.workshop", list[str]()
    for shade in (40, 90):
        taken = folder / f"{shade}.jpg"
        taken.write_bytes(photo(shade))
        names.append(keep_photo(file, taken))
    workshop = library()
    poster = workshop.plan.posters["p1"].revised(photos=tuple(names))
    return workshop.with_plan(workshop.plan.with_item(poster)), file, names


def test_what_is_missing_is_left_out(tmp_path: Path) -> None:
    """The other one is there."""
    workshop, file, names = with_two_photos(tmp_path)
    attachment_path(file, names[0]).unlink()
    assert list(pictures_of(workshop, file)) == names[1:]


def test_a_picture_is_read_when_it_is_wanted(tmp_path: Path) -> None:
    """One that came to stand there after the asking is found."""
    workshop, file, names = with_two_photos(tmp_path)
    path = attachment_path(file, names[1])
    data = path.read_bytes()
    path.unlink()
    pictures = pictures_of(workshop, file)
    path.write_bytes(data)
    assert pictures.get(names[1]) == data


def test_a_picture_that_was_read_once_is_known(tmp_path: Path) -> None:
    """The disk is not asked again: what has this name never holds anything else."""
    workshop, file, names = with_two_photos(tmp_path)
    data = pictures_of(workshop, file)[names[0]]
    attachment_path(file, names[0]).unlink()
    assert pictures_of(workshop, file)[names[0]] == data


def test_nothing_is_read_that_the_workshop_does_not_name(tmp_path: Path) -> None:
    """However it is called."""
    workshop, file, _names = with_two_photos(tmp_path)
    assert pictures_of(workshop, file).get("../day.workshop") is None
