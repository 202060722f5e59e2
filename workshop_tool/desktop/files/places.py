"""Where the app keeps what: the user's workshops, and what it remembers between runs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs


@dataclass(frozen=True)
class Places:
    """Folders; they need not exist yet."""

    memory: Path
    """For what is remembered between runs, and the log."""
    workshops: Path
    """For new workshops."""

    @property
    def templates(self) -> Path:
        """For the user's templates."""
        return self.workshops / "Templates"

    @classmethod
    def of_user(cls) -> Self:
        """Return the folders of whoever runs the app."""
        return cls(
            memory=Path(platformdirs.user_data_dir("Workshop Tool", appauthor=False)),
            workshops=Path(platformdirs.user_documents_dir()) / "Workshops",
        )
