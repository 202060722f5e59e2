"""The code that lets a phone in: five digits, which no receipt looks like; it stays with the workshop all day."""

import secrets

from workshop_tool.domain.workshop import Workshop


def ensure_join_code(workshop: Workshop) -> tuple[Workshop, str]:
    """Give the workshop a join code where it has none yet; answers with the code."""
    plan = workshop.plan
    if plan.particulars.join_code:
        return workshop, plan.particulars.join_code
    code = str(10_000 + secrets.randbelow(90_000))
    return workshop.with_plan(plan.with_particulars(plan.particulars.revised(join_code=code))), code
