"""The coder: which PLOVER code a noun phrase gets, from its own words and from the report around it."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.lexicon.actors import ACTORS, ROLES, in_office
from rawi.lexicon.coder import actor_coder

READER = Reader()


def code(text: str, phrase: str | None = None, *, published: str | None = None, outlet: str | None = None) -> str:
    phrase = phrase or text
    doc = READER.doc(text, published=published, outlet=outlet)
    start = text.rindex(phrase)
    return actor_coder(READER.lexicon).code(doc, start, start + len(phrase)).code


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        # The head gives the sector, the nationality or the country behind it gives the country.
        ("وزير الخارجية الروسي", "RUS GOV"),
        ("وزير خارجية فرنسا", "FRA GOV"),
        ("الجيش السوري", "SYR MIL"),
        ("الشرطة الإيطالية", "ITA COP"),
        ("محكمة مصرية", "EGY JUD"),
        ("البرلمان التركي", "TUR LEG"),
        ("جهاز المخابرات الألماني", "DEU SPY"),
        ("صحيفة بريطانية", "GBR JRN"),
        ("لاجئين سوريين", "SYR REF"),
        ("نقابة المعلمين الأردنيين", "JOR LAB"),
        ("شركة نفط كويتية", "KWT BUS"),
        # Heads that only count, pick or belong hand the code on to what follows.
        ("عدد من الجنود الأتراك", "TUR MIL"),
        ("المتحدث باسم الجيش النيجيري", "NGA MIL"),
        ("مصدر في الشرطة العراقية", "IRQ COP"),
        ("رؤساء عشائر عراقية", "IRQ ELI"),
        ("السفير الفرنسي لدى الأمم المتحدة", "FRA GOV"),
        ("مسؤولون سودانيون", "SDN GOV"),
        # Countries, capitals and seats speak for their governments; people counted do not.
        ("روسيا", "RUS GOV"),
        ("الكرملين", "RUS GOV"),
        ("ثلاثة فرنسيين", "FRA CVL"),
        # Bodies above the states and groups known by name.
        ("مجلس الأمن", "IGO ---"),
        ("منظمة العفو الدولية", "NGO SOC"),
        ("تنظيم داعش", "--- REB"),
        ("مقاتلي حزب العمال الكردستاني", "TUR REB"),
        ("الحوثيين", "YEM REB"),
        ("حركة حماس", "PSE PRM"),
        ("حزب الله", "LBN PRM"),
        ("وكالة رويترز", "GBR JRN"),
        ("الدول الغربية", "--- GOV"),
        ("مسلحون مجهولون", "--- UAF"),
        # Adjectives that change what people are, and offices that are over.
        ("المعتقلين الحوثيين", "YEM REB"),
        ("وزير الداخلية المصري الأسبق", "EGY ELI"),
        ("مسؤولين أوكرانيين سابقين", "UKR ELI"),
        ("شخصين مسلحين", "--- UAF"),
        ("مهاجم من تنظيم داعش", "--- REB"),
        ("عصابة داعش", "--- REB"),
        ("المتحدث العسكري للحوثيين", "YEM REB"),
        ("قائد عسكري موال للحوثيين", "YEM REB"),
        ("القوات التابعة للحكومة الليبية", "LBY MIL"),
        ("القوات الموالية للرئيس هادي", "YEM MIL"),
        ("أراضي المملكة العربية السعودية", "SAU ---"),
        ("جهاديين أجانب", "--- REB"),
        ("معتقلين سياسيين تونسيين", "TUN CVL"),
        ("أحد زعماء التمرد في السودان", "SDN REB"),
        ("جنود متمردين", "--- REB"),
        ("جانيين إثيوبيين", "ETH CRM"),
        ("حرس الحدود المجري", "HUN COP"),
        # The part of a country in which somebody is, is not whose he is.
        ("مصادر صحفية في محافظة لحج", "YEM JRN"),
        ("شباب الجهة", "--- CVL"),
        # Words in a name of a person are no office and no nationality.
        ("الناشط الليبي سامي التركي", "LBY CVL"),
        # Whose a thing is counts before where it was made; an adjective of another noun is nobody's trade.
        ("طائرة صينية الصنع تابعة للجيش السعودي", "SAU MIL"),
        ("الخبير الروسي في الشؤون الأمنية", "RUS CVL"),
        ("سفارات أجنبية", "--- GOV"),
        # What follows in a relative clause, is joined or is only spoken to, does not name the speaker.
        ("المدون الذي انتقد ملك المغرب", "MAR CVL"),
        ("الناطق باسم الرئاسة القبرصية لفرانس برس", "CYP GOV"),
        # A country as a whole, and what is only where something is.
        ("المجال الجوي البولندي", "POL ---"),
        ("مدينة عدن", "YEM ---"),
        ("قاعدة في منطقة زندر في النيجر", "NER MIL"),
        # States of which none is named; a source of whom nothing is said.
        ("البلدين", "--- GOV"),
        ("قادة العالم", "--- GOV"),
        ("مصدر مطلع", "--- UNK"),
    ],
)
def test_code_of_phrase(phrase: str, expected: str) -> None:
    assert code(phrase) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # People without nationality are of the country the words around speak of.
        ("سقطت قذائف على أحياء في حلب السورية وجرح مدنيون", "مدنيون", "SYR CVL"),
        # A definite head alone is the body described before.
        ("أعلنت وزارة الدفاع الأوكرانية ذلك في كييف. وزار وفد بولندي كييف. وقالت الوزارة إن القصف مستمر", "الوزارة", "UKR GOV"),
        # What a demonstration is against or for is not where it is; what stands right behind people is.
        ("تظاهر المئات في نيامي ضد فرنسا ونددوا بالوجود الفرنسي. وتدخلت الشرطة في النيجر بعنف", "الشرطة", "NER COP"),
        # A group named before is meant by its general noun, with the code of its own.
        ("هاجم حزب العمال الكردستاني ثكنة تركية. وقتل اثنان من قادة الحزب", "اثنان من قادة الحزب", "TUR REB"),
        # Rebels are of a country; the last group named may be of none.
        ("قاتل حزب العمال الكردستاني تنظيم داعش في تركيا. ثم هاجم المتمردون بلدة", "المتمردون", "TUR REB"),
        # Attackers may be anybody, whatever group the report names.
        ("تنشط بوكو حرام في نيجيريا. وأحرق المهاجمون ثكنة", "المهاجمون", "--- UAF"),
        # Followers are of their leader's sector, unless he governs.
        ("خطب صلاح الدين دمرداش في أنقرة. وهتف أنصاره له", "أنصاره", "TUR OPP"),
        # Casualties in the ranks of somebody.
        ("سقط خمسة قتلى في صفوف الجيش اللبناني", "خمسة قتلى", "LBN MIL"),
        # A phrase quoted shorter than it is.
        ("هجوم لحزب العمال الكردستاني قرب الحدود", "حزب", "TUR REB"),
        ("هاجمت الميليشيا الحوثية معسكرا قرب مأرب", "الميليشيا", "YEM REB"),
        ("صدم شاحنة للشرطة الفرنسية أمس", "شاحنة", "FRA COP"),
        ("فجر مستودعا تابعا للجيش اللبناني", "مستودعا", "LBN MIL"),
        ("أسر «12» حوثيا قرب مأرب", "«12»", "YEM REB"),
        # The officials who go on speaking are those who spoke.
        ("قال مسؤول أمني عراقي إن الطريق مغلق. وذكر المسؤولون أن الجسر دمر", "المسؤولون", "IRQ COP"),
        (
            "أكدت تونس في بلاغ لوزارة الشؤون الخارجية أنها تدين الهجوم في مصر. ونددت مصر بالعنف",
            "وزارة الشؤون الخارجية",
            "TUN GOV",
        ),
        # A surname that is somebody else's in the tables, where the report names another in full.
        ("قال العقيد تركي المالكي المتحدث باسم التحالف كلمة. وأضاف المالكي أن الصاروخ اعترض", "المالكي", "--- MIL"),
        # A man without title of whom an office is told behind his name.
        ("قال محمد الحجازي وهو متحدث باسم الجيش الليبي إن الميناء مغلق. وأكد الحجازي ذلك", "الحجازي", "LBY MIL"),
        # The adjective of a deed stands for the state that did it.
        ("استمرت الاعتداءات السعودية على الحدود", "السعودية", "SAU GOV"),
        # A surname stands for the person who was named with a title.
        ("قال وزير المالية اللبناني فادي شمعون كلمته. وأضاف شمعون أن الموازنة جاهزة", "شمعون", "LBN GOV"),
    ],
)
def test_code_from_report(text: str, phrase: str, expected: str) -> None:
    assert code(text, phrase) == expected


def test_outlet_is_at_home() -> None:
    assert code("التقى معالي وزير الصحة وفدا", "معالي وزير الصحة", outlet="عكاظ") == "SAU GOV"


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2010-05-01", "EGY GOV"), ("2015-05-01", "EGY ELI")],
)
def test_years_of_office(published: str, expected: str) -> None:
    assert code("قال حسني مبارك كلمة", "حسني مبارك", published=published) == expected


def test_title_says_that_the_office_is_over() -> None:
    text = "وصل رئيس الوزراء المخلوع عمران خان. وقال خان كلمة"
    assert code(text, "خان كلمة", published="2022-06-01") == "PAK OPP"
    assert code(text.replace(" المخلوع", ""), "خان كلمة", published="2022-01-01") == "PAK GOV"


def test_without_a_year_the_latest_office_counts() -> None:
    rows = [row for row in READER.lexicon.rows(ACTORS) if row["name"] == "أحمد الشرع"]
    assert {row["code"] for row in rows} == {"SYR REB", "SYR GOV"}
    assert code("قال أحمد الشرع كلمة", "أحمد الشرع") == "SYR GOV"


@pytest.mark.parametrize("text", ["", " ", "،", "\u064b", "ظظظ", "12"])
def test_never_without_a_code(text: str) -> None:
    doc = READER.doc(text)
    coded = actor_coder(READER.lexicon).code(doc, 0, len(text)).code
    assert len(coded) == 7
    assert coded != "--- ---"


def test_tables_hold_what_the_project_promises() -> None:
    forms = {form for row in READER.lexicon.rows(ROLES) for form in row.many("forms")}
    assert len(READER.lexicon.rows(ACTORS)) >= 1200
    assert len(forms) >= 400


def test_in_office_takes_the_nearest_term() -> None:
    from rawi.lexicon.actors import Actor

    early = Actor("س", "S", "person", "AAA GOV", 2001, 2005, None, "t:1")
    late = Actor("س", "S", "person", "AAA OPP", 2010, None, None, "t:2")
    assert in_office([early, late], 2003)[1] == "AAA GOV"
    assert in_office([early, late], 2009)[0] is late
    assert in_office([early, late], None)[0] is late
