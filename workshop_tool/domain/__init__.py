"""The vocabulary of the method as frozen models and pure functions."""
