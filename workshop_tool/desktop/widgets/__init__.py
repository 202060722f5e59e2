"""The few pieces all pages are made of; each shows and asks, none decides."""
