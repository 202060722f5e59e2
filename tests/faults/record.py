"""Records of hostile texts and of any workshop: always a PDF, nothing outside of its page, every word found again."""

import tempfile
from pathlib import Path

from tests.faults.part import Outcome, scaled
from tests.record.any_workshop import any_workshop
from tests.record.hostile import CORPUS, generated, outside, wrong_with
from tests.record.reading import text_of
from tests.record.tagged import verdict
from workshop_tool.record.pdf import make_pdf

TEXTS, WORKSHOPS, CHECKED = 1_000, 60, 12


def run_hostile(scale: float) -> Outcome:
    """Print the corpus and a thousand texts made by chance."""
    texts = [*CORPUS, *map(generated, range(scaled(TEXTS, scale)))]
    bad = [f"text {at}: {wrong}" for at, text in enumerate(texts) if (wrong := wrong_with(text))]
    return Outcome(f"{len(texts):,} hostile texts printed: {len(bad)} failures or texts outside of a page", tuple(bad))


def run_any(scale: float) -> Outcome:
    """Print workshops of 0 to 60 trends, 0 to 200 areas and posters; look for every word, and ask veraPDF of some."""
    bad, words_found, checked = [], 0, 0
    with tempfile.TemporaryDirectory() as name:
        for seed in range(scaled(WORKSHOPS, scale)):
            workshop, words = any_workshop(seed)
            pdf = make_pdf(workshop)
            said = text_of(pdf)
            lost = [word for word in words if word not in said]
            bad += [f"workshop {seed}: {word} is lost" for word in lost[:3]]
            words_found += len(words) - len(lost)
            if wrong := outside(pdf):
                bad.append(f"workshop {seed}: {wrong}")
            if seed < CHECKED:
                file = Path(name) / f"{seed}.pdf"
                file.write_bytes(pdf)
                told = verdict(file)
                checked += bool(told)
                if told and told.count("compliant=true") < 2:
                    bad.append(f"workshop {seed}: {told}")
    figures = (
        f"{scaled(WORKSHOPS, scale)} workshops printed: {words_found:,} words found again, {checked} checked by veraPDF"
    )
    return Outcome(figures, tuple(bad))
