"""Why a list cannot be read: each refusal is the sentence the facilitator reads."""

from workshop_tool.domain.refusals import WorkshopProblem


class ListRefused(WorkshopProblem):
    """This list cannot be read. Nothing was changed."""


class ListMissing(ListRefused):
    """There is no file at {file}. Nothing was changed; check the name, or choose the file again."""


class ListIsFolder(ListRefused):
    """Nothing was imported: {file} is a folder. Choose the file with the list inside it."""


class ListNotAFile(ListRefused):
    """Nothing was imported: {file} is not an ordinary file but a device or a pipe. Save the list as a file first."""


class ListUnreadable(ListRefused):
    """Nothing was imported: {file} may not be read by this user. Copy it to your own folder, or ask for access."""


class ListFailing(ListRefused):
    """Nothing was imported: {file} could not be read to its end ({reason}). Copy the file and try the copy."""


class ListEmpty(ListRefused):
    """Nothing was imported: {file} is empty. Choose a file with one item a line, or paste the list."""


class ListWithoutItems(ListRefused):
    """Nothing was imported: no items were found in {file}. Put each item on a line of its own, then try again."""


class ListTooLarge(ListRefused):
    """Nothing was imported: {file} is larger than {limit} MB, too large for a list. Keep the list itself only."""


class ListTooLong(ListRefused):
    """Nothing was imported: {file} has more than {limit} lines. Split it, or keep the list itself only."""


class ListIsDocument(ListRefused):
    """Nothing was imported: {file} is a document of a kind that is not read. Save it as .docx, or paste the list."""


class ListIsSlides(ListRefused):
    """Nothing was imported: {file} holds slides of a kind that is not read. Save it as .pptx, or paste the list."""


class ListIsSpreadsheet(ListRefused):
    """Nothing was imported: {file} is a spreadsheet of a kind that is not read. Save it as .xlsx, or paste it."""


class ListDamaged(ListRefused):
    """Nothing was imported: {file} is damaged or not complete{place}. Open it in its own program and save it again."""


class ListInflated(ListRefused):
    """Nothing was imported: {file} unpacks to far more than a list needs. Keep the list itself only, or paste it."""


class ListHasDoctype(ListRefused):
    """Nothing was imported: {file} declares a document type in {part}, as harmful files do. Paste the list instead."""


class ListEncrypted(ListRefused):
    """Nothing was imported: {file} has a password. Save it without one, or paste the list."""


class SheetMissing(ListRefused):
    """Nothing was imported: {file} has no sheet called {sheet}. Choose another one."""


class PagesMissing(ListRefused):
    """Nothing was imported: {file} has {count} pages, and page {page} is none of them. Choose other pages."""


class PdfWithoutText(ListRefused):
    """Nothing was imported: {file} holds pictures of text only. Let a program read them first, or type the list."""


class JsonUnreadable(ListRefused):
    """Nothing was imported: {file} is no valid JSON, line {line}, column {column}. Mend it there, then try again."""


class JsonUnfit(ListRefused):
    """Nothing was imported: in {file}, {what}. Mend it, then try again."""


class ListIsOldOffice(ListRefused):
    """Nothing was imported: {file} is an old Excel, Word or PowerPoint file. Save it as .xlsx, .docx or .pptx."""


class ListIsWebPage(ListRefused):
    """Nothing was imported: {file} is a web page. Open it in a browser, copy the list there, and paste it."""


class ListIsArchive(ListRefused):
    """Nothing was imported: {file} looks like a packed archive. Unpack it and choose the list inside."""


class ListIsPicture(ListRefused):
    """Nothing was imported: {file} looks like a picture. A list must be text, so type it or paste it."""


class ListIsBinary(ListRefused):
    """Nothing was imported: {file} is not text. Save the list as plain text or CSV in UTF-8, then try again."""


class QuoteUnclosed(ListRefused):
    """Nothing was imported: in {file} a quotation mark in the row from line {line} is not closed. Close it."""


class FieldTooLong(ListRefused):
    """Nothing was imported: in {file} the row at line {line} has a cell above {limit} characters. Shorten it."""
