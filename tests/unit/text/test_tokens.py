import pytest

from rashomon.records.reading import Tokens
from rashomon.text.tokens import Kept, add_tokens, tokenize


def forms(text: str) -> list[str]:
    return tokenize(text, 0, len(text)).words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vell's aide didn't speak.", "Vell 's aide did n't speak ."),
        ("Vell’s aide didn’t, can’t, won’t.", "Vell ’s aide did n’t , ca n’t , wo n’t ."),
        ("They cannot; we're gonna win", "They can not ; we 're gon na win"),
        ("She'd've gone, I'm told", "She 'd 've gone , I 'm told"),
        ("Mara O'Dell's leaders' plan", "Mara O'Dell 's leaders ' plan"),
        ("the '90s and the 1990s, 21st", "the '90s and the 1990s , 21st"),
        ("'Tis late, tell 'em", "'Tis late , tell 'em"),
        ("$5m, US$5bn and €3.5bn", "$ 5 m , US$ 5 bn and € 3.5 bn"),
        ("1,000 at 10:30am or 5pm", "1,000 at 10:30 am or 5 pm"),
        ("3.5% of 1/2", "3.5 % of 1/2"),
        ("on 2031-04-09 in 5G", "on 2031-04-09 in 5G"),
        ("well-known Jean-Luc, COVID-19, F-16s", "well-known Jean-Luc , COVID-19 , F-16s"),
        ("a 30-day truce, 9-year-old", "a 30 - day truce , 9 - year-old"),
        ("2019-20 and 5km/h", "2019 - 20 and 5 km / h"),
        ("the U.S.-led AT&T Q&A", "the U.S. - led AT&T Q&A"),
        ("U.S and U.N. aid, a Ph.D. man", "U.S and U.N. aid , a Ph.D. man"),
        ("at 5 p.m. Monday e.g. here", "at 5 p.m. Monday e.g. here"),
        ("Mr. Vell met J. K. Orrin of Acme Corp.", "Mr. Vell met J. K. Orrin of Acme Corp."),
        ("He said no.", "He said no ."),
        ("No. 5 is plan B.", "No. 5 is plan B ."),
        ('"Yes," (he) said...', '" Yes , " ( he ) said ...'),
        ("“Why?!” — she … left–right", "“ Why ?! ” — she … left – right"),
        ("See https://x.example/a.b?c=1, now.", "See https://x.example/a.b?c=1 , now ."),
        ("www.ostia.example/news. Then", "www.ostia.example/news . Then"),
        ("at ostia.com/a or bbz.co.uk.", "at ostia.com/a or bbz.co.uk ."),
        ("mail vell@ostia.example.", "mail vell@ostia.example ."),
        ("#Ostia2031 by @vell_x", "#Ostia2031 by @vell_x"),
        ("reached.The end", "reached . The end"),
        ("and/or his/her", "and / or his / her"),
        ("• item one", "• item one"),
        ("ok 👍🏽 fine", "ok 👍🏽 fine"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert forms(text) == expected.split()


def test_offsets_lie_in_the_whole_text() -> None:
    text = "Zero. Vell's call. End."
    tokens = tokenize(text, 6, 18)
    assert tokens.starts == [6, 10, 13, 17]
    assert tokens.ends == [10, 12, 17, 18]
    assert tokens.words == ["Vell", "'s", "call", "."]
    assert tokens.tags == [""] * 4
    assert tokens.lemmas == ["vell", "'s", "call", "."]


def test_a_full_stop_at_the_end_belongs_to_sure_abbreviations_only() -> None:
    assert forms("It was Acme Inc.") == ["It", "was", "Acme", "Inc."]
    assert forms('made by "Acme Inc."') == ["made", "by", '"', "Acme", "Inc.", '"']
    assert forms("It was art.") == ["It", "was", "art", "."]


def test_direction_marks_and_control_characters_are_no_tokens() -> None:
    assert forms("\u200fab\u202e c\x00d \ufeff") == ["ab", "c", "d"]


def test_a_soft_hyphen_does_not_cut_a_word() -> None:
    assert forms("co\u00adoperate") == ["co\u00adoperate"]


def test_nothing_gives_nothing() -> None:
    assert forms("") == []
    assert forms(" \n\t") == []


@pytest.mark.parametrize("piece", ["a", "a-", "a.", "a'", "n't", "http://", "@", "1,", "(", "…", "x@", "👍", "\u0300"])
def test_long_hostile_lines_are_read(piece: str) -> None:
    text = piece * 20_000
    tokens = tokenize(text, 0, len(text))
    assert all(text[a:b] == word for a, b, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True))


def test_sentences_are_added_one_behind_the_other() -> None:
    tokens, text = Tokens(), "They met. She's ill."
    add_tokens(tokens, text, 0, 9)
    add_tokens(tokens, text, 10, 20)
    assert tokens.words == ["They", "met", ".", "She", "'s", "ill", "."]
    assert tokens.starts == [0, 5, 8, 10, 13, 16, 19]
    assert tokens.ends == [4, 8, 9, 13, 15, 19, 20]
    assert tokens.tags == tokens.lemmas == []


def test_a_stretch_that_comes_twice_in_a_line_keeps_its_places() -> None:
    tokens = tokenize("a aa a, a", 0, 9)
    assert tokens.starts == [0, 2, 5, 6, 8]


def test_pieces_are_kept_up_to_a_number_and_a_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.text.tokens.KEEP", 2)
    kept = Kept(final=False)
    assert kept["Ms."] == (("Ms.", 0, 3),)
    assert kept["it's"] == (("it", 0, 2), ("'s", 2, 4))
    assert kept["cannot"] == (("can", 0, 3), ("not", 3, 6))
    assert list(kept) == ["cannot"]
    assert kept["x" * 99] == (("x" * 99, 0, 99),)
    assert list(kept) == ["cannot"]
    assert Kept(final=True)["art."] == (("art", 0, 3), (".", 3, 4))
