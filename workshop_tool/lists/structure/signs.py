"""Takes the signs of emphasis and links off words, as markdown writes them."""

import re
from dataclasses import replace
from typing import Final

from workshop_tool.lists.structure.passages import Passage

_INLINE: Final = (
    (re.compile(r"!?\[(?P<words>[^\[\]]+)\]\((?:https?://|www\.|mailto:|[./#])[^()\s]*\)"), r"\g<words>"),
    (re.compile(r"(?<![\w`])`(?P<words>[^`]+)`(?![\w`])"), r"\g<words>"),
    (re.compile(r"(?<![\w*])\*\*(?P<words>[^\s*](?:[^*]*[^\s*])?)\*\*(?![\w*])"), r"\g<words>"),
    (re.compile(r"(?<![\w*])\*(?P<words>[^\s*](?:[^*]*[^\s*])?)\*(?![\w*])"), r"\g<words>"),
    (re.compile(r"(?<!\w)__?(?P<words>[^\s_](?:[^_]*[^\s_])?)__?(?!\w)"), r"\g<words>"),
)


def plain_words(item: Passage) -> Passage:
    """Return the passage with text, theme and children as plain words."""
    children = tuple(map(_plain, item.children))
    return replace(item, text=_plain(item.text), theme=item.theme and _plain(item.theme), children=children)


def _plain(text: str) -> str:
    if not any(sign in text for sign in "*_`["):
        return text
    for pattern, words in _INLINE:
        text = pattern.sub(words, text)
    return text
