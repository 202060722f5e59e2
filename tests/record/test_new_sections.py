"""Summary, links, comments, changes to trends, answers: the facts behind the newer sections."""

from tests.record.choices import with_choices
from tests.record.library import library
from tests.record.noted import noted_library
from tests.record.reading import text_of
from workshop_tool.record.facts import record_facts
from workshop_tool.record.facts.summary import parts_of, written_summary
from workshop_tool.record.facts.summary import text_of as summary_text
from workshop_tool.record.facts.trend_changes import RoomRow
from workshop_tool.record.pdf import make_pdf


def test_the_summary_says_who_leads_and_by_how_much() -> None:
    """By number and title, with the dots, and who follows."""
    said = {part.label: part.sentences for part in record_facts(library()).summary.parts}
    lead, follows = said["What leads"]
    both = "Number 10 (“One person carries a branch”) and number 11 (“We do not know what readers do”)"
    assert lead == f"{both} lead with nine priority dots each."
    assert follows == "Number 14 (“No reason to share”) follows with six priority dots."


def test_the_summary_says_what_cannot_be_told() -> None:
    """Leaders without a feasibility count are neither easy nor hard."""
    said = {part.label: part.sentences for part in record_facts(library()).summary.parts}
    assert "Numbers 10 and 11 lead, but their feasibility dots were not entered." in said["Wanted but hard"]


def test_the_summary_shows_five_figures_at_most() -> None:
    """People, trends, problem areas, posters, dots."""
    figures = [(figure.number, figure.caption) for figure in record_facts(library()).summary.figures]
    assert figures == [
        ("15", "people took part"),
        ("22", "trends"),
        ("21", "problem areas"),
        ("9", "posters"),
        ("33", "priority dots"),
    ]


def test_words_of_ones_own_replace_the_summary_and_can_be_put_back() -> None:
    """The figures stay; an empty text brings the facts' words back."""
    own = with_choices(library(), summary="What leads\nWe think it is the lift.\n\nAnd that is all.")
    facts = record_facts(own).summary
    assert [(part.label, part.sentences) for part in facts.parts] == [
        ("What leads", ("We think it is the lift.",)),
        ("", ("And that is all.",)),
    ]
    assert facts.figures == record_facts(library()).summary.figures
    assert record_facts(with_choices(own, summary="")).summary == record_facts(library()).summary


def test_the_summary_that_is_edited_begins_as_it_is() -> None:
    """What the editor shows first, saved untouched, prints the same page."""
    written = written_summary(library())
    assert parts_of(summary_text(written)) == written.parts


def test_links_count_the_posters_that_a_trend_drives() -> None:
    """With their numbers, and what the trend does to them."""
    row = record_facts(noted_library()).links.trends[0]
    assert (row.label, row.count, row.posters) == (
        "Fewer visits, longer stays", 3, "1 (makes it worse); 2 and 10",
    )  # fmt: skip


def test_links_name_areas_whose_posters_link_one_another() -> None:
    """1 links 2, and 2 links 1."""
    links = record_facts(noted_library()).links
    assert links.pairs == ("1 and 2",)
    assert links.heading.message == "“Fewer visits, longer stays” drives three of nine posters"


def test_minutes_stand_by_kind_and_comments_by_what_they_are_about() -> None:
    """Decisions, next steps with their owners, comments on posters, trends and the day."""
    comments = record_facts(noted_library()).comments
    assert comments.heading.message == "One decision and two next steps were agreed"
    assert [(step.lines, step.owner, step.about) for step in comments.next_steps] == [
        (("Count visitors in May",), "Brackwater City Library", ""),
        (("Ask the town hall for a sign",), "The council", "on number 2"),
    ]
    about = [(each.title, [remark.lines[0] for remark in each.remarks]) for each in comments.comments]
    assert about == [
        (
            "2 The second floor is empty because its lift is hidden",
            ["The lift is hidden by a plant", "Signs would help"],
        ),
        ("On the trend “Fewer visits, longer stays”", ["As in the villages"]),
        ("On the day as a whole", ["A good day"]),
    ]


def test_comments_that_were_not_taken_are_not_printed() -> None:
    """Dismissed ones and those nobody decided on stay in the file."""
    text = text_of(make_pdf(noted_library()))
    assert "Not wanted in print" not in text
    assert "Nobody has looked at this" not in text


def test_a_moved_trend_says_where_to() -> None:
    """Against the place where it was presented."""
    trend = record_facts(noted_library()).trends.trends[4]
    assert trend.details == "Desk research · 5 sources · moved: more important"
    assert trend.was == (0.2, 0.4)


def test_a_trend_that_nobody_moved_has_no_earlier_place() -> None:
    """No mark is drawn for it."""
    assert all(trend.was is None for trend in record_facts(library()).trends.trends)


def test_the_room_s_placing_is_told_with_its_spread() -> None:
    """Mean and standard deviation of four devices."""
    room = record_facts(noted_library()).trends.room
    assert room == (RoomRow("2", "Reading moves to the phone", "65 ± 11", "50 ± 0", "4"),)


def test_answers_are_counted_and_quoted() -> None:
    """The same answer twice stands once."""
    question = record_facts(noted_library()).introduction.questions[0]
    assert question.answered == "4 answers"
    assert question.quotes == ("Shorter visits (said 2 times)", "Less paper", "More noise")


def test_a_question_without_answers_stands_by_itself() -> None:
    """No empty digest."""
    question = record_facts(noted_library()).introduction.questions[1]
    assert (question.answered, question.quotes) == ("", ())
