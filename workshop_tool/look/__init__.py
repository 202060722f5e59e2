"""What window, projector, site and record share, so that they look alike: colours, type, fonts, icons, marks, QR, map.

Pure data and arithmetic: nothing here draws, and nothing here knows Qt, the web framework or the report library.
"""
