"""The times layer: time expressions with their TIMEX3 values, resolved against the publication date.

Days, months and years are ISO 8601; weeks ``2016-W50``, week ends their Saturday, quarters
``2016-Q3``, halves ``2016-H1``, seasons ``2016-SU``, decades ``1990-01-01/1999-12-31``; parts of the day
``TMO TAF TEV TNI``; clock times ``T19:00`` (``Z`` when Greenwich time is said); lengths ``P3D``, ``PT48H``.
Hijri dates are converted by the rule of the Umm al-Qura calendar (``time_calendar``); a Hijri month without
a day has its first day for a value. What the calendar cannot place (الآن، حاليا، مؤخرا) is left out, and so
is everything relative when the publication date is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from rawi.document import Doc, Sentence, Token
from rawi.layers.time_grammar import Grammar
from rawi.layers.time_reading import Slots
from rawi.layers.time_values import Context, resolve, shifted
from rawi.layers.time_words import Mark, mark, time_words
from rawi.lexicon import Lexicon
from rawi.pipeline import Layer
from rawi.record import Time
from rawi.text.numbers import cut_start, number_words

# Words that announce what is to come; they outweigh the tense of the verb.
_COMING = frozenset(
    (
        "سوف",
        "لن",
        "يعتزم",
        "تعتزم",
        "اعتزام",
        "المقبل",
        "المقبله",
        "القادم",
        "القادمه",
        "مقرر",
        "مقررا",
        "مقرره",
        "المقرر",
        "المقرره",
        "المزمع",
        "المزمعه",
        "المرتقب",
        "المرتقبه",
        "المنتظر",
        "المتوقع",
        "المرجح",
    )
)
# Newspapers and channels named "today", told by the word before.
_NAMED_TODAY = frozenset(
    ("صحيفه", "جريده", "عين", "موقع", "روسيا", "المصري", "قناه", "مصر", "العرب", "راي", "بوابه", "ليبيا", "الاردن", "اخبار")
)
_HALVES = frozenset({"H", "Y", "M", "DE", "CE"})
_PARTS = {
    ("نصف", "H"): (30, "MIN"), ("ربع", "H"): (15, "MIN"), ("ثلث", "H"): (20, "MIN"), ("نصف", "Y"): (6, "M"),
    ("نصف", "DE"): (5, "Y"), ("نصف", "CE"): (50, "Y"), ("ربع", "CE"): (25, "Y"),
}  # fmt: skip
_BEFORE_LENGTH = frozenset({"منذ", "قبل", "بعد", "خلال", "نحو", "مدي", "مدار", "طوال", "من", "حوالي", "قرابه"})
_ONE_AND_A_HALF = frozenset({"ونصف", "والنصف"})
_LOOK_BACK = 40


def publication_day(published: str | None) -> date | None:
    """The day of an ISO date or date and time; ``None`` when it is missing or cannot be read."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def publication_moment(published: str | None) -> datetime | None:
    """Date and time of publication, without zone; ``None`` when only the day is told (midnight counts as no time)."""
    try:
        moment = datetime.fromisoformat(published) if published and len(published) > 10 else None
    except ValueError:
        return None
    return moment.replace(tzinfo=None) if moment is not None and (moment.hour or moment.minute) else None


def tense_at(doc: Doc, sentence: Sentence, i: int) -> str | None:
    """Tense of the clause around token ``i``: of the nearest verb before it, else the first after it."""
    first = max(sentence.first, i - _LOOK_BACK)
    for k in range(i - 1, first - 1, -1):
        found = _tense(doc.tokens, k, first)
        if found is not None:
            return found
    for k in range(i + 1, min(sentence.last, i + 15)):
        found = _tense(doc.tokens, k, first)
        # a present tense further on is likely that of a relative clause
        if found is not None and (found != "present" or k <= i + 3):
            return found
    return None


def _tense(tokens: list[Token], k: int, first: int) -> str | None:
    token = tokens[k]
    word = token.word
    if token.kind != "word":
        return None
    if word.norm in _COMING or word.core in _COMING:
        return "future" if not (word.core.startswith("المقر") and _was(tokens, k, first)) else "past"
    if not word.verbs or token.upos not in ("VERB", "AUX"):
        return None
    tenses = {reading.tense for reading in word.verbs}
    if "past" in tenses:
        return "past"
    if "present" in tenses:
        if "س" in word.proclitics or (k > first and tokens[k - 1].word.norm == "سوف"):
            return "future"
        before = [tokens[j].word.core for j in range(max(first, k - 4), k)]
        if any(b in ("لم", "كان", "كانت", "كانوا", "منذ") for b in before):
            return "past"
        return "present"
    return None


