"""The fonts and icons that are promised are there, and are what they say."""

import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from workshop_tool.look.assets import ASSETS
from workshop_tool.look.fonts import CAP_HEIGHT, FACES, FALLBACKS, REGULAR, Face
from workshop_tool.look.icons import APP_ICON, ICONS, icon_path, icon_svg

faces = pytest.mark.parametrize("face", dict.fromkeys((*FACES, *FALLBACKS)), ids=lambda face: face.name)
icons = pytest.mark.parametrize("name", ICONS)


@faces
def test_a_font_file_holds_the_family_it_is_filed_under(face: Face) -> None:
    """A mixed-up file would show only in print."""
    found = TTFontFile(str(face.path))
    assert face.family.replace(" ", "") in found.fullName.decode().replace(" ", "")
    assert (found.italicAngle != 0) == face.italic


@faces
def test_a_font_comes_with_its_licence(face: Face) -> None:
    """All licences ask to travel with the font."""
    assert "Copyright" in face.licence.read_text(encoding="utf-8")


def test_the_text_face_holds_latin_greek_and_cyrillic() -> None:
    """Names and titles come in any of them."""
    glyphs = TTFontFile(str(REGULAR.path)).charToGlyph
    assert all(ord(letter) in glyphs for letter in "æøåÆØÅäößéšžłőαΩжЯ…“”·→")


def test_capitals_are_as_high_as_the_dots_reckon() -> None:
    """Letters are centred in dots by this height."""
    assert TTFontFile(str(REGULAR.path)).capHeight / 1000 == pytest.approx(CAP_HEIGHT, abs=0.005)


def test_the_set_and_the_folder_name_the_same_icons() -> None:
    """No icon is missing, none is left over."""
    assert {path.stem for path in (ASSETS / "icons").glob("*.svg")} == {*ICONS, APP_ICON.stem}


@icons
def test_an_icon_is_drawn_on_the_common_grid(name: str) -> None:
    """24 by 24, stroke 1.75: one hand drew them all."""
    icon = ET.parse(icon_path(name)).getroot()  # noqa: S314 - our own file
    assert (icon.get("viewBox"), icon.get("stroke-width"), icon.get("stroke")) == ("0 0 24 24", "1.75", "currentColor")


@icons
def test_an_icon_takes_the_colour_asked_for(name: str) -> None:
    """Nothing stays in the colour that Qt would draw black."""
    assert "currentColor" not in icon_svg(name, "#0F4C5C")
    assert "#0F4C5C" in icon_svg(name, "#0F4C5C")


def test_an_unknown_icon_is_a_mistake() -> None:
    """A name never reaches the file system unchecked."""
    with pytest.raises(KeyError):
        icon_path("../fonts/SourceSans3-OFL")


def test_the_room_needs_no_window_web_or_report_library() -> None:
    """The site imports it in a process without Qt."""
    program = (
        "import sys, workshop_tool.look.tokens, workshop_tool.look.icons, workshop_tool.look.dots,"
        "workshop_tool.look.qr, workshop_tool.look.map_layout\n"
        "print(sorted({'PySide6', 'reportlab', 'starlette'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
