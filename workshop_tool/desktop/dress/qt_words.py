"""The words that Qt says by itself, without its marks for keys; Qt brings no bokmål along, so they are ours."""

from typing import Final

from workshop_tool.language import _


def gettext(message: str) -> str:
    """Name a word for the catalogue; it is translated when the language is known."""
    return message


WORDS: Final = (
    gettext("OK"),
    gettext("Cancel"),
    gettext("Close"),
    gettext("Save"),
    gettext("Save All"),
    gettext("Open"),
    gettext("Yes"),
    gettext("Yes to All"),
    gettext("No"),
    gettext("No to All"),
    gettext("Abort"),
    gettext("Retry"),
    gettext("Ignore"),
    gettext("Help"),
    gettext("Apply"),
    gettext("Reset"),
    gettext("Discard"),
    gettext("Don't Save"),
    gettext("Restore Defaults"),
    gettext("Undo"),
    gettext("Redo"),
    gettext("Cut"),
    gettext("Copy"),
    gettext("Copy Link Location"),
    gettext("Paste"),
    gettext("Delete"),
    gettext("Select All"),
    gettext("Clear"),
    gettext("Step up"),
    gettext("Step down"),
    gettext("Look in:"),
    gettext("Files of type:"),
    gettext("File name:"),
    gettext("Directory:"),
    gettext("Choose"),
    gettext("Back"),
    gettext("Forward"),
    gettext("Parent Directory"),
    gettext("Create New Folder"),
    gettext("New Folder"),
    gettext("List View"),
    gettext("Detail View"),
    gettext("Name"),
    gettext("Size"),
    gettext("Type"),
    gettext("Date Modified"),
    gettext("Computer"),
    gettext("My Computer"),
    gettext("Select Color"),
    gettext("Basic colors"),
    gettext("Custom colors"),
    gettext("Add to Custom Colors"),
    gettext("Pick Screen Color"),
    gettext("Hue:"),
    gettext("Sat:"),
    gettext("Val:"),
    gettext("Red:"),
    gettext("Green:"),
    gettext("Blue:"),
    gettext("HTML:"),
    gettext("Alpha channel:"),
    gettext("Rename"),
    gettext("Find Directory"),
    gettext("All Files (*)"),
    gettext("Show hidden files"),
    gettext("Sidebar"),
    gettext("Remove"),
    gettext("Find"),
    gettext("Show Details..."),
    gettext("Hide Details..."),
    gettext("Space"),
    gettext("Return"),
    gettext("Enter"),
    gettext("Del"),
    gettext("Backspace"),
    gettext("Home"),
    gettext("End"),
    gettext("Left"),
    gettext("Right"),
    gettext("Up"),
    gettext("Down"),
    gettext("PgUp"),
    gettext("PgDown"),
)
"""Buttons of questions, menus of text fields, what is read out of spin boxes, and the dialogs for files and colours."""


def qt_words() -> dict[str, str]:
    """Return them in the language in use, by what Qt calls them."""
    return {word: _(word) for word in WORDS}
