"""What is an event and what is none, and how it was done; on sentences written for the tests."""

from __future__ import annotations

import pytest

from rawi import Reader
from rawi.layers.event_scan import spelled
from rawi.record import Event

READER = Reader()


def of_type(text: str, kind: str, published: str | None = "2020-03-04") -> list[Event]:
    return [event for event in READER.read(text, published=published).events if event.type == kind]


# text, type: a report tells of it
TOLD = [
    ("أعلنت الشرطة أن مجهولين خطفوا مصورا في المدينة.", "ASSAULT"),
    ("قال شهود إن انتحاريا فجر نفسه قرب السوق.", "ASSAULT"),
    ("وقتل خمسة أشخاص في تفجير سيارة مفخخة لدى مرور دورية.", "ASSAULT"),
    ("وتعرض المعتقلون مساء الخميس للضرب.", "ASSAULT"),
    ("تجددت المظاهرات في العاصمة ضد الحكومة.", "PROTEST"),
    ("وفي لندن توجه المتظاهرون إلى مقر الحكومة.", "PROTEST"),
    ("أحرق المتظاهرون إطارات في الميدان احتجاجا على قطع المياه.", "PROTEST"),
    ("قال الوزير للصحفيين: لن نسمح بهذا الأمر.", "REJECT"),
    ("انتهكت روسيا المجال الجوي الفنلندي.", "MOBILIZE"),
    ("استخدمت القوات الحكومية غاز الكلور ضد البلدة.", "ASSAULT"),
    # An empty verb before the noun that is the news, or a verb that looks like a noun.
    ("نفذ الهجوم مسلحون على متن دراجات نارية.", "ASSAULT"),
    ("أقدم شاب على قتل حارس ليلي في سوسة.", "ASSAULT"),
    ("قامت امرأة كانت تعيش في بلجيكا بتفجير سيارة مفخخة قرب دورية عسكرية أمس.", "ASSAULT"),
    ("قال شاهد إنه شاهد مسلحين يطلقون النار على المارة.", "ASSAULT"),
    ("وقالت الشرطة إن عددا منهم اقتحموا المبنى.", "ASSAULT"),
    ("القوات الأجنبية أمرت بضربات جوية على مركز الشرطة أسفرت عن مقتل تسعة من رجال الشرطة.", "ASSAULT"),
    ("نجا مدير الأمن من محاولة اغتيال بسيارة مفخخة صباح أمس.", "ASSAULT"),
    ("تعرض مدير المصرف للخطف على أيدي مسلحين في العاصمة.", "ASSAULT"),
    ("أعلن الجيش أنه قصف قرية قرب الحدود.", "ASSAULT"),
    ("تمكن الدفاع الجوي من اعتراض وتدمير صاروخ أطلق على المدينة.", "ASSAULT"),
    ("وأوضح البيان أن الصواريخ انطلقت من قواعد داخل إيران.", "ASSAULT"),
    ("تمكنت قوات الجيش من القضاء على 16 إرهابيا في الجبل.", "ASSAULT"),
    ("أحكم الجيش الطوق على المجموعة الإرهابية.", "COERCE"),
    ("وذكرت هيئة الأركان أن القوات الروسية تشن عمليات هجومية على المدينة.", "ASSAULT"),
    ("أطلق فتى النار في المدرسة فأصاب ثلاثة تلاميذ قبل أن ترديه الشرطة قتيلا.", "ASSAULT"),
    ("واعترضت الدفاعات الجوية طائرتين دون طيار وصاروخا.", "ASSAULT"),
    ("وألقى الطيران 200 برميل متفجر على البلدة.", "ASSAULT"),
    ("سقط صاروخ على الثكنة ما أدى لمقتل عشرة جنود.", "ASSAULT"),
    ("شهدت البلدة ليلة الثلاثاء اشتباكات بين مسلحين والجيش.", "ASSAULT"),
    ("تمكن مقاتلو القبائل من طرد مسلحي التنظيم من البلدة.", "COERCE"),
    ("وتراجعت القوات إلى المدينة فيما فجر مسلحون أحد الجسور.", "ASSAULT"),
    ("نجا رئيس الحزب بعد أن فجر انتحاري نفسه خارج منزله.", "ASSAULT"),
    ("وأسفرت الأحداث عن مقتل أحد أفراد الأمن قرب المقر.", "ASSAULT"),
    ("ومن ناحية أخرى خطف مسلحون مجهولون مهندسين قرب مدينة سرت.", "ASSAULT"),
    ("وأشار المصدر إلى أسر ستة مقاتلين على يد الحرس.", "ASSAULT"),
    ("وذكرت الوزارة أن الجيش السوري بسط سيطرته على المدينة.", "COERCE"),
    ("سلم عشرات المتمردين أنفسهم للجيش.", "RETREAT"),
    ("وتعهد زعيم الجماعة بمواصلة القتال.", "THREATEN"),
    ("استخدمت البحرية الصواريخ لضرب مواقع المسلحين.", "ASSAULT"),
    ("زعيم التنظيم لم يظهر منذ سيطرة الحركة على المدينة قبل عام.", "COERCE"),
    ("تدك المدفعية مواقع المتمردين قرب الحدود.", "ASSAULT"),
    ("رشق ملثمون رجال الشرطة بالحجارة قرب الملعب.", "ASSAULT"),
    ("أغرقت البحرية السفينة بصاروخ.", "ASSAULT"),
    ("استرجعت القوات الحكومية مدينة سرت.", "COERCE"),
    ("أصدر القاضي بطاقة إيداع بالسجن ضد رجل أعمال.", "COERCE"),
    ("رفعت بريطانيا حالة التأهب الأمني.", "MOBILIZE"),
    ("وتستقدم الجماعة تعزيزات إلى الجبهة.", "MOBILIZE"),
    ("وأكد القائد أن القتلة لن يفلتوا من العقاب.", "THREATEN"),
    ("قضت المحكمة بسجن الناشط خمس سنوات.", "SANCTION"),
    # What is banned decides between an embargo and a curfew.
    ("فرض الاتحاد الأوروبي حظرا على النفط الإيراني.", "SANCTION"),
    ("فرضت السلطات حظر التجول في المدينة.", "COERCE"),
    ("أقالت الحكومة مدير الشرطة.", "SANCTION"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_is_an_event(text: str, kind: str) -> None:
    assert of_type(text, kind)


# text, type that the words suggest: none of it is told as done
NOT_TOLD = [
    ("قتل ثلاثة أشخاص في حادث سير قرب المدينة.", "ASSAULT"),
    ("شدد الجيش الحراسة تحسبا لأي هجوم.", "ASSAULT"),
    ("هل هاجمت القوات البلدة أم انسحبت؟ هل قتلت المدنيين؟", "ASSAULT"),
    ("وقال الخبير إن الصاروخ سيقتل جنودا.", "ASSAULT"),
    ("وكان الجنود يستعدون في مقرهم تفاديا لوقوع هجوم.", "ASSAULT"),
    ("شن النائب هجوما لاذعا على الحكومة.", "ASSAULT"),
    ("رفع المتظاهرون لافتات.", "PROTEST"),
    ("احتشدت الشرطة في الميدان لمنع المحتجين.", "PROTEST"),
    ("وقال النائب إن الشعب سيثور على النظام.", "PROTEST"),
    ("الضابط يستقل سيارة حكومية.", "RETREAT"),
    ("شن الجيش هجوما على البلدة.", "ACCUSE"),
    ("فرض الاتحاد الأوروبي حظرا على النفط الإيراني.", "COERCE"),
    # Homographs: a written shadda, or an object that cannot be dismissed.
    ("الحافلة تقل عشرين عاملا.", "SANCTION"),
    ("أجّلت المحكمة القضية إلى الشهر المقبل.", "AID"),
    ("يهدد الجفاف سلامة المزارعين.", "THREATEN"),
    # What is meant to be done, what is named after war, what happens in a family.
    ("سمحت الحكومة للطائرات باستعادة القاعدة وتجهيزها لاستهداف مواقع المسلحين.", "ASSAULT"),
    ("شكلت الدول لجنة للتصدي للمسلحين في المنطقة.", "ASSAULT"),
    ("اجتمع مجلس وزراء الحرب في القدس أمس الثلاثاء.", "ASSAULT"),
    ("رجل يقتل زوجته ويدفنها في الحديقة.", "ASSAULT"),
    ("وتعهد زعيم الجماعة بمواصلة القتال.", "AGREE"),
    ("الحزب يرد على منتقديه.", "ASSAULT"),
    # A danger, a convoy of relief, a fire, a withdrawal named in passing.
    ("ويرى الخبير أن العصابات أضحت تشكل تهديدا للاقتصاد.", "THREATEN"),
    ("وصلت صباح أمس سفينة إغاثية إلى ميناء عدن.", "MOBILIZE"),
    ("استنفر حريق ضخم عناصر الوقاية المدنية.", "MOBILIZE"),
    ("وليس هذا سوى كلمة تقال ثم تنسى بعد حين.", "SANCTION"),
    ("وقال الوزير إن الوضع تحسن كثيرا منذ الهدنة.", "RETREAT"),
    # What says what such acts are, and those named after them.
    ("وأضاف أن إطلاق الصواريخ باتجاه المدن يعد مخالفا للقانون الدولي.", "ASSAULT"),
    ("التقى الوفد زعماء التمرد في العاصمة.", "ASSAULT"),
    ("قلوبنا مع عائلات القتلى في هذا اليوم.", "ASSAULT"),
    ("تمكن الدفاع الجوي من اعتراض وتدمير صاروخ أطلق على المدينة.", "REJECT"),
    # Metaphors and forces of nature.
    ("استثمارات قطر تغزو قطاع السياحة في العالم", "ASSAULT"),
    ("ضرب زلزال مدمر بلغت قوته سبع درجات جنوب البلاد صباح الاثنين.", "ASSAULT"),
    ("قال النائب علي الحصار إن الجلسة مؤجلة.", "COERCE"),
    ("سرعت القنصلية إجراءات ترحيل جثمان المواطن.", "COERCE"),
    ("دخلت القوات المسلحة في مفاوضات مع الشركة.", "COERCE"),
    ("حاصرت السيول أسرة في قريتها.", "COERCE"),
    ("يقبض الموظف راتبه في آخر الشهر.", "COERCE"),
    ("استمرت فترة حكمها ستين عاما.", "SANCTION"),
    # Things take no part in acts of force.
    ("تمنع الميزة التطبيقات من التنصت.", "COERCE"),
    ("يساعد الزيت على منع تساقط الشعر.", "COERCE"),
    ("أوقف الدواء نمو الورم.", "COERCE"),
    ("جاء ذلك في بيان صادر عن الديوان.", "COERCE"),
    ("شارك في التصويت ما لا يقل عن مليون ناخب.", "SANCTION"),
    ("تحدث الوزيران عن اتفاق بشأن وقف إطلاق النار.", "RETREAT"),
    ("خرج العمال للمطالبة بإقالة المدير.", "SANCTION"),
    ("اللاجئون الذين رُفضت طلباتهم يعيشون في مخيم.", "REJECT"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_is_no_event(text: str, kind: str) -> None:
    assert [event.trigger.text for event in of_type(text, kind)] == []


# A written shadda allows only verbs that double this letter.
SPELLED = [
    ("تقلّ", "أقال", False),
    ("تقلّ", "قل", True),
    ("أجّلت", "أجلى", False),
    ("أجّلت", "أجل", True),
    ("يتقدّم", "تقدم", True),
    ("احتلّت", "احتل", True),
    ("أجلت", "أجلى", True),
]


@pytest.mark.parametrize(("text", "lemma", "allowed"), SPELLED)
def test_a_shadda_excludes_verbs(text: str, lemma: str, allowed: bool) -> None:
    assert spelled(READER.doc(text).tokens[0], lemma) is allowed


def test_a_verb_that_tells_of_fighting_known_already_is_an_event() -> None:
    found = of_type("هاجم مسلحون الثكنة في سرت. واندلعت الاشتباكات صباح الأحد.", "ASSAULT")
    assert [event.trigger.text for event in found] == ["هاجم", "اندلعت"]


def test_a_verb_of_feeling_and_its_noun_are_one_event() -> None:
    found = of_type("أعرب الوزير عن إدانته للحكومة.", "ACCUSE")
    assert [(event.trigger.text, [p.text for p in event.recipients]) for event in found] == [("أعرب", ["للحكومة"])]


# A relative or time clause with a date long past recalls an act; a main clause tells it.
PAST = [
    ("تحدث عن الوزير الذي اغتيل في فبراير 2005 في بيروت.", "2020-03-04", False),
    ("وفي فبراير 2005 اغتال مسلحون الوزير في بيروت.", "2020-03-04", True),
    ("تحدث عن الوزير الذي قتله مسلحون يوم 2 مارس 2020.", "2020-03-04", True),
    ("تحدث عن الوزير الذي اغتيل في فبراير 2005 في بيروت.", None, False),
]


@pytest.mark.parametrize(("text", "published", "coded"), PAST)
def test_acts_long_past_are_recalled_not_reported(text: str, published: str | None, coded: bool) -> None:
    assert bool(of_type(text, "ASSAULT", published)) is coded


# text, type, mode told by the words around the trigger
HOW = [
    ("قتل جندي برصاص قناص.", "ASSAULT", "firearms"),
    ("قتل جندي في انفجار عبوة ناسفة.", "ASSAULT", "explosives"),
    ("قتل جندي بقذيفة هاون.", "ASSAULT", "heavy-weapons"),
    ("قصف الطيران الحربي مواقع المتمردين.", "ASSAULT", "aerial"),
    ("هاجم شاب مارة بسكين.", "ASSAULT", "primitive"),
    ("أرسلت تركيا دبابات إلى الحدود.", "MOBILIZE", "weapons"),
    ("بحث الرئيسان هاتفيا الأزمة.", "CONSULT", "phone"),
    ("دعت فرنسا الأطراف إلى وقف القتال.", "REQUEST", "yield"),
    ("دعت فرنسا الأطراف إلى الحوار.", "REQUEST", "meet"),
    ("طالبت المعارضة بإجراء انتخابات.", "REQUEST", "change"),
    ("هدد الرئيس بقصف المدينة.", "THREATEN", "violence"),
]


@pytest.mark.parametrize(("text", "kind", "mode"), HOW)
def test_modes(text: str, kind: str, mode: str) -> None:
    found = of_type(text, kind)
    assert found
    assert mode in found[0].mode


# A noun that completes a noun of its type, or is lent by a verb, is the same event.
ONCE = [
    ("شن الجيش هجوما على البلدة.", "ASSAULT"),
    ("نفذ الطيران غارات على المدينة.", "ASSAULT"),
    ("فرضت واشنطن عقوبات على موسكو.", "SANCTION"),
    ("أجرى الوزيران مباحثات في القاهرة.", "CONSULT"),
    ("شنت مقاتلات التحالف أربع غارات استهدفت مواقع المسلحين في مأرب.", "ASSAULT"),
    ("اندلعت مواجهات مع المسلحين خلفت قتلى وجرحى في البلدة.", "ASSAULT"),
    ("سقط ألف قتيل وجرح تسعة آلاف آخرين في المدينة.", "ASSAULT"),
    ("وقال مدير المرصد: «سقط الصاروخ على الحي»، ما تسبب بمقتل 18 شخصا.", "ASSAULT"),
    ("ألقت قوات من الشرطة القبض على زعيم العصابة.", "COERCE"),
    ("إيران تستخدم الصواريخ لضرب مواقع التنظيم", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "kind"), ONCE)
def test_verb_and_noun_are_one_event(text: str, kind: str) -> None:
    assert len(of_type(text, kind)) == 1


def test_a_claim_tells_of_the_attack_again() -> None:
    text = "هاجم مسلحون القاعدة فجر السبت.\nوأعلن تنظيم داعش مسؤوليته عن الهجوم."
    assert [event.trigger.text for event in of_type(text, "ASSAULT")] == ["هاجم", "الهجوم"]
