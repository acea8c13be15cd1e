from __future__ import annotations

import codecs

import pytest

from rashomon.steps.read.decode import NotText, decode, normal

TEXT = "The mayor said: “Café Zoë stays open” – for now.\nThe café’s owner agreed.\n" * 4


def test_utf8_with_and_without_mark():
    assert decode(TEXT.encode()) == TEXT
    assert decode(codecs.BOM_UTF8 + TEXT.encode()) == TEXT


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_marked_wide_encodings(mark, encoding):
    assert decode(mark + TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_encodings_without_mark(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_windows_1252():
    assert decode(TEXT.encode("cp1252")) == TEXT


def test_line_ends_and_composition():
    assert decode("a\r\nb\rc\nZoe\u0308".encode()) == "a\nb\nc\nZoë"


def test_nothing_else_is_changed():
    text = "  two  spaces \t\n\n\n end  "
    assert decode(text.encode()) == text


def test_declared_charset_of_a_page():
    page = '<html><head><meta charset="iso-8859-2"></head><body>Wałęsa i Śląsk, Łódź, źdźbło</body></html>'
    assert decode(page.encode("iso-8859-2"), html=True) == page
    old = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Мэр сказал это в среду</p>'
    assert decode(old.encode("cp1251"), html=True) == old


def test_a_wrong_declaration_does_not_beat_valid_utf8():
    page = '<meta charset="iso-8859-1"><p>Zoë said no</p>'
    assert decode(page.encode(), html=True) == page


def test_an_unknown_declaration_is_passed_over():
    page = '<meta charset="x-no-such"><p>The café stays open, says its owner</p>'
    assert decode(page.encode("cp1252"), html=True) == page


def test_last_resort_reads_cyrillic():
    text = "Мэр города сообщил в среду, что мост будет закрыт на ремонт до конца лета. " * 12
    assert decode(text.encode("cp1251")) == text


def test_utf8_with_one_broken_byte_stays_utf8():
    data = TEXT.encode() + b"\xe2\x80"
    assert decode(data) == TEXT + "\ufffd"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"{\\rtf1 x", "RTF"),
        (b"plain start \x00\x01\x02 then bytes", "binary"),
        (b"\x01\x02\x03\x04" * 50, "binary"),
        (b"text " * 20_000 + b"\x00", "binary"),
    ],
)
def test_what_is_no_text_is_named(data, word):
    with pytest.raises(NotText, match=word):
        decode(data)


def test_noise_above_ascii_has_no_encoding():
    noise = bytes((n * 37 + n // 7 * 11) % 127 + 129 for n in range(4000))
    with pytest.raises(NotText, match="save the file as UTF-8"):
        decode(noise)


def test_broken_marked_file():
    with pytest.raises(NotText, match="UTF-8"):
        decode(codecs.BOM_UTF8 + b"\xff\xfe\xff" * 50)


def test_half_surrogates_become_replacement_characters():
    assert normal("a\ud800b") == "a\ufffdb"
