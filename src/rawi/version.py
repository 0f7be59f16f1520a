"""The version, by itself so that every module can say it."""

__version__ = "0.1.0"