def _was(tokens: list[Token], k: int, first: int) -> bool:
    return any(tokens[j].word.core in ("كان", "كانت") for j in range(max(first, k - 4), k))


@dataclass(slots=True)
class _Span:
    """Tokens ``first:last`` with type and value; an expression without a value is skipped whole."""

    first: int
    last: int
    type: str
    value: str


def read_times(doc: Doc, lexicon: Lexicon) -> None:
    """Add ``doc.times``."""
    index, numbers = lexicon.compiled(time_words), lexicon.compiled(number_words)
    context = Context(publication_day(doc.report.published), publication_moment(doc.report.published))
    context.yesterday_named = any(token.word.norm in ("امس", "الامس", "بالامس") for token in doc.tokens)
    for sentence in doc.sentences:
        marks = mark(doc.tokens, sentence.first, sentence.last, index)
        context.near = None
        here = doc.tokens[sentence.first : sentence.last]
        if not marks and not any(token.kind == "number" or token.word.norm in numbers for token in here):
            continue
        grammar = Grammar(doc.text, doc.tokens, sentence.last, marks, numbers)
        i = sentence.first
        while i < sentence.last:
            spans = _at(doc, sentence, grammar, i, context) if _may_begin(doc, grammar, i) else []
            for span in spans:
                if span.value:
                    _add(doc, marks, span)
            i = max([i + 1, *(span.last for span in spans)])


_OPENINGS = frozenset(("ال", "ايام", "نهار"))


def _may_begin(doc: Doc, grammar: Grammar, i: int) -> bool:
    norm = doc.tokens[i].word.norm
    return i in grammar.marks or norm in grammar.numbers or norm in _OPENINGS or doc.tokens[i].kind == "number"


def _add(doc: Doc, marks: dict[int, list[Mark]], span: _Span) -> None:
    token = doc.tokens[span.first]
    cuts = [m.word.attached.cut for m in marks.get(span.first, ())]
    start = cut_start(token, min(cuts)) if cuts else max(token.start, token.core_start)
    end = doc.tokens[span.last - 1].end
    doc.times.append(Time(start, end, doc.text[start:end], f"t{len(doc.times) + 1}", span.type, span.value))


def _at(doc: Doc, sentence: Sentence, grammar: Grammar, i: int, context: Context) -> list[_Span]:
    """The expressions that begin at token ``i``: none, one, or the two ends of a range."""
    if (word := grammar.mark(i, "offset")) is not None:
        found = _offset(doc, sentence, grammar, i, word, context)
        if found is not None:
            return [found]
    length = _length(grammar, i)
    if length is not None:
        return [_Span(i, length[0], "DURATION", length[2])]
    ranged = _range(doc, sentence, grammar, i, context)
    if ranged:
        return ranged
    found_slots = grammar.expression(i)
    if found_slots is None:
        return []
    j, slots = found_slots
    if not _worth(doc, grammar, i, j, slots):
        return []
    context.tense = _tense_of(doc, sentence, i, j, context)
    value = resolve(slots, context)
    if value is None:
        doc.drop("times", doc.tokens[i].start, doc.tokens[j - 1].end, "time expression", "no value on the calendar")
        return [_Span(i, j, "DATE", "")]
    return [_Span(i, j, *value)]


def _tense_of(doc: Doc, sentence: Sentence, i: int, j: int, context: Context) -> str | None:
    before = doc.tokens[i - 1].word.norm if i > sentence.first else ""
    if before in ("منذ", "مذ", "ومنذ"):
        return "past"
    return tense_at(doc, sentence, i)


def _worth(doc: Doc, grammar: Grammar, i: int, j: int, slots: Slots) -> bool:
    """Whether the slots make an expression of their own."""
    keys = set(slots)
    if keys <= {"part", "zone", "pos", "nth", "nthweek", "nthday"} or keys == {"pos", "unit"}:
        return False
    if keys == {"doff"} and slots["doff"] == 0 and i and doc.tokens[i - 1].word.core in _NAMED_TODAY:
        return grammar.tokens[i - 1].sentence != grammar.tokens[i].sentence
    if keys == {"unit", "same"} or "same" in keys:
        return True
    return not (keys == {"hour", "minute", "exact"} and not slots["exact"] and False)


