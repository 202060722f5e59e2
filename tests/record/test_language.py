"""The record speaks its own language, whatever the screen speaks."""

import datetime as dt
from contextlib import suppress

from tests.house.catalogue import CODE, extracted, read
from tests.record.choices import with_choices
from tests.record.noted import noted_library
from tests.record.reading import squeezed, text_of
from workshop_tool.language import _, speaking
from workshop_tool.language.own_words import OWN_WORDS
from workshop_tool.record.facts import record_facts
from workshop_tool.record.facts.wording import long_date, number_text, number_word, time_span
from workshop_tool.record.pdf import make_pdf

LONG = 14
"""Letters of a message that nobody's own text happens to hold."""


def test_a_norwegian_record_holds_no_english_message() -> None:
    """Every fixed word of every section, with all there can be in it."""
    workshop = with_choices(noted_library(language="nb"), names=True, ballots=True)
    text = squeezed(text_of(make_pdf(workshop)))
    said = read("nb")
    own = [*extracted(CODE / "record"), *extracted(CODE / "paper"), *OWN_WORDS]
    fixed = [m for m in own if isinstance(m, str) and len(m) >= LONG and "{" not in m and said[m].string != m]
    assert len(fixed) > 60
    assert [message for message in fixed if squeezed(message) in text] == []


def test_titles_are_sentences_in_the_language_of_the_record() -> None:
    """Numbers as words, and the criteria that the method brought along."""
    facts = record_facts(noted_library(language="nb"))
    assert facts.voting.heading.message == "To områder leder, hvert med ni prikker for prioritet"
    assert facts.areas.heading.message == "Ni av 21 problemområder ble valgt"
    assert facts.comments.heading.message == "Én beslutning og to neste steg ble avtalt"


def test_the_fields_of_the_method_s_own_poster_are_translated() -> None:
    """What a facilitator named otherwise stays as it is."""
    labels = [
        field.label
        for part in record_facts(noted_library(language="nb")).posters.posters[0].parts
        for field in part.fields
    ]
    assert labels[0] == "Hva som viser problemet"
    workshop = noted_library(language="nb")
    template = workshop.plan.template
    renamed = template.revised(fields=(template.fields[0].revised(label="Proof"), *template.fields[1:]))
    facts = record_facts(workshop.with_plan(workshop.plan.with_template(renamed)))
    assert facts.posters.posters[0].parts[0].fields[0].label == "Proof"


def test_dates_times_and_numbers_are_written_as_the_language_does() -> None:
    """The same day, hour and number in two languages."""
    day, hour = dt.date(2018, 6, 19), dt.time(9, 5)
    english = (long_date(day), time_span(hour, None), number_text(12345), number_word(1))
    with speaking("nb"):
        norwegian = (long_date(day), time_span(hour, None), number_text(12345), number_word(1))
    assert english == ("19 June 2018", "09:05", "12,345", "one")
    assert norwegian == ("19. juni 2018", "09.05", "12\N{NO-BREAK SPACE}345", "én")


def test_the_screen_keeps_its_language_while_a_record_is_written() -> None:
    """The record's language is lent for as long as it is printed, and given back after an error too."""
    make_pdf(noted_library(1, language="nb"))
    assert _("Trends") == "Trends"
    with suppress(LookupError), speaking("nb"):
        assert _("Trends") == "Trender"
        raise LookupError
    assert _("Trends") == "Trends"


def test_a_language_without_a_catalogue_is_english() -> None:
    """A record in a language that is not there yet is still a record."""
    assert record_facts(noted_library(1, language="da")).trends.heading.name == "Trends"


def test_the_hash_is_that_of_the_file_in_every_language() -> None:
    """Translated words are no other content; the language itself is part of it."""
    english, norwegian = noted_library(), noted_library(language="nb")
    assert record_facts(norwegian).appendix.content_hash != record_facts(english).appendix.content_hash
    assert record_facts(norwegian).appendix.content_hash == record_facts(norwegian).appendix.content_hash
