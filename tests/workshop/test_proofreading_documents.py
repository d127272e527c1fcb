from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.composition import Participant
from facilitation.room import Room
from facilitation.workshop.printing import papers
from facilitation.workshop.proofreading import documents
from facilitation.workshop.proofreading.proofread import of_documents
from tests.gallery import GALLERY
from tests.workshop.days import example, example_room, small_day

NAME = "exemple-fictif"
Edit = Callable[[str], str]


def edited(source: str, to: Path, **edits: Edit) -> Path:
    """Return a document of the gallery as somebody left it: each edit goes to the parts whose names begin so."""
    path = to / source
    changed: set[str] = set()
    with zipfile.ZipFile(GALLERY / NAME / source) as parts, zipfile.ZipFile(path, "w") as copy:
        for name in parts.namelist():
            content = parts.read(name)
            for key, edit in edits.items():
                if Path(name).name.startswith(key) and name.endswith(".xml"):
                    after = edit(content.decode("utf-8")).encode("utf-8")
                    changed.update({key} if after != content else ())
                    content = after
            copy.writestr(name, content)
    assert changed == set(edits)
    return path


def page(to: Path, body: str, head: str = "<title>Synthèse</title>", language: str = ' lang="fr"') -> Path:
    path = to / "synthese.html"
    path.write_text(
        f"<!doctype html><html{language}><head>{head}</head><body><h1>Titre</h1>{body}</body></html>", encoding="utf-8"
    )
    return path


def told(*files: Path) -> list[str]:
    return [finding.sentence.replace("\u00a0", " ") for finding in documents.checked(list(files))]


@pytest.mark.parametrize(
    "file", sorted(f for f in GALLERY.rglob("*.*") if f.suffix in documents.CHECKED), ids=lambda f: f"{f.parent.name}-{f.name}"
)
def test_every_document_of_the_gallery_reaches_everybody(file: Path) -> None:
    assert told(file) == []


# --- Word ------------------------------------------------------------------------------------------------


def once(old: str, new: str) -> Edit:
    return lambda text: text.replace(old, new, 1)


def every(old: str, new: str) -> Edit:
    return lambda text: text.replace(old, new)


@pytest.mark.parametrize(
    ("edits", "sentence"),
    [
        ({"core": once("<dc:title>", "<dc:title></dc:title><dc:x>")}, "pas de titre dans ses propriétés"),
        ({"styles": every("w:lang ", "w:langue ")}, "sa langue n’est pas dite"),
        ({"document": every("<w:tblHeader/>", "")}, "tableau sans ligne de titres"),
        ({"document": every("descr=", "title=")}, "sans texte de remplacement"),
        ({"document": once('w:val="Titre1"', 'w:val="Titre3"')}, "titre de niveau 3 sans titre de niveau 1 avant lui"),
    ],
)
def test_what_is_missing_in_a_word_document_is_told(edits: dict[str, Edit], sentence: str, tmp_path: Path) -> None:
    if sentence.startswith("pas de titre"):
        edits = {"core": lambda text: text.replace(text[text.index("<dc:title>") : text.index("</dc:title>")], "<dc:title>")}
    lines = told(edited("synthese.docx", tmp_path, **edits))

    assert any(line.startswith("synthese.docx") and sentence in line for line in lines), lines


def test_blank_lines_typed_for_space_are_told_once_with_their_heading(tmp_path: Path) -> None:
    blank = "</w:p><w:p/><w:p><w:r><w:t>Suite</w:t></w:r></w:p>"
    lines = told(edited("synthese.docx", tmp_path, document=lambda text: text.replace("</w:p>", blank, 1)))

    assert lines == ["synthese.docx : ligne vide pour espacer ; réglez l’espacement du paragraphe à la place"]


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ('<w:hyperlink w:anchor="parti"><w:r><w:t>la suite du bilan</w:t></w:r></w:hyperlink>', "n’existe plus"),
        ('<w:hyperlink w:anchor="_top"><w:r><w:t>Cliquez ici</w:t></w:r></w:hyperlink>', "dites où il mène plutôt que"),
        ('<w:hyperlink w:anchor="_top"><w:r></w:r></w:hyperlink>', "lien sans texte"),
    ],
)
def test_a_link_of_a_word_document_that_says_or_leads_nowhere_is_told(link: str, sentence: str, tmp_path: Path) -> None:
    lines = told(edited("synthese.docx", tmp_path, document=lambda text: text.replace("</w:p>", f"{link}</w:p>", 1)))

    assert len(lines) == 1
    assert sentence in lines[0]