def _range(doc: Doc, sentence: Sentence, grammar: Grammar, i: int, context: Context) -> list[_Span]:
    """13-15 يوليو, بين 3 و12 سبتمبر, 4 إلى 23 الشهر المقبل: two days of the same month; the first is told by the second."""
    number = grammar.number(i)
    if number is None or not isinstance(number.value, int) or not 1 <= number.value <= 31 or number.last >= sentence.last:
        return []
    if number.kind == "words":
        return []
    if grammar.norm(i - 1) == "/":
        return []
    link = grammar.norm(number.last)
    if link not in ("-", "–", "الي", "حتي", "و", "ولغايه", "لغايه", "ـ") and not link.startswith("و"):
        return []
    at = number.last + (link in ("-", "–", "الي", "حتي", "و", "ولغايه", "لغايه", "ـ"))
    if at >= sentence.last:
        return []
    found = grammar.expression(at)
    if found is None or "day" not in found[1] or not found[1].keys() & {"month", "unit"}:
        return []
    second = grammar.number(at)
    if second is None or second.value != found[1]["day"]:
        return []
    context.tense = _tense_of(doc, sentence, i, found[0], context)
    slots = {key: value for key, value in found[1].items() if key not in ("wd", "hour", "minute", "part")}
    first, last = resolve(slots | {"day": number.value}, context), resolve(found[1], context)
    if first is None or last is None:
        return []
    return [_Span(i, number.last, *first), _Span(at, found[0], *last)]


def _length(grammar: Grammar, i: int, *, loose: bool = False) -> tuple[int, list[tuple[int, str]], str] | None:
    """A length that begins at ``i``: end, amounts and units, TIMEX3 value. ``loose`` takes a unit alone for one of it."""
    amounts: list[tuple[int, str]] = []
    j, value = i, None
    while j < grammar.stop and len(amounts) < 4:
        at = j
        if amounts:
            if grammar.norm(j) == "و":
                at = j + 1
            elif not (grammar.norm(j).startswith("و") and at < grammar.stop):
                break
        one = _amount(grammar, at, loose=loose, joined=bool(amounts))
        if one is None:
            break
        j = one[0]
        amounts.append((one[1], one[2]))
        if grammar.norm(j) in _ONE_AND_A_HALF and one[2] in _HALVES:
            if one[2] == "Y":
                amounts[-1:] = [(one[1] * 12 + 6, "M")]
            elif one[2] == "H":
                amounts[-1:] = [(one[1] * 60 + 30, "MIN")]
            elif one[2] == "DE":
                amounts[-1:] = [(one[1] * 10 + 5, "Y")]
            elif one[2] == "CE":
                amounts[-1:] = [(one[1] * 100 + 50, "Y")]
            elif one[2] == "M":
                amounts.append((15, "D"))
            j += 1
            if (unit := grammar.mark(j, "unit")) is not None and unit.word.value[0] == one[2] and "the" in unit.word.value:
                j = unit.last
            break
    if not amounts:
        unit = grammar.mark(i + 1, "unit")
        part = (grammar.norm(i).removeprefix("ال"), unit.word.value[0] if unit is not None else "")
        if unit is None or part not in _PARTS or len(unit.word.value) > 1:
            return None
        j, amounts = unit.last, [_PARTS[part]]
    value = _length_value(amounts)
    direction = grammar.direction(j)
    if direction is not None and direction.word.value[0] != "same" and grammar.norm(j) not in ("هذا", "هذه"):
        j = direction.last
    return (j, amounts, value) if value is not None else None


def _length_value(amounts: list[tuple[int, str]]) -> str | None:
    if len(amounts) == 1 and amounts[0][1] == "W":
        return f"P{amounts[0][0]}W"
    totals = dict.fromkeys("YMD", 0)
    hours = dict.fromkeys("HMS", 0)
    for number, unit in amounts:
        if unit in ("DE", "CE"):
            number, unit = number * (10 if unit == "DE" else 100), "Y"
        elif unit == "W":
            number, unit = number * 7, "D"
        elif unit == "NI":
            unit = "D"
        (hours if unit in ("H", "MIN", "S") else totals)["M" if unit == "MIN" else unit] += number
    value = "P" + "".join(f"{number}{unit}" for unit, number in totals.items() if number)
    if any(hours.values()):
        value += "T" + "".join(f"{number}{unit}" for unit, number in hours.items() if number)
    return value if value != "P" else None


