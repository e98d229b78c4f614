"""Run the command line: `python -m russianrev`."""

from russianrev.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
