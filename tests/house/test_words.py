"""Every word a person reads goes through gettext."""

from pathlib import Path

import pytest

from tests.house.words import bare_words, bare_words_in_template

ROOMS_WITH_WORDS = {"desktop", "site", "record", "kit", "rehearsal", "cli", "app"}


def test_no_string_in_the_code_bypasses_gettext(root: Path) -> None:
    """Window, site, record, demo and command line speak the language that was chosen."""
    found = [
        f"{path.relative_to(root)}:{line}: {text}"
        for path in sorted((root / "workshop_tool").rglob("*.py"))
        if path.relative_to(root).with_suffix("").parts[1] in ROOMS_WITH_WORDS
        for line, text in bare_words(path.read_text("utf-8"))
    ]
    assert found == []


def test_no_word_in_a_template_bypasses_gettext(root: Path) -> None:
    """The pages on the phones, too."""
    found = [
        f"{path.relative_to(root)}: {words}"
        for path in sorted((root / "workshop_tool").rglob("templates/**/*.html"))
        for words in bare_words_in_template(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "planted",
    [
        'QLabel("Trends")',
        'button.setText(f"Close {name}")',
        'self.setToolTip("<b>Undo</b>")',
        'label.setText("{n} ballots".format(n=3))',
        'label.setText("Open" if closed else _("Close"))',
        'box.addItems(["Blue", "Green"])',
        'Paragraph("Ranking of " + name, style)',
        'run.add_argument("--port", help="where to listen")',
        'session.edit("Rename poster", change)',
        'TITLE = "Problem areas of the day"',
    ],
)
def test_a_planted_string_is_noticed(planted: str) -> None:
    """The search is worth something: it finds what it is meant to find."""
    assert bare_words(planted)


@pytest.mark.parametrize(
    "innocent",
    [
        'QLabel(_("Trends"))',
        'button.setText(_("Close {name}").format(name=name))',
        'label.setText(f"<b>{name}</b> · {count}")',
        'label.setText(ngettext("{n} ballot", "{n} ballots", 3).format(n=3))',
        'widget.setObjectName("problem list")',
        'font.setFamily("Source Sans 3")',
        'def close() -> None:\n    """Close the round."""',
        'run.add_argument("--port", help=_("where to listen"))',
    ],
)
def test_what_is_translated_or_no_word_is_let_be(innocent: str) -> None:
    """The search does not cry wolf."""
    assert bare_words(innocent) == []


@pytest.mark.parametrize(
    "planted",
    [
        "<p>Your ballot is recorded</p>",
        "<p>{{ name }} has voted</p>",
        '<input placeholder="Name">',
        '{% if open %}<a href="{{ url }}">Vote</a>{% endif %}',
        '{{ "Closed" if closed else _("Open") }}',
    ],
)
def test_a_planted_word_in_a_template_is_noticed(planted: str) -> None:
    """The search sees text, attributes that are read out, and literals in expressions."""
    assert bare_words_in_template(planted)


@pytest.mark.parametrize(
    "innocent",
    [
        "<p>{{ _('Your ballot is recorded') }}</p>",
        '<p class="wide">{% trans %}Your ballot is recorded{% endtrans %}</p>',
        '<input type="text" placeholder="{{ _(\'Name\') }}" {% if first %}autofocus{% endif %}>',
        "<style>p { margin: 0 }</style><script>let open = 1;</script>",
        "<p>{{ names | join(' and ') }}&nbsp;·&nbsp;{{ count }}</p>",
        '{% extends "page.html" %}{% block title %}{{ title }}{% endblock %}',
    ],
)
def test_a_template_that_is_translated_is_let_be(innocent: str) -> None:
    """The search knows markup from words."""
    assert bare_words_in_template(innocent) == []
