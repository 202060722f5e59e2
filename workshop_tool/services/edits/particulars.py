"""Edits of what is said about the workshop as a whole."""

from workshop_tool.domain.plan import Plan


def revise_particulars(plan: Plan, **changes: object) -> Plan:
    """Change title, date, place and so on."""
    return plan.with_particulars(plan.particulars.revised(**changes))