def _amount(grammar: Grammar, i: int, *, loose: bool, joined: bool) -> tuple[int, int, str] | None:
    """``48 ساعة``, ``ثلاثة أسابيع``, ``يومين``, ``الأيام الثلاثة``, ``شهر واحد``: end, number, unit."""
    unit = grammar.mark(i, "unit")
    if unit is not None:
        kind, *more = unit.word.value
        if "2" in more:
            # عقدان are also two contracts
            doubtful = unit.word.flag and kind == "DE" and "the" not in more and grammar.direction(unit.last) is None
            if doubtful and grammar.norm(i - 1) not in _BEFORE_LENGTH:
                return None
            return unit.last, 2, kind
        if not more and (grammar.norm(unit.last) in _ONE_AND_A_HALF or (joined and loose)) and kind in ("H", "Y", "DE", "M"):
            return unit.last, 1, kind
        if grammar.norm(unit.last) in ("واحد", "واحده", "واحدا") and not more:
            return unit.last + 1, 1, kind
        if "+" in more and "the" in more:
            number = grammar.number(unit.last)
            counted = number is not None and number.definite and number.kind != "ordinal" and isinstance(number.value, int)
            if counted and number is not None and isinstance(number.value, int) and 0 < number.value < 1000:
                return number.last, number.value, kind
            return None
        if loose and not more and kind not in ("NI",):
            follows = grammar.mark(unit.last, "month") or grammar.mark(unit.last, "weekday") or grammar.mark(unit.last, "hijri")
            number = grammar.number(unit.last)
            if number is not None and grammar.norm(unit.last).startswith("و"):
                number = None
            if follows is None and number is None and grammar.mark(unit.last, "day") is None:
                return unit.last, 1, kind
        return None
    number = grammar.number(i)
    if number is None or not isinstance(number.value, int) or number.kind not in ("digits", "words"):
        return None
    unit = grammar.mark(number.last, "unit")
    if unit is None or unit.word.attached.cut or "2" in unit.word.value:
        return None
    kind, *more = unit.word.value
    if "the" in more and not number.definite:
        return None
    doubtful = unit.word.flag and "the" not in more and (kind == "DE" or (kind == "S" and number.kind == "words"))
    if doubtful and grammar.norm(unit.last) != "من" and grammar.norm(i - 1) not in _BEFORE_LENGTH:
        return None
    if number.value > 100000 or (number.value == 0):
        return None
    return unit.last, number.value, kind


def _offset(doc: Doc, sentence: Sentence, grammar: Grammar, i: int, word: Mark, context: Context) -> _Span | None:
    """قبل ثلاثة أيام is a day; منذ ثلاثة أيام and بعد ثلاثة أيام من … are lengths."""
    sign, *since = word.word.value
    j = word.last
    if (approx := grammar.mark(j, "approx")) is not None:
        j = approx.last
    length = _length(grammar, j, loose=True)
    if length is None:
        return None
    last, amounts, value = length
    now = grammar.mark(last, "now")
    # a direction inside ("after the three past days") or something that the length is counted from
    counted_from = grammar.norm(last) == "من" and now is None
    tense = tense_at(doc, sentence, i)
    future_after = sign == "1" and not counted_from and tense in ("future", None) and grammar.norm(last) not in ("علي", "عن")
    ago = sign == "-1" and not since and not counted_from and grammar.norm(last) not in ("علي", "ان")
    today = context.today
    if today is not None and amounts and (now is not None or ago or future_after):
        day = shifted(today, amounts, int(sign), context.moment)
        if day is not None:
            end = now.last if now is not None else last
            if now is not None and len(amounts) and len(day) == 7:
                day = f"{day}-{today.day:02}" if today.day <= 28 else day
            return _Span(i, end, "TIME" if "T" in day else "DATE", day)
    return _Span(j, last, "DURATION", value)


LAYER = Layer("times", frozenset({"tokens", "sentences"}), frozenset({"times"}), read_times)
