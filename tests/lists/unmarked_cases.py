# ruff: noqa: RUF001, E501 - lists as they come out of letters, slides and PDFs, with their dashes and long lines
"""Lists whose items carry no marks."""

from tests.lists.cases import Case

UNMARKED = (
    Case(
        "one item a line (Norwegian)",
        "Flere bor alene\nStrømmen blir dyrere\nVinteren blir kortere\nBygda mister butikken\n",
        [
            ("Flere bor alene", None, None),
            ("Strømmen blir dyrere", None, None),
            ("Vinteren blir kortere", None, None),
            ("Bygda mister butikken", None, None),
        ],
        kind="trends",
    ),
    Case(
        "labels of a trend map, wrapped at will (English)",
        """Trends identified for the coast

Warmer water –
new fish

Ships without
crews

Harbours become
places to
live

Fewer hands

Rising prices of
land

Uncertain Development towards 2040 Certain

Im
po
r
ta
nce

Very
high
""",
        [
            ("Warmer water – new fish", None, None),
            ("Ships without crews", None, None),
            ("Harbours become places to live", None, None),
            ("Fewer hands", None, None),
            ("Rising prices of land", None, None),
        ],
        kind="trends",
    ),
    Case(
        "paragraphs parted by blank lines (German)",
        """Die Bücherei hat nur an zwei Tagen in der Woche geöffnet, und
an diesen Tagen ist die Schlange vor der Ausgabe so lang, dass
viele wieder gehen.

Niemand weiß, wer den Schlüssel zum Saal hat, und der Kalender
im Netz zeigt seit dem Frühling nur noch leere Tage an, obwohl
dort jeden Abend geprobt wird.
""",
        [
            (
                "Die Bücherei hat nur an zwei Tagen in der Woche geöffnet, und an diesen Tagen ist die Schlange vor der Ausgabe so lang, dass viele wieder gehen.",
                None,
                None,
            ),
            (
                "Niemand weiß, wer den Schlüssel zum Saal hat, und der Kalender im Netz zeigt seit dem Frühling nur noch leere Tage an, obwohl dort jeden Abend geprobt wird.",
                None,
                None,
            ),
        ],
    ),
)
