"""The reader: loads once, may be shared and sent."""

import itertools
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import rawi
from rawi.lexicon import Lexicon
from rawi.lexicon.fingerprint import fingerprint

TEXTS = [
    "أعلن وزير الصحة أمس في عمّان أن 12 شخصا أصيبوا في الحادث.",
    "وقالت المتحدثة باسم الأمم المتحدة إن القافلة دخلت الغوطة يوم الثلاثاء.",
    "نفى الجيش قصف القرية.",
    "",
]


def test_shared_and_own_reader_agree():
    for text in TEXTS:
        assert rawi.read(text, published="2016-12-13") == rawi.Reader().read(text, published="2016-12-13")


def test_many_threads_read_what_one_reads():
    one = [rawi.Reader().read(text).to_dict() for text in TEXTS]
    shared = rawi.Reader()  # not yet loaded: all threads ask for the tables at once
    with ThreadPoolExecutor(8) as pool:
        many = list(pool.map(lambda text: shared.read(text).to_dict(), TEXTS * 10))
    assert many == one * 10


def test_pickled_reader_reads_the_same():
    reader = rawi.Reader()
    reader.read(TEXTS[0])
    sent = pickle.dumps(reader)
    assert len(sent) < 10_000, "the tables should not travel"
    assert pickle.loads(sent).read(TEXTS[0]) == reader.read(TEXTS[0])


def test_read_many_is_lazy_and_keeps_order():
    asked = []

    def reports():
        for n in itertools.count():
            asked.append(n)
            yield {"text": f"قال المدير {n}", "id": str(n), "section": "ignored"}

    records = rawi.Reader().read_many(reports())
    assert asked == []
    assert [record.report.id for record in itertools.islice(records, 3)] == ["0", "1", "2"]
    assert len(asked) == 3


def test_engine_names_version_and_lexicon(tmp_path):
    engine = rawi.read("قال").engine
    assert (engine.name, engine.version) == ("rawi", rawi.__version__)
    assert len(engine.lexicon) == 12
    assert engine.lexicon == Lexicon().compiled(fingerprint)
    (tmp_path / "own.tsv").write_text("word\n", encoding="utf-8")
    assert rawi.Reader(tmp_path).read("قال").engine.lexicon != engine.lexicon


def test_unknown_date_is_said_in_the_record():
    record = rawi.read("قال المدير", published="قريبا")
    assert record.report.published is None
    assert [warning.code for warning in record.warnings] == ["date-unknown"]


def test_reading_does_not_depend_on_hash_seeds():
    code = (
        "import sys, rawi; from rawi.jsonio import dumps; "
        f"sys.stdout.buffer.write(b''.join(dumps(rawi.read(t, published='2016-12-13')) for t in {TEXTS!r}))"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(runs) == 1
