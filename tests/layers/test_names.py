"""The names layer: which words name persons and organisations, and which mentions mean the same one."""

from __future__ import annotations

import pytest

from rawi import Reader

READER = Reader()


def names(text: str, kind: str) -> list[str]:
    return [mention.text for mention in READER.doc(text).mentions if mention.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The title stays outside the name.
        ("قال وزير النقل التونسي أنيس غديرة إن الطريق آمن", ["أنيس غديرة"]),
        ("التقى الرئيس الروسي فلاديمير بوتين ضيفه", ["فلاديمير بوتين"]),
        ("استقبل الأمير عبد العزيز بن فهد الوفد", ["عبد العزيز بن فهد"]),
        # Given names carry the words that follow, particles the word behind them.
        ("سافر خالد بن الوليد إلى دمشق", ["خالد بن الوليد"]),
        ("حضر محمد عبد الله الشمري الحفل", ["محمد عبد الله الشمري"]),
        # A foreign name that no list knows stands after a verb of speech or a nationality.
        ("وفاز السويدي روبن سودرلينغ باللقب", ["روبن سودرلينغ"]),
        # Kinship words nest: بن takes a name of two words, أبو one that follows بن.
        ("زارنا محمد بن عبد الكريم الفاسي أمس", ["محمد بن عبد الكريم الفاسي"]),
        ("حدثنا سعد بن أبي وقاص", ["سعد بن أبي وقاص"]),
        # A hyphen inside a name, particles of foreign names.
        ("قال وزير العدل الفرنسي جان-ماري لو غران إن القانون جاهز", ["جان-ماري لو غران"]),
        # Rulers carry a number.
        ("زار الملك محمد السادس المعرض", ["محمد السادس"]),
        # What a man is begins where his name ends, with the article or in construct.
        ("قال كوفي أنان الأمين العام السابق إن السلام قريب", ["كوفي أنان"]),
        ("حضر عمر بكري زعيم الحزب المؤتمر", ["عمر بكري"]),
        ("وصل سمير عوض مساعد وزير النقل", ["سمير عوض"]),
        # Surnames that are also other words, where the next word shows that the name is over.
        ("رأى الكاتب نجيب محفوظ أن الرواية حياة", ["نجيب محفوظ"]),
        ("وأشار حسين الفردان إلى الأرباح", ["حسين الفردان"]),
        # A given name that looks like the preposition and the verb that it may also be.
        ("وصف علي صالح القرار بالخطأ", ["علي صالح"]),
        ("اتفق الجانبان علي طرح الفكرة", []),
        # A pronoun ending makes no name of what is left of it.
        ("يشرف عليه أبوه قد كبر", []),
        # باسم before the name of a body is no person.
        ("صرح الناطق العسكري باسم الجيش يحيى سريع بذلك", ["يحيى سريع"]),
        # Words that begin no name, unless a title stands before them.
        ("تونس ثاني أكبر منتج وتلك حياة كريمة لا غنى عنها", []),
        ("وصل الشيخ ثاني بن حمد", ["ثاني بن حمد"]),
        # A rank tells a surname from a nationality.
        ("قال اللواء منصور التركي كلمة. وأضاف اللواء التركي ذلك", ["منصور التركي", "التركي"]),
        ("قال اللواء منصور التركي كلمة. ورد الوزير التركي عليه", ["منصور التركي"]),
        # Places and things named after people.
        ("احترق مسجد فاطمة وملعب راشد", []),
        # A surname that looks like a word with a pronoun, and one that is an adjective before a relative clause.
        ("عاد خوسيه لوبيرها حارس المرمى", ["خوسيه لوبيرها"]),
        ("كتب الروائي المصري نجيب محفوظ الذي مات روايات", ["نجيب محفوظ"]),
        # One word that is often seen is no name behind a preposition; the ruler of a country is not named by it.
        ("ساعد ذلك على بروز الفريق", []),
        ("أخذ ملك أراغون قراره", []),
        # The surname alone with or without the article; an ordinal stands for nobody.
        ("وصل أنيس العامري إلى المدينة. وكان عامري نفذ الهجوم", ["أنيس العامري", "عامري"]),
        ("افتتح الملك محمد الثاني المسجد. وعاد إلى بلده الثاني", ["محمد الثاني"]),
        # A foreign name that looks like an inflected word, between nationality and surname.
        ("خسرت الفرنسية فيرجيني رازانو المباراة", ["فيرجيني رازانو"]),
        # Names in a row.
        ("سافر فابيو بوفون وزامبروتا معا", ["فابيو بوفون", "زامبروتا"]),
        # A preposition before an unknown name, when his words follow.
        ("نقلت الوكالة عن كينفيون قوله إن البحث انتهى", ["كينفيون"]),
        # A man after his office between commas.
        ("قالت المتحدثة باسم الجيش، ليؤر خياط، إن الأمر صحيح", ["ليؤر خياط"]),
        # على is no one's name, علي may be.
        ("اتفق الطرفان على هدنة", []),
        ("وصل الوفد إلى المدينة مساء", []),
    ],
)
def test_persons(text: str, expected: list[str]) -> None:
    assert names(text, "person") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دعت الأمم المتحدة إلى الهدوء", ["الأمم المتحدة"]),
        ("درس في جامعة دمشق سنوات", ["جامعة دمشق"]),
        ("نشرت صحيفة «الأفق» الخبر", ["الأفق"]),
        ("أعلنت الهيئة العليا للإغاثة حملة", ["الهيئة العليا للإغاثة"]),
        ("باعت شركة نوكيا المصنع", ["نوكيا"]),
        # Aims behind ل, coordinated adjectives, construct chains.
        ("أعلن المرصد السوري لحقوق الإنسان ذلك", ["المرصد السوري لحقوق الإنسان"]),
        ("أسس معهد الدراسات العلمية والثقافية فرعا", ["معهد الدراسات العلمية والثقافية"]),
        ("دعت منظمة حماية الأنهار إلى الحذر", ["منظمة حماية الأنهار"]),
        ("درس في جامعة الملك سعود سنوات", ["جامعة الملك سعود"]),
        # The noun that says what it is stays outside when the rest is known alone; so does the nationality.
        ("نشرت صحيفة هآرتس الخبر", ["هآرتس"]),
        ("انتقد حزب الله اللبناني القرار", ["حزب الله"]),
        # An office is no organisation, but what it belongs to is.
        ("وصل الأمين العام للأمم المتحدة", ["للأمم المتحدة"]),
        # Names that are common words: a deed, a base.
        ("قرر الجيش فتح الطريق", []),
        ("هبطت الطائرة في القاعدة الأمريكية", []),
        # The letters of a name are not taken for a preposition.
        ("حطت طائرات شركة بوينغ", ["بوينغ"]),
        ("ذهب الرجل إلى البيت", []),
    ],
)
def test_organizations(text: str, expected: list[str]) -> None:
    assert names(text, "organization") == expected


