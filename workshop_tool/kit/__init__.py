"""What is printed for the room: join sheet, voter cards, station sheets, paper ballots, blank posters, trend cards."""
