"""Build ``src/rawi/tables/times/months.tsv``: month names of the Arab countries, from the Unicode CLDR (Babel).

    python tools/build_calendar.py > src/rawi/tables/times/months.tsv

Babel is needed at build time only. Spellings that the CLDR lacks stand in ``times/words.tsv`` and
are added by hand there. A name is ``weak`` when it is also an ordinary word or a person's name;
such a name counts only beside a day, a year, شهر or the like.
"""

from __future__ import annotations

import calendar

from babel import Locale

TERRITORIES = ("", "DZ", "EG", "IQ", "JO", "LB", "MA", "MR", "PS", "SA", "SY", "TN")
WEAK = {"مارس", "آب", "ماي", "أوت", "جوان"}


def month_names() -> dict[str, tuple[int, list[str]]]:
    """Name → number of the month and the territories (``*`` for the Arabic default) that use it."""
    found: dict[str, tuple[int, list[str]]] = {}
    for territory in TERRITORIES:
        locale = Locale("ar", territory or None)
        for number, name in locale.months["format"]["wide"].items():
            found.setdefault(name, (number, []))[1].append(territory or "*")
    return found


def main() -> None:
    """Print the table."""
    print("# Built by tools/build_calendar.py from the Unicode CLDR (Babel); edit times/words.tsv instead.")
    print("phrase\tkind\tvalue\tweak\tgloss")
    for name, (number, territories) in sorted(month_names().items(), key=lambda item: (item[1][0], item[0])):
        weak = "weak" if name in WEAK else ""
        print(f"{name}\tmonth\t{number}\t{weak}\t{calendar.month_name[number]} ({', '.join(territories)})")


if __name__ == "__main__":
    main()