# --- slides -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edits", "sentence"),
    [
        ({"slide": every('type="title"', 'type="body"')}, "diapositive sans titre ; écrivez-en un"),
        ({"slide": every("descr=", "title=")}, "« Tableau » sans texte de remplacement"),
        ({"slide": every('firstRow="1"', "")}, "tableau sans ligne de titres"),
        ({"slide": every('lang="fr-FR"', "")}, "texte sans langue, «"),
        ({"slide": lambda text: re.sub("<a:t>[^<]*</a:t>", "<a:t>Bilan</a:t>", text)}, "même titre que la diapositive 1"),
    ],
)
def test_what_is_missing_on_slides_is_told_with_their_numbers(edits: dict[str, Edit], sentence: str, tmp_path: Path) -> None:
    lines = told(edited("restitution.pptx", tmp_path, **edits))

    assert [line for line in lines if sentence in line and line.startswith("restitution.pptx › diapositive ")], lines


def test_titles_read_after_their_slides_are_told(tmp_path: Path) -> None:
    def behind(text: str) -> str:
        found = re.search(r'<p:sp>(?:(?!</p:sp>).)*type="title"/>.*?</p:sp>', text, re.DOTALL)
        return text if found is None else text.replace(found[0], "", 1).replace("</p:spTree>", f"{found[0]}</p:spTree>", 1)

    (line,) = told(edited("restitution.pptx", tmp_path, slide=behind))
    assert "le titre n’est pas lu en premier ; mettez-le en tête du volet Sélection" in line


# --- web page ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("<h3>Loin</h3>", "synthese.html › Loin : titre de niveau 3 après un titre de niveau 1"),
        ("<h2>Ici</h2><img src='a.png'>", "synthese.html › Ici : image « a.png » sans texte de remplacement (alt)"),
        ("<h2></h2>", "synthese.html › Titre : titre vide"),
        ("<table><tr><td>1</td></tr></table>", "tableau sans titres de colonnes ni de lignes"),
        ("<table><tr><th>A</th></tr></table>", "sans portée"),
        ("<a href='#nulle-part'>la suite</a>", "lien « #nulle-part » vers un endroit de la page qui n’existe plus"),
        ("<a href='https://'>le site</a>", "il n’a pas de nom de site"),
        ("<a href='photo.jpg'>la photo</a>", "vers un fichier qui n’est pas à côté de la page"),
        ("<a href='https://exemple.fr'></a>", "lien sans texte vers « https://exemple.fr »"),
        ("<a href='https://exemple.fr'>ici</a>", "lien « ici » ; dites plutôt où il mène"),
        ("<svg viewBox='0 0 1 1'></svg>", "dessin sans texte de remplacement"),
        ("<h1>Autre</h1>", "2 titres de niveau 1"),
    ],
)
def test_what_is_missing_in_a_web_page_is_told(body: str, sentence: str, tmp_path: Path) -> None:
    lines = told(page(tmp_path, body))

    assert len(lines) == 1, lines
    assert sentence in lines[0]


def test_a_page_without_language_nor_title_is_told(tmp_path: Path) -> None:
    lines = told(page(tmp_path, "", head="", language=""))
    assert [line.partition(" ;")[0] for line in lines] == [
        "synthese.html : sa langue n’est pas dite",
        "synthese.html : pas de titre dans son en-tête (<title>)",
    ]


