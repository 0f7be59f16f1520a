"""Which knowledge a record was made with."""

from __future__ import annotations

import hashlib

from rawi.lexicon.lexicon import DATA, Lexicon


def fingerprint(lexicon: Lexicon) -> str:
    """The first 12 digits of the SHA-256 over the names and bytes of all tables, overlays and data files, in order.

    Use it as ``lexicon.compiled(fingerprint)``: the files are read once.
    """
    digest = hashlib.sha256()
    for folder in (*lexicon.folders, DATA):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            digest.update(content)
    return digest.hexdigest()[:12]
