"""The lexicon: tables are read once, compiled once, and left behind when it travels; its fingerprint tells tables apart."""

import pickle

from rawi.lexicon import Lexicon
from rawi.lexicon.fingerprint import fingerprint
from rawi.text.knowledge import NOUNS

built = []


def build(lexicon):
    built.append(lexicon)
    return len(lexicon.rows(NOUNS))


def test_what_is_compiled_is_compiled_once():
    lexicon = Lexicon()
    built.clear()
    assert lexicon.compiled(build) == lexicon.compiled(build) > 0
    assert built == [lexicon]
    assert lexicon.rows(NOUNS) is lexicon.rows(NOUNS)


def test_a_pickled_lexicon_keeps_its_folders_and_compiles_anew(tmp_path):
    lexicon = Lexicon(tmp_path)
    lexicon.compiled(build)
    built.clear()
    copy = pickle.loads(pickle.dumps(lexicon))
    assert copy.folders == lexicon.folders
    assert copy.compiled(build) == lexicon.compiled(build)
    assert built == [copy]


def test_the_fingerprint_changes_with_every_byte_of_a_table(tmp_path):
    def of(content):
        (tmp_path / "nouns.tsv").write_text(content, encoding="utf-8")
        return fingerprint(Lexicon(tmp_path))

    one, other = of("word\tupos\tplural\tgloss\n"), of("word\tupos\tplural\tgloss\n\n")
    assert one != other
    assert one == of("word\tupos\tplural\tgloss\n")
    assert fingerprint(Lexicon()) not in (one, other)
    assert len(one) == 12
