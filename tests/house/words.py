"""Find words that a person would read and that no translator could reach: they bypass gettext."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import jinja2
from jinja2 import nodes

TRANSLATORS = {"_", "gettext", "ngettext", "pgettext"}

# Calls whose words reach a person: windows, the command line, drawn text, answers to a phone.
SHOWN_BY = re.compile(
    r"""
    Q(Label|PushButton|ToolButton|CommandLinkButton|CheckBox|RadioButton|GroupBox|DockWidget|Action|Menu)
    | set(\w*Text|Html|Markdown|\w*Title|\w*Tip|WhatsThis|Accessible\w+|\w*HeaderLabels|Prefix|Suffix|Subject|Keywords)
    | add(Item|Items|Tab|Action|Menu|Row|Button|_heading|_paragraph|_argument|_parser|_argument_group)
    | showMessage | information | question | critical
    | get(Text|Item|OpenFileName|SaveFileName|ExistingDirectory)
    | drawText | draw(Right|Centred)?String | Paragraph
    | ArgumentParser | print | PlainTextResponse | HTMLResponse | HTTPException
    """,
    re.VERBOSE,
)
SHOWN_KEYWORDS = {"help", "description", "epilog", "title", "text", "detail", "content", "subject"}
# Their strings look like words and are none: names in the code, places, patterns, notes for developers.
ASIDES = {"debug", "log", "getLogger", "compile", "Path", "setObjectName", "findChild", "NewType", "TypeVar", "Literal"}

WORD = re.compile(r"[^\W\d_]{2,}")
NOT_WORDS = re.compile(r"<[^>]*>|&#?\w+;|\{[^{}]*\}|%\(?\w*\)?[sdr]|\w+://\S+")
# “Rename poster”: wherever such a thing stands, somebody is meant to read it.
READS_LIKE_A_SENTENCE = re.compile(r"[A-Z][a-z]+(?:,? [a-z]+)+[.?!…]?")


def bare_words(source: str) -> list[tuple[int, str]]:
    """List (line, text) of the strings in Python source that a person reads and that bypass gettext."""
    tree = ast.parse(source)
    set_aside = set(_set_aside(tree))
    found = set[tuple[int, str]]()
    for node in ast.walk(tree):
        match node:
            case ast.Call():
                found.update((line, text) for line, text in _shown(node) if _has_words(text))
            case ast.Constant(value=str(text)) if node not in set_aside and READS_LIKE_A_SENTENCE.fullmatch(text):
                found.add((node.lineno, text))
    return sorted(found)


def bare_words_in_template(source: str) -> list[str]:
    """List the words in a Jinja template that stand outside ``_()`` and ``{% trans %}``."""
    tree = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.i18n", "jinja2.ext.do"]).parse(source)
    page = _Page()
    for output in tree.find_all(nodes.Output):
        for part in output.nodes:
            if isinstance(part, nodes.TemplateData):
                page.feed(part.data)
            else:
                page.feed("·")
                page.words += [text for text in _said_by(part) if WORD.search(text)]
    page.close()
    return page.words


class _Page(HTMLParser):
    """Collects the words of a page: its text, and the attributes that are read out or shown."""

    SHOWN = frozenset({"alt", "title", "placeholder", "aria-label", "aria-description", "label"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code = tag in {"script", "style"}
        self.words += [value for name, value in attrs if name in self.SHOWN and value and WORD.search(value)]

    def handle_endtag(self, _tag: str) -> None:
        self._code = False

    def handle_data(self, data: str) -> None:
        if not self._code and WORD.search(data):
            self.words.append(data.strip())


def _said_by(node: nodes.Node) -> Iterator[str]:
    """Yield the literals an expression of a template may print as they stand."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr | nodes.Or | nodes.Concat):
        for child in node.iter_child_nodes(exclude=("test",)):
            yield from _said_by(child)


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _shown(call: ast.Call) -> Iterator[tuple[int, str]]:
    """Yield the literals that a call shows to a person."""
    name = _name(call)
    if not SHOWN_BY.fullmatch(name):
        return
    positional = call.args if name not in {"add_argument", "add_parser"} else []
    for argument in positional:
        yield from _literals(argument)
    for keyword in call.keywords:
        if keyword.arg in SHOWN_KEYWORDS:
            yield from _literals(keyword.value)


def _literals(node: ast.expr) -> Iterator[tuple[int, str]]:
    """Yield the literals an expression is put together from, and none that went through a translator."""
    match node:
        case ast.Constant(value=str(text)):
            yield node.lineno, text
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _literals(part)
        case ast.BinOp(left=one, right=other) | ast.IfExp(body=one, orelse=other):
            yield from _literals(one)
            yield from _literals(other)
        case ast.Call(func=ast.Attribute(value=text)):
            yield from _literals(text)


def _has_words(text: str) -> bool:
    return WORD.search(NOT_WORDS.sub(" ", text)) is not None


def _set_aside(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that are no words to anybody: docstrings, what is translated, notes for developers."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                yield node.value
            case ast.Call() if _name(node) in TRANSLATORS | ASIDES:
                yield from ast.walk(node)
            case ast.Subscript(slice=names):
                yield from ast.walk(names)
