"""Attribution without a verb of its own: who is meant by على حد قوله, and whom وفقا names."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()


# text, particle, speaker, content
ASIDES = [
    ("وأوضح المزارع أن البئر جفت منذ شهر، على حد تعبيره.", "على حد تعبيره", "المزارع", "البئر جفت منذ شهر"),
    ("وأكدت النقابة أن الأجور تأخرت، حسب قولها.", "حسب قولها", "النقابة", "الأجور تأخرت"),
    ("وقال المدرب إن اللاعبين يطالبون بعقود جديدة، وفق تعبيره.", "وفق تعبيره", "المدرب", "اللاعبين يطالبون بعقود جديدة"),
    ("وقال الطيار إن الرحلة ألغيت وهو قرار متسرع على حد وصفه.", "على حد وصفه", "الطيار", "هو قرار متسرع"),
    ("وهدم المنزل فجرا، وفقا للجنة الأهالي.", "وفقا", "للجنة الأهالي", "هدم المنزل فجرا"),
]


@pytest.mark.parametrize(("text", "cue", "who", "content"), ASIDES)
def test_a_particle_vouches_for_what_was_said_before_it(text: str, cue: str, who: str, content: str) -> None:
    found = next(s for s in READER.read(text, published="2020-03-04").statements if s.cue.text == cue)
    speaker = found.source or found.source_ref
    assert speaker is not None
    assert found.content is not None
    assert (speaker.text, found.content.text) == (who, content)


# text, speaker; None when the colon is no speech
COLONS = [
    ("مصادر طبية: الجرحى نقلوا إلى المستشفى", "مصادر طبية"),
    ("المصدر: وكالات الأنباء", None),
]


@pytest.mark.parametrize(("text", "who"), COLONS)
def test_sources_before_a_colon(text: str, who: str | None) -> None:
    sources = [s.source.text for s in READER.read(text, published="2020-03-04").statements if s.source and s.cue.text == ":"]
    assert sources == ([who] if who else [])
