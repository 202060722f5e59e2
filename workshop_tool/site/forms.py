"""Reads what a form without script sent, and makes sure that it was one of ours."""

import secrets
from typing import Final
from urllib.parse import parse_qs

from workshop_tool.site.devices import form_token
from workshop_tool.site.refusals import NotFromOurPage, UnreadableForm

FORM: Final = "application/x-www-form-urlencoded"
SMALL_FORM: Final = 1024
"""Most bytes of a form with a single short field."""
_LONGEST_FORM: Final = 1000
"""Most fields that a form may have; a ballot has one for each poster and criterion."""


def read_form(body: bytes, token: str) -> dict[str, str]:
    """Return the fields of a form, the last value of each name; ``token`` is the device's, empty where it has none.

    Raises:
        NotFromOurPage: it does not carry what our own forms on this device carry.
        UnreadableForm: it is no form.
    """
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=_LONGEST_FORM)
    except ValueError as error:
        raise UnreadableForm from error
    form = {name: values[-1] for name, values in fields.items()}
    if not secrets.compare_digest(form.get("csrf", "").encode(), form_token(token).encode()):
        raise NotFromOurPage
    return form
