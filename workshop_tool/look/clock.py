"""How the time of a timer is said, in window, projector and phone alike."""


def said_seconds(seconds: int) -> str:
    """Return "12:05", with a sign behind the end, and hours where there are some: "-0:30", "1:02:00"."""
    sign, seconds = ("\N{MINUS SIGN}" if seconds < 0 else ""), abs(seconds)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{seconds:02}" if hours else f"{sign}{minutes}:{seconds:02}"


def said_timer(left: int) -> str:
    """Return what a timer shows with so many seconds left: "12:05"; behind its end it counts up: "+0:30"."""
    return said_seconds(left) if left >= 0 else f"+{said_seconds(-left)}"
