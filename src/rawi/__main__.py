"""``python -m rawi``."""

from rawi.cli import main

if __name__ == "__main__":
    main()