def test_later_mentions_join_the_first_full_name() -> None:
    doc = READER.doc("قال وزير النقل التونسي أنيس غديرة إن الطريق آمن. وأضاف غديرة أن العمل مستمر.")
    persons = [mention for mention in doc.mentions if mention.kind == "person"]
    assert [mention.text for mention in persons] == ["أنيس غديرة", "غديرة"]
    assert len({mention.entity for mention in persons}) == 1
    (entity,) = [entity for entity in doc.entities if entity.id == persons[0].entity]
    assert entity.name == "أنيس غديرة"
    assert entity.code == "TUN GOV"


def test_a_later_mention_keeps_letters_that_look_like_a_preposition() -> None:
    doc = READER.doc("أجرى صبري بوقدوم اتصالا. وكتب بوقدوم أن الحوار بدأ.")
    assert [mention.text for mention in doc.mentions] == ["صبري بوقدوم", "بوقدوم"]


def test_known_actors_carry_code_and_english_name() -> None:
    doc = READER.doc("تحدث سيرغي لافروف في موسكو", published="2016-01-01")
    (entity,) = [entity for entity in doc.entities if entity.kind == "person"]
    assert (entity.name_en, entity.code, entity.wikidata) == ("Sergey Lavrov", "RUS GOV", "Q58217")


def test_mentions_quote_the_text_and_point_at_entities() -> None:
    doc = READER.doc("وقال لأنطونيو غوتيريش وبان كي مون إن حزب الله وحركة حماس في بيروت")
    ids = {entity.id for entity in doc.entities}
    assert doc.mentions
    for mention in doc.mentions:
        assert doc.text[mention.start : mention.end] == mention.text
        assert mention.entity in ids
    starts = [mention.start for mention in doc.mentions]
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["", "\u064b", "بن", "عبد", "أبو", "\ud800 محمد", "محمد"])
def test_odd_text(text: str) -> None:
    assert READER.doc(text).text == text
