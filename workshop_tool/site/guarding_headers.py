"""What every answer of the site carries against other pages and curious caches, whoever writes it."""

from typing import Final

from workshop_tool.site.rendering import CONTENT_SECURITY

HEADERS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with that, Chromium sends "Origin: null" along with a form.
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
RAW_HEADERS: Final = tuple((name.lower().encode(), value.encode()) for name, value in HEADERS.items())
