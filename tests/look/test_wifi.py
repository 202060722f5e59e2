"""A Wi-Fi network in a QR code: whatever its name and password hold, a phone reads them as they are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pyzbar.pyzbar import decode

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.look.qr import qr_matrix
from workshop_tool.look.wifi import Security, Wifi

CHARACTERS = st.characters(codec="utf-8").filter(str.isprintable)
NAMES = st.text(CHARACTERS, min_size=1, max_size=8)
PASSWORDS = st.text(CHARACTERS, min_size=8, max_size=63)


def read_back(text: str) -> dict[str, str]:
    """Read the text as a phone does: fields end at a bare semicolon, a backslash takes the next sign as it is."""
    body = text.removeprefix("WIFI:")
    fields: dict[str, str] = {}
    while body != ";":
        found = re.match(r"([TSP]):((?:\\.|[^\\;])*);", body, re.DOTALL)
        assert found is not None, body
        fields[found[1]] = re.sub(r"\\(.)", r"\1", found[2], flags=re.DOTALL)
        body = body[found.end() :]
    return fields


def scanned(text: str) -> str:
    """Draw the QR code and read it off the picture."""
    matrix = qr_matrix(text)
    picture = Image.new("L", (len(matrix), len(matrix)))
    picture.putdata([0 if dark else 255 for row in matrix for dark in row])
    large = picture.resize((len(matrix) * 6, len(matrix) * 6), Image.Resampling.NEAREST)
    (code,) = decode(large)
    return str(code.data.decode())


@given(name=NAMES, password=PASSWORDS)
def test_any_name_and_password_come_back_as_they_are(name: str, password: str) -> None:
    """No sign in them ends a field too early."""
    assert read_back(Wifi(name, password).qr_text) == {"T": "WPA", "S": name, "P": password}


def test_a_camera_reads_the_code_off_its_picture() -> None:
    """The five signs that the format keeps for itself survive the way through the picture."""
    text = Wifi(r'Room; "A,B": \1', "a;b:c,d\\e").qr_text
    assert scanned(text) == text == r"WIFI:T:WPA;S:Room\; \"A\,B\"\: \\1;P:a\;b\:c\,d\\e;;"


def test_an_open_network_names_no_password() -> None:
    """An empty password is none."""
    assert Wifi("Guests").qr_text == "WIFI:T:nopass;S:Guests;;"


@pytest.mark.parametrize(
    ("name", "password", "security"),
    [("", "12345678", "WPA"), ("ø" * 17, "12345678", "WPA"), ("Room", "1234567", "WPA"), ("Room", "x" * 65, "WPA")],
)
def test_a_network_that_no_phone_could_join_is_refused(name: str, password: str, security: Security) -> None:
    """A code that cannot work is not shown to the room."""
    with pytest.raises(WorkshopProblem):
        Wifi(name, password, security)


def test_an_old_network_says_so() -> None:
    """Its passwords have five signs, and phones must be told the kind."""
    assert Wifi("Attic", "abcde", "WEP").qr_text == "WIFI:T:WEP;S:Attic;P:abcde;;"
