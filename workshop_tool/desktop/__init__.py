"""The desktop: one calm window in which the facilitator prepares, runs and records a workshop."""
