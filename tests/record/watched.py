"""Prints a record that holds hostile texts, and tells which of its own files and addresses the process reached for.

Run as ``python -m tests.record.watched CANARY``: prints a line for each time that CANARY was opened or anything called.
"""

import sys

from tests.record.hostile import CORPUS, holding
from workshop_tool.record.pdf import make_pdf


def main(canary: str) -> None:
    """Print records with texts that name the canary in every way there is to name a file."""
    heard: list[str] = []

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket.") or (event == "open" and canary in str(arguments[0])):
            heard.append(f"{event} {arguments}")

    sys.addaudithook(hear)
    for text in CORPUS[:6]:
        make_pdf(holding(text.replace("/etc/passwd", canary)))
    print("\n".join(heard))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
