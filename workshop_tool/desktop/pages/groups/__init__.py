"""Groups: who sits where in each part of the day, and how a mix came out."""
