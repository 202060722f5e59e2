"""Record: the sections and how they look, their preview, and the export."""
