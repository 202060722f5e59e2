"""Every refusal is a sentence that stands by itself."""

import importlib
import pkgutil
import string

import pytest

import workshop_tool
from workshop_tool.domain.refusals import WorkshopProblem


class Anything:
    """A detail that fits any field, whatever format the field asks for."""

    def __format__(self, spec: str) -> str:
        """Stand in for a number, a name or a path."""
        return "something"


@pytest.fixture(scope="module")
def sentences() -> dict[str, str]:
    """Map the name of every refusal in the house to its untranslated sentence."""
    for module in pkgutil.walk_packages(workshop_tool.__path__, "workshop_tool."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found, unvisited = set[type[WorkshopProblem]](), [WorkshopProblem]
    while unvisited:
        below = unvisited.pop().__subclasses__()
        found.update(below)
        unvisited.extend(below)
    own = [kind for kind in found if kind.__module__.startswith("workshop_tool.")]
    return {kind.__qualname__: kind.__new__(kind).template for kind in own}


def test_a_refusal_reads_like_a_sentence(sentences: dict[str, str]) -> None:
    """A person meets it in a dialog, on a phone and in a terminal: it ends like a sentence and never says Error."""
    assert {
        name: said
        for name, said in sentences.items()
        if not said.endswith((".", "?", ".”", '."')) or said[0].islower() or said.startswith("Error")
    } == {}


def test_a_refusal_has_a_name_for_each_detail(sentences: dict[str, str]) -> None:
    """The details are named, so that a translation may put them in another order."""
    assert {name: said for name, said in sentences.items() if not all(f.isidentifier() for f in _details(said))} == {}


def test_a_refusal_can_be_said(sentences: dict[str, str]) -> None:
    """With its details filled in, no brace is left over."""
    said = {name: text.format(**dict.fromkeys(_details(text), Anything())) for name, text in sentences.items()}
    assert {name: text for name, text in said.items() if set("{}") & set(text)} == {}


def _details(sentence: str) -> list[str]:
    return [field.split(".")[0] for _, field, _, _ in string.Formatter().parse(sentence) if field is not None]
