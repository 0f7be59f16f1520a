"""Reading many reports, on one core or several, with faults in their places."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import NamedTuple

from rawi.jsonio import dumps
from rawi.lexicon import TableError
from rawi.reader import Reader
from rawi.record import Record
from rawi.sources import Fault, Item, Problem

# Reports handed to a worker at once: enough to make the hand-over cheap, few enough that the output flows.
_BATCH = 16


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker needs to know. ``encode`` asks for JSON instead of records, which is cheaper to send back."""

    overlays: tuple[str, ...] = ()
    encode: bool = True
    indent: bool = False


class Outcome(NamedTuple):
    """What became of one report: a record (or its JSON), or the fault; and all that is to be said about it."""

    result: Record | bytes | Fault
    file: str
    line: int | None
    problems: tuple[Problem, ...]


def read_items(items: Iterable[Item | Fault], settings: Settings, jobs: int = 1) -> Iterator[Outcome]:
    """Read ``items`` in order; lazily, holding a few batches a job at most. The outcome does not depend on ``jobs``.

    :raises rawi.lexicon.TableError: a table is not as declared.
    """
    if jobs <= 1:
        reader = Reader(*settings.overlays)
        for item in items:
            yield _read(item, reader, settings)
        return
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor

    rest = iter(items)
    # Forking a process that runs threads (the progress display has one) can lock up, so workers are spawned.
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[list[Outcome]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(settings,)) as pool:
        try:
            while True:
                while len(waiting) < jobs * 3 and (batch := list(islice(rest, _BATCH))):
                    waiting.append(pool.submit(_batch, batch))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _read(item: Item | Fault, reader: Reader, settings: Settings) -> Outcome:
    if isinstance(item, Fault):
        return Outcome(item, item.file, item.line, (item.problem,))
    try:
        doc = reader.doc(**asdict(item.report))
        doc.problems[:0] = item.problems
        record = reader.record(doc)
        result = dumps(record, indent=settings.indent) if settings.encode else record
    except TableError:
        raise
    except Exception as error:  # one report that trips a layer must not end the run of a million
        problem = Problem("internal", {"reason": f"{type(error).__name__}: {error}"})
        return Outcome(Fault(problem, item.file, item.line, item.report.id), item.file, item.line, (problem,))
    return Outcome(result, item.file, item.line, tuple(doc.problems))


_worker: tuple[Reader, Settings]


def _start(settings: Settings) -> None:
    global _worker
    _worker = (Reader(*settings.overlays), settings)


def _batch(items: list[Item | Fault]) -> list[Outcome]:
    return [_read(item, *_worker) for item in items]
