import sys
from pathlib import Path

import pytest

from rashomon.records.reading import Tokens
from rashomon.text import features
from rashomon.text.sums import KEEP_OF_TAG, Table, Weights
from rashomon.text.tagger import Model, mark_sides, model, tag

sys.path.insert(0, str(Path(__file__).parents[3] / "training"))


def tags(text: str) -> str:
    return " ".join(model().tag(text.split()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said he would not resign .", "DT NN VBD PRP MD RB VB ."),
        ("Mara Vell told reporters in Ostia on Monday .", "NNP NNP VBD NNS IN NNP IN NNP ."),
        ("Vell 's aide did n't speak .", "NNP POS NN VBD RB VB ."),
        ("Vell ’s aide did n’t speak .", "NNP POS NN VBD RB VB ."),
        ("“ We won , ” she said .", "`` PRP VBD , '' PRP VBD ."),
        ('" We won , " she said .', "`` PRP VBD , '' PRP VBD ."),
        ("They can not pay $ 5 million .", "PRP MD RB VB $ CD CD ."),
    ],
)
def test_plain_news_sentences(text: str, expected: str) -> None:
    assert tags(text) == expected


def test_capitals_do_not_make_names_of_function_words() -> None:
    shown = model().tag("VELL SAYS HE WILL NOT RESIGN FROM THE COUNCIL".split())
    assert shown[1:5] == ["VBZ", "PRP", "MD", "RB"]
    assert shown[7] == "DT"


def test_tags_and_lemmas_are_filled_in_place() -> None:
    words = "She left . They were sad .".split()
    tokens = Tokens(list(range(7)), list(range(1, 8)), words, [""] * 7, [""] * 7)
    tag(tokens, [(0, 3), (3, 7)])
    assert tokens.tags == ["PRP", "VBD", ".", "PRP", "VBD", "JJ", "."]
    assert tokens.lemmas == ["she", "leave", ".", "they", "be", "sad", "."]


def test_the_same_line_gets_the_same_tags_whatever_came_before() -> None:
    line = "The envoy warned that talks with the rebels may stall .".split()
    fresh = Model(model().weights.written, model().tags, model().allowed, model().usual)
    assert fresh.tag(line) == model().tag(line)


def test_nothing_and_odd_words_are_tagged() -> None:
    assert model().tag([]) == []
    assert len(model().tag(["x" * 5000, "\u202e", "👍", "'"])) == 4


def test_weights_add_up_cell_by_cell() -> None:
    weights = Weights({"a": "A3 B-2", "b": "B5"}, 2)
    total = weights["a"] + weights["b"] + weights["unknown"]
    assert total == 3 + (3 << 16)
    assert "unknown" not in weights


def test_features_of_two_words_are_found_by_either_word() -> None:
    weights = Weights({"mof course": "A1", "nof course": "A2", "wof": "A3"}, 1)
    assert weights.pairs == ({"course": {"of": "mof course"}}, {"of": {"course": "nof course"}})
    assert weights.total(["wof", "unknown", "mof course"]) == 4


def test_a_full_table_is_emptied_and_gives_the_same_sums() -> None:
    table = Table(len, KEEP_OF_TAG)
    assert [table["x" * (n % 7)] for n in range(20)] == [n % 7 for n in range(20)]
    small = Table(len, 2)
    assert [small[word] for word in ("a", "bb", "ccc", "a")] == [1, 2, 3, 1]
    assert sorted(small) == ["a", "ccc"]


def test_quick_sums_are_those_of_the_named_features() -> None:
    words = 'The envoy said : " Talks with Vell \'s aides may stall , " and left Ostia .'.split()
    line, tagger = model().line(words), model()
    got, before, before2 = tagger.tag(words), "", ""
    for n, (word, tag_of) in enumerate(zip(words, got, strict=True), 2):
        total = tagger.weights.total(tagger.static(line, n) + tagger.dynamic(line, n, before, before2)) + tagger.middle
        options = tagger.choices.get(word)
        best = options[0][0] if options and len(options) == 1 else tagger._best(total, options)
        assert best == tag_of, word
        before, before2 = tag_of, before


def test_equal_scores_give_the_first_tag() -> None:
    assert Model({}, ["DT", "NN"], {}, {}).tag(["x"]) == ["DT"]
    assert Model({"wx": "B1"}, ["DT", "NN"], {}, {}).tag(["x"]) == ["NN"]
    assert Model({"wx": "B1"}, ["DT", "NN", "VB"], {"x": "DT VB"}, {}).tag(["x"]) == ["DT"]
    assert Model({}, ["DT", "NN"], {"x": "NN"}, {}).tag(["x"]) == ["NN"]


def test_straight_marks_open_and_close_in_turn() -> None:
    assert mark_sides(["a", '"', "b", '"', '"']) == ["a", '"(', "b", '")', '"(']
    assert mark_sides(["“", "b", "”"]) == ['"(', "b", '")']
    assert mark_sides(["b"]) == ["b"]


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("Vell Meets Orrin In Ostia Today", "T"),
        ("VELL MEETS ORRIN IN OSTIA", "U"),
        ("Vell meets Orrin", ""),
        ("NATO", "U"),
        ("He is in", ""),
        ("", ""),
    ],
)
def test_the_case_of_a_line(words: str, case: str) -> None:
    assert features.line_case(words.split()) == case


def test_shapes_and_plain_forms() -> None:
    assert features.shape("McVell-2031") == "XxXx-d"
    assert features.plain("Vell’s2031") == "vell's0000"
    assert len(features.plain("A" * 999)) == features.LONGEST


SAMPLE = """\
# text = Vell met co-workers.
1\tVell\tVell\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-PERSON
2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\tNER=O
3\tco\tco\tNOUN\tNN\t_\t5\tcompound\t_\tSpaceAfter=No
4\t-\t-\tPUNCT\tHYPH\t_\t5\tpunct\t_\tSpaceAfter=No
5\tworkers\tworker\tNOUN\tNNS\t_\t2\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("numpy")
    import lemmas as lemma_training
    import tagger as training
    import treebank

    path = tmp_path / "train.conllu"
    path.write_text(SAMPLE, encoding="utf-8")
    lines = list(treebank.read(path))
    assert [treebank.text_of(line) for line in lines] == ["Vell met co-workers.", "They met ."]
    assert [(w.form, w.tag) for w in treebank.join_hyphens(lines[0])][2] == ("co-workers", "NNS")
    assert [w.form for w in treebank.headline(lines[1])] == ["They", "Met", "."]
    assert [w.form for w in treebank.capitals(lines[1])] == ["THEY", "MET", "."]
    first = training.train(lines * 5, 3, lambda text: None)
    assert first == training.train(lines * 5, 3, lambda text: None)
    assert lemma_training.table(lines) == lemma_training.table(lines)
