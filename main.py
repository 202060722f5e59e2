"""Start the app from a checkout: ``uv run main.py``."""

from workshop_tool.app import main

if __name__ == "__main__":
    raise SystemExit(main())
