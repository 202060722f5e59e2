# ruff: noqa: RUF001, E501 - lists as they come out of letters, slides and PDFs, with their dashes and long lines
"""Lists whose items carry numbers, letters or bullets."""

from tests.lists.cases import Case

MARKED = (
    Case(
        "numbers with brackets, wrapped, double spaced, prose around it (English)",
        """The evening began with a short tour of the harbour, after which the five weak spots found in the

survey were read aloud and explained by the harbour master and two of the pilots.

1) Ferries leave before the last train has arrived at the quay and travellers are left behind

without a way home

2) Bicycles are not counted

3) Nobody owns the timetable that is printed on the boards along the northern quay – it was

last changed four years ago

4) Fog closes the port

5) Tickets are sold in three places that do not know one another.

Afterwards everybody chose a weak spot and wrote down what it would take to mend it. The tables

were changed once, so that nobody sat with the same people all night. What was written is kept

in the next chapter of this report, together with the names of the tables and their hosts.
""",
        [
            (
                "Ferries leave before the last train has arrived at the quay and travellers are left behind without a way home",
                None,
                1,
            ),
            ("Bicycles are not counted", None, 2),
            (
                "Nobody owns the timetable that is printed on the boards along the northern quay – it was last changed four years ago",
                None,
                3,
            ),
            ("Fog closes the port", None, 4),
            ("Tickets are sold in three places that do not know one another.", None, 5),
        ],
        [
            "The evening began with a short tour of the harbour, after which the five weak spots found in the survey were read aloud and explained by the harbour master and two of the pilots.",
            "Afterwards everybody chose a weak spot and wrote down what it would take to mend it. The tables were changed once, so that nobody sat with the same people all night. What was written is kept in the next chapter of this report, together with the names of the tables and their hosts.",
        ],
    ),
    Case(
        "numbers with points and a page number (Norwegian)",
        """Skogen som klasserom

12

1. Lærere mangler tid til å planlegge turene
2. Bussene går for sjelden
3. Foreldre er redde for flått, bekk og bål

4. Utstyret er slitt
Side 13 av 20
5. Ingen vet hvem som eier hytta
""",
        [
            ("Lærere mangler tid til å planlegge turene", None, 1),
            ("Bussene går for sjelden", None, 2),
            ("Foreldre er redde for flått, bekk og bål", None, 3),
            ("Utstyret er slitt", None, 4),
            ("Ingen vet hvem som eier hytta", None, 5),
        ],
        ["Skogen som klasserom", "12", "Side 13 av 20"],
    ),
    Case(
        "bullets beneath headings with a colon (Danish)",
        """Vand:

• Regnen kommer på én gang, og kloakken
kan ikke følge med
• Brøndene står tomme om sommeren

Strøm:

• Nettet er fuldt
""",
        [
            ("Regnen kommer på én gang, og kloakken kan ikke følge med", "Vand", None),
            ("Brøndene står tomme om sommeren", "Vand", None),
            ("Nettet er fuldt", "Strøm", None),
        ],
    ),
    Case(
        "markdown with headings, a title and emphasis (English)",
        """# Problem areas

## Kitchen
- **Waste** is weighed by hand
- Deliveries arrive unannounced

## Hall
* Chairs are missing (new)
""",
        [
            ("Waste is weighed by hand", "Kitchen", None),
            ("Deliveries arrive unannounced", "Kitchen", None),
            ("Chairs are missing", "Hall", None),
        ],
        ["Problem areas"],
    ),
    Case(
        "letters in brackets (German)",
        """(a) Die Brücke ist für Lastwagen gesperrt
(b) Es fehlen Werkstätten für gebrauchte
Fahrräder
(c) Der Markt schließt zu früh
""",
        [
            ("Die Brücke ist für Lastwagen gesperrt", None, None),
            ("Es fehlen Werkstätten für gebrauchte Fahrräder", None, None),
            ("Der Markt schließt zu früh", None, None),
        ],
    ),
    Case(
        "hyphens at the ends of lines, joined and kept (Norwegian)",
        """- Kommunen har ingen oversikt over lekeplass-
utstyr som må byttes
- Vi mangler IT-
støtte og drifts-
og vaktordninger
- Det finnes ingen selv-kjørende buss, og selv-
kjørende biler er ikke lov
""",
        [
            ("Kommunen har ingen oversikt over lekeplassutstyr som må byttes", None, None),
            ("Vi mangler IT-støtte og drifts- og vaktordninger", None, None),
            ("Det finnes ingen selv-kjørende buss, og selv-kjørende biler er ikke lov", None, None),
        ],
    ),
    Case(
        "bullets and ligatures from a PDF (English)",
        "\uf0b7 O\ufb03cers \ufb01ll in forms twice\n\n\uf0b7 The \ufb02ow of let\u00adters sto\u200bps in sum\u00admer\n",
        [
            ("Officers fill in forms twice", None, None),
            ("The flow of letters stops in summer", None, None),
        ],
    ),
    Case(
        "lost bullets that left a blank (Danish)",
        """Oversigt over tiltag
Skolen:
 Flere skal cykle, men stien ender midt
på marken
 Køkkenet lukker klokken to

Biblioteket:
 Ingen kan finde lydbøgerne
""",
        [
            ("Flere skal cykle, men stien ender midt på marken", "Skolen", None),
            ("Køkkenet lukker klokken to", "Skolen", None),
            ("Ingen kan finde lydbøgerne", "Biblioteket", None),
        ],
        ["Oversigt over tiltag"],
    ),
    Case(
        "a year at the start of a wrapped line (English)",
        """1. The plan for the valley runs until
2031. Nobody has asked the farmers
2. The road floods
3. Two schools share one bus
""",
        [
            ("The plan for the valley runs until 2031. Nobody has asked the farmers", None, 1),
            ("The road floods", None, 2),
            ("Two schools share one bus", None, 3),
        ],
    ),
    Case(
        "short headings without a sign (Norwegian)",
        """Havna

1. Kaia er for kort
2. Ingen rydder etter helga

Torget

3. Bodene står tomme
4. Det er mørkt om kvelden
""",
        [
            ("Kaia er for kort", "Havna", 1),
            ("Ingen rydder etter helga", "Havna", 2),
            ("Bodene står tomme", "Torget", 3),
            ("Det er mørkt om kvelden", "Torget", 4),
        ],
    ),
    Case(
        "numbers are themes where each only gathers bullets (German)",
        """1. Wohnen
   - Mieten steigen schneller als Löhne
   - Keller sind feucht
2. Arbeit
   - Lehrlinge fehlen
   - Wege sind lang
""",
        [
            ("Mieten steigen schneller als Löhne", "Wohnen", None),
            ("Keller sind feucht", "Wohnen", None),
            ("Lehrlinge fehlen", "Arbeit", None),
            ("Wege sind lang", "Arbeit", None),
        ],
    ),
    Case(
        "an item that ends with a colon stays an item (English)",
        """1. Seeds are sold out by March
2. What the allotments need most:
3. A shed
""",
        [
            ("Seeds are sold out by March", None, 1),
            ("What the allotments need most:", None, 2),
            ("A shed", None, 3),
        ],
    ),
    Case(
        "nr. before the number (Danish)",
        "Nr. 3 Havnen sander til\nNr. 7 Færgen er for lille\nNr. 12 Øen har ingen læge\n",
        [("Havnen sander til", None, 3), ("Færgen er for lille", None, 7), ("Øen har ingen læge", None, 12)],
    ),
    Case(
        "questions, one of them wrapped (Norwegian)",
        """Spørsmål:
1. Hva vil du helst slippe å gjøre
neste år?
2. Hvem burde vært her i dag?
""",
        [("Hva vil du helst slippe å gjøre neste år?", None, 1), ("Hvem burde vært her i dag?", None, 2)],
        ["Spørsmål:"],
        kind="questions",
    ),
)
