"""An open workshop for every test of what is done to one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import a_session
from workshop_tool.services.session import WorkshopSession


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give a session on ``day.workshop.json``: five areas, posters p1 to p3; closed at the end."""
    session = a_session(tmp_path)
    yield session
    session.close()
