"""Spreadsheets of LibreOffice, and files that only look like spreadsheets: a sentence each, nothing taken, nothing exploded."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from facilitation.errors import FileProblemsError
from facilitation.library import answers, participants
from facilitation.synthesis import Record
from tests.library.test_workbook import HEAD, typed

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {"office": "office", "table": "table", "text": "text"}.items()
)
MIME = "application/vnd.oasis.opendocument.spreadsheet"


def cell(text: str, kind: str = "string", more: str = "") -> str:
    value = f' office:value="{text}"' if kind == "float" else ""
    return f'<table:table-cell office:value-type="{kind}"{value} {more}><text:p>{text}</text:p></table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    return (
        f"<table:table-row {more}>{''.join(each if each.startswith('<') else cell(each) for each in cells)}</table:table-row>"
    )


def flat(*rows: str, before: str = "") -> str:
    table = f'{before}<table:table table:name="Saisie">{"".join(rows)}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NAMES}>{body}</office:document-content>'


def packed(path: Path, content: str | bytes, **more: str) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", MIME)
        package.writestr("content.xml", content)
        for name, text in more.items():
            package.writestr(name.replace("__", "/"), text)
    return path


def written(folder: Path, kind: str, *rows: str, before: str = "") -> Path:
    """Return a spreadsheet of these rows, in a zip or flat."""
    path = folder / f"saisie.{kind}"
    if kind == "ods":
        return packed(path, flat(*rows, before=before))
    path.write_text(flat(*rows, before=before), encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(FileProblemsError) as caught:
        answers.read(path)
    (problem,) = caught.value.problems
    return problem.message.replace("\u00a0", " ")


HEADER = row(*HEAD)
EMPTY = '<table:table-cell table:number-columns-repeated="16384"/>'
END = f'<table:table-row table:number-rows-repeated="1048500">{EMPTY}</table:table-row>'


@pytest.mark.parametrize("kind", ["ods", "fods"])
def test_a_spreadsheet_of_libreoffice_is_read_with_its_row_numbers(tmp_path: Path, kind: str) -> None:
    blank = f'<table:table-row table:number-rows-repeated="3">{EMPTY}</table:table-row>'
    path = written(
        tmp_path, kind, row(*HEAD, EMPTY),
        row("s", "f", cell("1", "float"), "<table:table-cell/>", "r", "c", cell("14", "float"), EMPTY),
        blank,
        row("s", "f", "2", "g", "r", "c", "  Veille  «\u00a0œ\u00a0»"), END,
    )  # fmt: skip
    assert list(answers.read(path)) == [
        (2, Record("s", "f", "1", "", "r", "c", "14")),
        (6, Record("s", "f", "2", "g", "r", "c", "  Veille  «\u00a0œ\u00a0»")),
    ]


def test_spaces_lines_and_parts_of_a_text_are_kept_and_comments_are_not(tmp_path: Path) -> None:
    words = 'Un<text:s text:c="2"/>réseau<text:span> local<text:line-break/>et fort</text:span>'
    note = "<office:annotation><text:p>À revoir avec X</text:p></office:annotation>"
    said = f'<table:table-cell office:value-type="string">{note}<text:p>{words}</text:p><text:p>Fin</text:p></table:table-cell>'
    path = written(tmp_path, "ods", HEADER, row("s", "f", "1", "", "r", "c", said))
    assert [record.valeur for _, record in answers.read(path)] == ["Un  réseau local\net fort\nFin"]


def test_the_sheet_with_our_columns_is_found_among_others(tmp_path: Path) -> None:
    other = f'<table:table table:name="Aide">{row("Mode d’emploi")}</table:table>'
    path = written(tmp_path, "ods", HEADER, row("s", "f", "1", "", "r", "c", "Veille"), before=other)
    assert [record.valeur for _, record in answers.read(path)] == ["Veille"]


def test_a_repeated_cell_and_a_repeated_row_are_as_many(tmp_path: Path) -> None:
    line = row("s", cell("x", more='table:number-columns-repeated="2"'), "g", "r", "c", "v",
               more='table:number-rows-repeated="2"')  # fmt: skip
    assert list(answers.read(written(tmp_path, "ods", HEADER, line))) == [
        (number, Record("s", "x", "x", "g", "r", "c", "v")) for number in (2, 3)
    ]


def test_a_percentage_stays_one_and_is_no_head_count(tmp_path: Path) -> None:
    share = cell("64 %", "percentage", 'office:value="0.64"')
    path = written(tmp_path, "ods", HEADER, row("s", "f", "1", "", "r", "c", share))
    assert [record.valeur for _, record in answers.read(path)] == ["64 %"]


def test_a_list_of_participants_may_be_one_too(tmp_path: Path) -> None:
    path = written(tmp_path, "ods", row("nom", "prénom", "acteur"), row("EXEMPLE", "Luc", "ASV"))
    assert [person.name for person in participants.read(path).people] == ["Luc EXEMPLE"]


# --- What is refused ---------------------------------------------------------------------------------------------------------

WIDE = row(*HEAD, cell("x", more='table:number-columns-repeated="16384"'))
LONG = row(*HEAD, more='table:number-rows-repeated="1048576"')
ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize("kind", ["ods", "fods"])
@pytest.mark.parametrize(("bomb", "why"), [(WIDE, "trop large : 1 000 colonnes au plus"), (LONG, "démesuré")])
def test_a_few_bytes_that_ask_for_a_million_cells_are_refused(tmp_path: Path, kind: str, bomb: str, why: str) -> None:
    assert why in refusal(written(tmp_path, kind, bomb))


@pytest.mark.parametrize("times", ["-1", "9" * 5000, "1e9", "", "99999999", "²"])
def test_a_repetition_that_is_no_number_is_refused(tmp_path: Path, times: str) -> None:
    assert "illisible" in refusal(written(tmp_path, "ods", row(*HEAD, more=f'table:number-rows-repeated="{times}"')))


@pytest.mark.parametrize("content", [ENTITY, ENTITY.encode("utf-16"), "<a", "", flat().replace(":spreadsheet", ":text")])
def test_what_is_no_spreadsheet_inside_is_refused(tmp_path: Path, content: str | bytes) -> None:
    assert "illisible" in refusal(packed(tmp_path / "a.ods", content))


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.ods", b" " * 70_000_000)
    assert path.stat().st_size < 100_000
    assert "démesuré" in refusal(path)


def test_a_workbook_with_macros_is_refused(tmp_path: Path) -> None:
    assert "macros" in refusal(packed(tmp_path / "a.ods", flat(HEADER), Basic__script="x"))
    book = typed(tmp_path / "a.xlsm", HEAD)
    with ZipFile(book, "a") as package:
        package.writestr("xl/vbaProject.bin", "x")
    assert "macros" in refusal(book)


def test_a_formula_is_refused_with_its_cell(tmp_path: Path) -> None:
    sum_ = cell("14", "float", 'table:formula="of:=SUM([.A1:.A2])"')
    assert "la case G2 est une formule" in refusal(written(tmp_path, "ods", HEADER, row("s", "f", "1", "", "r", "c", sum_)))
    book = typed(tmp_path / "a.xlsx", HEAD, ["s", "f", 1, "", "r", "c", "=1+1"])
    assert "la case G2 est une formule" in refusal(book)


def test_a_cell_at_the_far_end_of_a_sheet_is_refused(tmp_path: Path) -> None:
    book = typed(tmp_path / "a.xlsx", [*HEAD, *[None] * 1_500, "x"])
    assert "trop large" in refusal(book)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel 2003"),
        (b"<html><body><table><tr><td>sequence</td></tr></table>", "page web"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<table>", "page web"),
        (b"%PDF-1.7", "pas un tableau"),
        (b"\x89PNG\r\n", "pas un tableau"),
        (b"\xff\xd8\xff\xe0", "pas un tableau"),
        (b"<?xml version='1.0'?><a/>", "pas un tableau"),
        (b"{\\rtf1", "pas un tableau"),
    ],
)
@pytest.mark.parametrize("name", ["a.xls", "a.csv"])
def test_a_file_that_is_something_else_is_refused_whatever_its_name(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert why in refusal(tmp_path / name)


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.ods"])
def test_a_workbook_under_another_name_is_read_for_what_it_is(tmp_path: Path, name: str) -> None:
    typed(tmp_path / "a.xlsx", HEAD, ["s", "f", 1, "", "r", "c", "Veille"]).rename(tmp_path / name)
    assert [record.valeur for _, record in answers.read(tmp_path / name)] == ["Veille"]
