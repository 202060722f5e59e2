"""Dot voting: criteria, rounds, ballots, counts taken off paper, tally, ranks and matrix."""
