"""The language of the screen: chosen, or the system's; Qt's own words and dates follow it."""

from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from workshop_tool.desktop.dress.qt_words import qt_words
from workshop_tool.language import ENGLISH, LANGUAGES, _, known_language, speak, spoken


class QtWords(QTranslator):
    """Qt's own buttons and menus in the language of the screen: Qt brings no bokmål along."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("qt_words")
        self._words = qt_words()

    def isEmpty(self) -> bool:
        """Say that there is something in it; Qt leaves out a translator that has nothing."""
        return False

    def translate(self, _context: object, source: object, _about: object = None, _n: int = -1) -> str:
        """Return the words for one text of Qt, or the text itself."""
        text = bytes(source).decode() if isinstance(source, bytes | bytearray | memoryview) else str(source)
        return self._words.get(text.replace("&", ""), text)


def speak_on_screen(app: QApplication, language: str | None) -> None:
    """Speak a language in all that is made from now on; None takes the first of the system's that there is."""
    speak(language or known_language(QLocale.system().uiLanguages()) or ENGLISH)
    for earlier in app.findChildren(QtWords):
        app.removeTranslator(earlier)
        earlier.deleteLater()
    if spoken() != ENGLISH:
        app.installTranslator(QtWords(app))
    QLocale.setDefault(screen_locale())


def speak_anew(app: QApplication, language: str | None) -> bool:
    """Speak a language that was chosen; tell whether that is another one than before."""
    if language is None or language == spoken():
        return False
    speak_on_screen(app, language)
    return True


def said_of_next_time(language: str) -> str:
    """Say that a window keeps the words that it was made with."""
    return _("The window speaks {language} when a workshop is opened next.").format(language=LANGUAGES[language])


def screen_locale() -> QLocale:
    """Return how dates and numbers are written on the screen."""
    if spoken() == ENGLISH:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return QLocale(spoken())