def test_a_link_with_an_accent_or_a_name_finds_its_place(tmp_path: Path) -> None:
    assert told(page(tmp_path, "<h2 id='été'>Été</h2><a href='#%C3%A9t%C3%A9'>L’été</a><img src='x' alt=''>")) == []


# --- which documents --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["vide.docx", "vide.pptx"])
def test_a_file_that_cannot_be_opened_is_told_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04rien")
    page(tmp_path, "<h3>Loin</h3>")

    lines = told(*documents.documents_in(tmp_path))
    assert len(lines) == 2
    assert f"{name} : ce fichier ne s’ouvre pas ; fabriquez-le à nouveau" in lines


def added(to: Path, words: str) -> None:
    """Put words typed by hand in each kind of document."""
    edited("synthese.docx", to, document=once("</w:p>", f"<w:r><w:t>{words}</w:t></w:r></w:p>"))
    edited("restitution.pptx", to, **{"slide2.xml": once("<a:t>", f"<a:t>{words} ")})
    page(to, f"<p>{words}</p><style>Mme Vautrin</style>")


def test_what_somebody_typed_in_a_document_is_read_for_names_and_blanks(tmp_path: Path) -> None:
    added(tmp_path, "Merci à Mme Vautrin. À compléter")
    found = [each.sentence for each in of_documents(example(NAME), example_room(NAME), tmp_path / "jour", tmp_path)]

    assert [line.partition("\u00a0:")[0] for line in found if "«\u00a0Vautrin\u00a0»" in line] == [
        "restitution.pptx › diapositive 2",
        "synthese.docx",
        "synthese.html › Titre",
    ]
    assert sum("À compléter" in line for line in found) == 3


def test_what_the_day_already_tells_is_not_told_again_for_each_document(tmp_path: Path) -> None:
    added(tmp_path, "Merci à Mme Vautrin.")
    day = replace(example(NAME), introduction="Nous remercions Mme Vautrin")

    assert not [each for each in of_documents(day, example_room(NAME), tmp_path / "jour", tmp_path) if "Vautrin" in each.what]


def test_papers_to_print_are_not_read_their_names_are_wanted(tmp_path: Path) -> None:
    assert {paper.file_name for paper in papers(example(NAME), (Participant("Aline VAUTRIN"),))} <= documents.PAPERS
    for name in documents.PAPERS:
        (tmp_path / name).write_bytes(b"")
    assert documents.documents_in(tmp_path) == []


def test_what_word_holds_open_and_other_files_are_left_alone(tmp_path: Path) -> None:
    for name in ("~$synthese.docx", "donnees.xlsx", "notes.txt"):
        (tmp_path / name).write_bytes(b"")
    assert documents.documents_in(tmp_path) == []
    assert documents.documents_in(tmp_path / "absent") == []


def test_a_document_older_than_the_last_answer_or_than_the_day_is_told(tmp_path: Path) -> None:
    room, file = example_room(NAME), page(tmp_path, "")
    said = max(event.at for event in room.brought()) / 1000

    os.utime(file, (said - 60, said - 60))
    assert [finding.where for finding in documents.outdated([file], room, tmp_path / "jour")] == ["synthese.html"]
    os.utime(file, (said + 60, said + 60))
    assert not list(documents.outdated([file], room, tmp_path / "jour"))
    (tmp_path / "journee.yaml").write_text("journee: x", encoding="utf-8")
    assert [finding.what.partition(" ;")[0] for finding in documents.outdated([file], room, tmp_path)] == [
        "écrit avant le dernier changement de journee.yaml"
    ]


def test_without_documents_those_of_the_day_are_made_apart_and_nothing_is_left(tmp_path: Path) -> None:
    assert list(of_documents(example(NAME), example_room(NAME), tmp_path, tmp_path / "documents")) == []
    assert list(of_documents(small_day(), Room(), tmp_path, tmp_path / "documents")) == []
    assert list(tmp_path.iterdir()) == []
