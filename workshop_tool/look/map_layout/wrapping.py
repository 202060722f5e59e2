"""A label's text in lines of even length."""

from collections.abc import Callable
from functools import cache

Measure = Callable[[str], float]


def wrap_label(text: str, measure: Measure, max_width: float) -> list[str]:
    """Return the text in as few lines as max_width allows, and those as even as they can be.

    A word that is wider than max_width is broken with a hyphen. Empty text has no lines.

    Args:
        text: Any white space counts as one space.
        measure: The width of a text when drawn.
        max_width: In the unit of measure.
    """
    measure = cache(measure)  # the same lines are weighed again and again
    words = [part for word in text.split() for part in _broken(word, measure, max_width)]
    lines = _filled(words, measure, max_width)
    while lines:
        # the same words in a column just too narrow for the widest line: more even, until it takes a line more
        widest = max(measure(line) for line in lines)
        narrower = _filled(words, measure, widest, strictly=True)
        if len(narrower) > len(lines) or max(measure(line) for line in narrower) >= widest:
            break
        lines = narrower
    return lines


def _filled(words: list[str], measure: Measure, width: float, *, strictly: bool = False) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        reach = measure(longer)
        if lines and (reach < width or (reach == width and not strictly)):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _broken(word: str, measure: Measure, max_width: float) -> list[str]:
    parts: list[str] = []
    while measure(word) > max_width and len(word) > 1:
        fits = max((at for at in range(1, len(word)) if measure(f"{word[:at]}-") <= max_width), default=1)
        parts.append(f"{word[:fits]}-")
        word = word[fits:]
    return [*parts, word]
