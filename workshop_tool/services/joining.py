"""What lets the room in: the code for phones, which no receipt looks like, and the secret behind all other codes."""

import secrets

from workshop_tool.domain.workshop import Workshop


def ensure_join_code(workshop: Workshop) -> tuple[Workshop, str]:
    """Give the workshop a join code, five digits, where it has none yet; answers with the code. It stays all day."""
    plan = workshop.plan
    if plan.particulars.join_code:
        return workshop, plan.particulars.join_code
    code = str(10_000 + secrets.randbelow(90_000))
    return workshop.with_plan(plan.with_particulars(plan.particulars.revised(join_code=code))), code


def ensure_room_key(workshop: Workshop) -> tuple[Workshop, str]:
    """Give the workshop a room key (hex) where it has none yet; answers with the key.

    Cards, group stations and resume codes are made from it, so all of them keep working as long as the file is there.
    """
    plan = workshop.plan
    if plan.particulars.room_key:
        return workshop, plan.particulars.room_key
    key = secrets.token_hex(32)
    return workshop.with_plan(plan.with_particulars(plan.particulars.revised(room_key=key))), key
