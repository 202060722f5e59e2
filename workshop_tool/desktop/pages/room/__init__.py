"""Room: the site, the way in, the network, and the check with one's own phone."""
