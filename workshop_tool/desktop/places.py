"""Where the app keeps what: the user's workshops, what it remembers between runs, and the sample."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

from workshop_tool.look.assets import ASSETS


@dataclass(frozen=True)
class Places:
    """Folders; they need not exist yet."""

    memory: Path
    """For what is remembered between runs, and the log."""
    workshops: Path
    """For new workshops."""

    @classmethod
    def of_user(cls) -> Self:
        """Return the folders of whoever runs the app."""
        return cls(
            memory=Path(platformdirs.user_data_dir("Workshop Tool", appauthor=False)),
            workshops=Path(platformdirs.user_documents_dir()) / "Workshops",
        )


def sample_workshop() -> Path | None:
    """Return the file of the sample workshop, which is opened as a copy; None where none is shipped."""
    return next(iter(sorted((ASSETS.parent / "sessions").glob("*.workshop.json"))), None)
