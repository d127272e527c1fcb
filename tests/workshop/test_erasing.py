"""A day with names everywhere they can go, then none: every byte of its folder and of its documents is searched."""

from __future__ import annotations

import html
import io
import os
import shutil
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from facilitation.errors import FacilitationError, HeldElsewhereError
from facilitation.events import (
    ActUndone,
    AnswerCorrected,
    AnswerGiven,
    AnswerWithdrawn,
    Event,
    IdeaSetAside,
    IdeasMerged,
    ParagraphsWritten,
    Part,
    RowAdded,
    SessionClosed,
    SessionOpened,
    ThemeAdded,
    VerdictWorded,
)  # fmt: skip
from facilitation.journal import read_day
from facilitation.library import checked_day
from facilitation.library.participants import read
from facilitation.sheet import Address
from facilitation.workshop import erasing
from facilitation.workshop.access import Write
from facilitation.workshop.compiling import Length, make, outputs
from facilitation.workshop.erasing import Plan, Reason, check_free, erase, plan
from facilitation.workshop.erasing.searching import Search, name_in
from facilitation.workshop.people import ERASED, named, names_of
from facilitation.workshop.printing import print_day
from facilitation.workshop.workshop import Workshop
from facilitation.writers.listing import ods, xlsx
from facilitation.writers.office import VARIABLE
from tests.conftest import Clock


class Stopped(BaseException):
    """The computer stops."""


DAY = """\
# Préparée avec Aline Vautrin
journee: Journée d’essai
date: 2021-11-16
lieu: Salle Ondine  # demander à Vautrin
contexte:
  - Une idée d’ALINE VAUTRIN, portée par la CPTS.
  - >
    Avec Mme Dubosc,
    et d’autres.
structures: [CLS de la Vallée]
acteurs: [{cle: cpts, nom: CPTS}, {cle: asv, nom: ASV}]
groupes: [{cle: nord, nom: Nord}, {cle: sud, nom: Sud}]
participants: participants.csv
repartition:
  separer:
    - [VAUTRIN Aline, Élise Quérou]
  fixer:
    VAUTRIN Aline: nord  # Aline connaît le nord
  graine: 4
conservation: {noms: 2 mois}
sequences:
  - {cle: silhouettes, titre: La Silhouette, exercice: silhouette}
  - {cle: questions, titre: Questions, exercice: questions-reponses}
  - {cle: rencontres, titre: Rencontres, exercice: speed-dating}
"""
LIST = """\
Liste reçue de Vautrin
Nom;Prénom;Courriel;Téléphone;Acteur;Structure;Fonction;Remarque
VAUTRIN;Aline;aline.vautrin@ici.fr;0102030405;CPTS;Mairie;Directrice;vient avec Quérou
QUÉROU;Élise;e.q@ici.fr;;ASV;Mairie;;
Tardivel *;Sacha;;;ASV;Maison Ondine;;
Morvanic;Ondine;;;CPTS;;;
"""
GROUPS = """\
Prénom Nom;Structure;Fonction;Acteur;Territoire;Groupe;Présence;Reste dans son groupe;Séparé de
Aline VAUTRIN;Mairie;;CPTS;;Nord;présent;oui;Élise QUÉROU
Élise QUÉROU;Mairie;;ASV;;Sud;présent;;Aline VAUTRIN
Iza Lescoët;;;ASV;;Nord;arrivé;;
Ondine Morvanic;;;CPTS;;Sud;inscrit;;
"""
NAMES = ("vautrin", "quérou", "querou", "tardivel", "morvanic", "lescoët", "dubosc", "aline", "élise", "sacha")
CELL = ("silhouettes", "portraits", 1)


def cell(row: str = "asv", group: str = "nord") -> Address:
    return Address(*CELL, group, row, "tete")


def say(workshop: Workshop) -> None:
    """Say things in every way that a journal can keep a name."""
    said = workshop.record(
        AnswerGiven(cell(), "Demander à Aline Vautrin", "Sacha Tardivel"),
        AnswerGiven(cell(), "demander à VAUTRIN, aline", "CLS de la Vallée"),
        AnswerGiven(cell("cpts", "sud"), "Réseau"),
        AnswerGiven(cell("cpts", "sud"), "Une réserve de Quérou"),
        AnswerGiven(cell("cpts"), unicodedata.normalize("NFD", "Élise Quérou, deux fois")),
        AnswerGiven(cell("cpts"), "Vu avec Mme Dubosc & M. le maire <sic>"),
        AnswerGiven(cell("cpts"), "Aller à la Maison Ondine"),
    )
    workshop.record(AnswerCorrected(said[0].key, "Demander à la coordinatrice"))
    workshop.record(AnswerWithdrawn(said[3].key))
    workshop.record(IdeasMerged((said[1].key, said[2].key), "Le réseau de Lescoët"))
    workshop.record(IdeaSetAside(said[4].key, "Morvanic n’est pas d’accord"))
    undone = workshop.record(ThemeAdded("Autour d’Iza"))
    workshop.record(ActUndone(undone[0].act))
    row = workshop.record(RowAdded("questions", "questions", "Que fait Sacha Tardivel ?"))
    workshop.record(AnswerGiven(Address("questions", "questions", 1, "", row[0].key, "reponse"), "Comme Vautrin"))
    workshop.record(VerdictWorded("silhouettes", "asv", "D’accord avec Aline"))
    workshop.record(ParagraphsWritten(Part.CONCLUSION, "Merci à Iza Lescoët.\n\nEt à tous."))
    workshop.keep_drafts({"silhouettes/a": "puis vautrin d", "silhouettes/b": "rien"})
    workshop.copy_journal()
    workshop.keep_drafts({"silhouettes/b": "rien"})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a day (``jour``) and its documents (``documents``), names everywhere."""
    root = tmp_path_factory.mktemp("effacer")
    folder, to = root / "jour", root / "documents"
    folder.mkdir()
    (folder / "journee.yaml").write_text(DAY, encoding="utf-8")
    (folder / "participants.csv").write_text(LIST, encoding="utf-8")
    (folder / "groupes.csv").write_text(GROUPS, encoding="utf-8-sig")
    (folder / "imports.yaml").write_text(
        "# de Vautrin\n- outil: typed\n  questions:\n  - question: Avis d’Aline\n    usage: rien\n"
    )
    clock = Clock()
    workshop = Workshop.open(folder, strict=True, now=clock)
    say(workshop)
    for length in Length:
        chosen = [output for output in outputs() if length is Length.LONG or length in output.shorter]
        assert list(make(workshop.day, workshop.room, folder, to, chosen, length=length))
    workshop.record(ThemeAdded("Moyens"))
    assert list(make(workshop.day, workshop.room, folder, to, outputs(("docx", "md")), by_theme=True))
    assert list(print_day(workshop.day, folder, to))
    workshop.close()
    own = Workshop.open(folder, write=Write.OWN, now=clock)
    own.record(AnswerGiven(cell(), "Sacha aussi"))
    own.close()
    (folder / "copies" / "carnet.20211116T083000Z.sqlite.tmp").write_bytes(b"Vautrin")
    (folder / "carnet-abime-20211116T083000Z.sqlite.bak").write_bytes("Quérou".encode())
    (to / ".0123456789ab.docx").write_bytes(b"Vautrin")
    (to / ".~lock.synthese.docx#").write_bytes(b"Aline Vautrin,pc")
    (to / "regroupements.csv").write_text("famille;idee;formulation\r\n1;Comme Vautrin;à moi\r\n", encoding="utf-8-sig")
    (to / "themes.csv").write_text("theme;idee\r\nMoyens;Comme Vautrin\r\n", encoding="utf-8-sig")
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return Path(shutil.copytree(built, tmp_path / "essai"))


@pytest.fixture
def bare(root: Path) -> Path:
    """Return that folder without documents."""
    shutil.rmtree(root / "documents")
    (root / "documents").mkdir()
    return root


@pytest.fixture(scope="module")
def gone(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of that folder, its names erased; tests only look at it."""
    place = tmp_path_factory.mktemp("efface")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(place))
        copy = Path(shutil.copytree(built, place / "essai"))
        assert erase(found_in(copy)) == ()
    return copy


def found_in(root: Path, **options: list[str]) -> Plan:
    return plan(root / "jour", [root / "documents"], **options)


def parts_of(content: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file and, when it is a package, of every part."""
    yield content
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                yield from parts_of(package.read(name))


@cache
def writings(name: str) -> tuple[bytes, ...]:
    """Return a name as bytes in every way that a file may write it."""
    cases = {name, name.upper(), name.capitalize()}
    forms = {unicodedata.normalize(form, case) for form in ("NFC", "NFD") for case in cases}
    forms |= {html.escape(form).encode("ascii", "xmlcharrefreplace").decode() for form in forms}
    forms |= {form.encode("unicode_escape").decode() for form in forms}
    return tuple({form.encode(encoding) for form in forms for encoding in ("utf-8", "utf-16-le", "utf-16-be")})


def bytes_with_names(*places: Path) -> list[tuple[str, str]]:
    """Return each file that holds a name, with the name."""
    found = set()
    for path in (path for place in places for path in place.rglob("*") if path.is_file()):
        for part in parts_of(path.read_bytes()):
            found |= {(path.name, name) for name in NAMES if any(writing in part for writing in writings(name))}
    return sorted(found)


def shape(events: list[Event]) -> Counter[tuple[object, ...]]:
    """Return all that an event says but the words of people."""
    return Counter(
        (event.key, event.at, event.tick, event.station, event.act, type(event.body), getattr(event.body, "address", None))
        for event in events
        if not isinstance(event.body, SessionOpened | SessionClosed)
    )


def test_names_are_everywhere_before(root: Path) -> None:
    holders = {name for name, _ in bytes_with_names(root)}
    assert {"journee.yaml", "participants.csv", "groupes.csv", "imports.yaml", "carnet.sqlite", "regroupements.csv"} <= holders
    assert {"synthese.docx", "synthese.html", "synthese.md", "donnees.xlsx", "reponses.csv", "emargement.docx"} <= holders


def test_no_byte_holds_a_name_any_more(gone: Path) -> None:
    assert bytes_with_names(gone) == []
    assert not list((gone / "jour").glob("*.bak"))
    assert {path.name for path in gone.rglob(".*")} == {".fabrication.json"}
    assert not list(gone.rglob("*.tmp"))
    assert not list(gone.rglob("*-modifiee-*"))


def test_documents_that_lay_the_day_beside_another_go_and_those_of_other_days_stay(root: Path) -> None:
    for folder in ("autre-et-jour", "jour-et-autre", "autre", "un-jour-et-autre"):
        (root / folder).mkdir()
        shutil.copy(root / "documents" / "synthese.docx", root / folder)
        (root / folder / "notes.md").write_text("Vautrin", encoding="utf-8")
    erase(found_in(root))
    left = {path.relative_to(root).as_posix() for folder in root.glob("*autre*") for path in folder.iterdir()}
    notes = {f"{folder}/notes.md" for folder in ("autre-et-jour", "jour-et-autre", "autre", "un-jour-et-autre")}
    assert left == notes | {"autre/synthese.docx", "un-jour-et-autre/synthese.docx"}


def test_nothing_else_changes(built: Path, gone: Path) -> None:
    before, day = read_day(built / "jour").events, checked_day(built / "jour")
    after, day_after = read_day(gone / "jour").events, checked_day(gone / "jour")
    assert shape(after) == shape(before)
    assert [group.composition for group in day_after.groups] == [group.composition for group in day.groups]
    assert day_after.sequences == day.sequences
    changed = {
        str(old): str(new)
        for one, other in zip(before, after, strict=True)
        for old, new in zip(one.body, other.body, strict=True)
        if old != new
    }
    assert changed == {
        "Demander à Aline Vautrin": f"Demander à {ERASED}",
        "Sacha Tardivel": ERASED,
        "demander à VAUTRIN, aline": f"demander à {ERASED}",
        "Une réserve de Quérou": f"Une réserve de {ERASED}",
        unicodedata.normalize("NFD", "Élise Quérou, deux fois"): f"{ERASED}, deux fois",
        "Vu avec Mme Dubosc & M. le maire <sic>": f"Vu avec Mme {ERASED} & M. le maire <sic>",
        "Le réseau de Lescoët": f"Le réseau de {ERASED}",
        "Morvanic n’est pas d’accord": f"{ERASED} n’est pas d’accord",
        "Autour d’Iza": f"Autour d’{ERASED}",
        "Que fait Sacha Tardivel ?": f"Que fait {ERASED} ?",
        "Comme Vautrin": f"Comme {ERASED}",
        "D’accord avec Aline": f"D’accord avec {ERASED}",
        "Merci à Iza Lescoët.\n\nEt à tous.": f"Merci à {ERASED}.\n\nEt à tous.",
        "Sacha aussi": f"{ERASED} aussi",
    }


def test_the_files_of_the_day_keep_their_layout(gone: Path) -> None:
    text = (gone / "jour" / "journee.yaml").read_text(encoding="utf-8")
    assert f"# Préparée avec {ERASED}\njournee: Journée d’essai\n" in text
    assert f"lieu: Salle Ondine  # demander à {ERASED}\n" in text
    assert f'  - "Une idée d’{ERASED}, portée par la CPTS."\n  - "Avec Mme {ERASED}, et d’autres.\\n"\nstructures: [CLS' in text
    assert "  separer:\n    []\n  fixer:\n    {}" in text
    assert text.endswith(DAY[DAY.index("conservation") :])
    listed = (gone / "jour" / "participants.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert listed == [
        f"Liste reçue de {ERASED}",
        "Nom;Prénom;Courriel;Téléphone;Acteur;Structure;Fonction;Remarque",
        f"Personne-1;;;;CPTS;Mairie;Directrice;vient avec {ERASED}",
        "Personne-2;;;;ASV;Mairie;;",
        "Personne-3 *;;;;ASV;Maison Ondine;;",
        "Personne-4;;;;CPTS;;;",
    ]
    groups = (gone / "jour" / "groupes.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert groups[1:] == [
        "Personne-1;Mairie;;CPTS;;Nord;présent;oui;",
        "Personne-2;Mairie;;ASV;;Sud;présent;;",
        "Personne-5;;;ASV;;Nord;arrivé;;",
        "Personne-4;;;CPTS;;Sud;inscrit;;",
    ]
    assert (gone / "documents" / "regroupements.csv").read_bytes().decode("utf-8-sig") == (
        f"famille;idee;formulation\r\n1;Comme {ERASED};à moi\r\n"
    )


def test_documents_are_those_of_the_erased_day(gone: Path, tmp_path: Path) -> None:
    folder = gone / "jour"
    workshop = Workshop.open(folder, write=Write.NOTHING, strict=True)
    for made in make(workshop.day, workshop.room, folder, tmp_path / "encore", outputs()):
        assert (gone / "documents" / made.path.name).read_bytes() == made.path.read_bytes()
    workshop.close()
    assert "nom effacé" in (gone / "documents" / "synthese.md").read_text(encoding="utf-8")


def test_a_document_changed_by_hand_is_kept_when_it_holds_no_name(root: Path) -> None:
    (root / "documents" / "synthese.md").write_text("Mon propre texte", encoding="utf-8")
    (root / "documents" / "synthese-courte.md").write_text("Mon propre texte, avec Vautrin", encoding="utf-8")
    assert erase(found_in(root)) == ()
    assert (root / "documents" / "synthese-modifiee-1.md").read_text(encoding="utf-8") == "Mon propre texte"
    assert not (root / "documents" / "synthese-courte-modifiee-1.md").exists()


def test_a_document_that_cannot_be_made_here_is_removed_unless_it_surely_has_no_name(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "no-such-program")
    to = root / "documents"
    for name, content in {"synthese.pdf": "%PDF", "synthese.odt": "Vautrin", "donnees.ods": "rien"}.items():
        (to / name).write_text(content, encoding="utf-8")
    left = erase(found_in(root))
    assert [(file.path.name, file.reason) for file in left] == [
        ("synthese.odt", Reason.REMOVED),
        ("synthese.pdf", Reason.REMOVED),
    ]
    assert {path.name for path in to.iterdir() if path.suffix in {".pdf", ".odt", ".ods"}} == {"donnees.ods"}


def test_what_a_killed_program_left_in_the_temporary_folder_goes(bare: Path, tmp_path: Path) -> None:
    for name, file in (("facilitation-1", "synthese.docx"), ("facilitation-2", "carnet.sqlite"), ("autre", "synthese.docx")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_bytes(b"Vautrin")
        os.utime(tmp_path / name, (0, 0))
    erase(found_in(bare))
    assert [name for name in ("facilitation-1", "facilitation-2", "autre") if (tmp_path / name).exists()] == [
        "facilitation-2",
        "autre",
    ]


def test_papers_with_names_are_removed_and_the_others_stay(built: Path, gone: Path) -> None:
    before = {path.name for path in (built / "documents").iterdir()}
    after = {path.name for path in (gone / "documents").iterdir()}
    assert "emargement.docx" in before - after
    assert {"chevalets.docx", "feuilles-a3.docx"} <= after


def test_a_second_time_there_is_nothing_left(root: Path) -> None:
    assert not found_in(root).is_empty
    erase(found_in(root))
    found = found_in(root)
    assert found.is_empty
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    erase(found)
    same = {path for path, content in before.items() if path.read_bytes() == content}
    assert {path.name for path in before.keys() - same} <= {"carnet.sqlite"}
    assert not names_of(checked_day(root / "jour"), root / "jour")


def test_people_who_come_later_never_take_the_code_of_somebody(bare: Path) -> None:
    erase(found_in(bare))
    for name, line in (("participants.csv", "Dupré;Yann;;;ASV;;;"), ("groupes.csv", "Yann Dupré;;;ASV;;Sud;présent;;")):
        path = bare / "jour" / name
        path.write_bytes(path.read_bytes() + f"{line}\r\n".encode())
    erase(found_in(bare))
    assert read(bare / "jour" / "participants.csv").people[-1].name == "Personne-6"
    assert [person.name for person in read(bare / "jour" / "groupes.csv").people][-1] == "Personne-6"


def test_lists_erased_in_two_attempts_tell_the_same_people(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "_as_file", stopped_at_the_second_list())
        with suppress(Stopped):
            erase(found_in(bare))
    assert "Personne-1" in (bare / "jour" / "groupes.csv").read_text(encoding="utf-8-sig")
    assert "VAUTRIN" in (bare / "jour" / "participants.csv").read_text(encoding="utf-8-sig")
    erase(found_in(bare))
    assert [person.name for person in read(bare / "jour" / "participants.csv").people] == [f"Personne-{n}" for n in range(1, 5)]


def stopped_at_the_second_list() -> Callable[[bytes, list[list[str]]], bytes]:
    written = iter([erasing._as_file])

    def as_file(before: bytes, rows: list[list[str]]) -> bytes:
        write = next(written, None)
        if write is None:
            raise Stopped
        return write(before, rows)

    return as_file


def test_what_is_not_ours_is_told_and_not_touched(root: Path) -> None:
    note = io.BytesIO()
    with zipfile.ZipFile(note, "w") as package:
        package.writestr("word/document.xml", "<w:t>Vau</w:t></w:r><w:r><w:t>trin</w:t>")
    files = {
        root / "documents" / "notes.docx": note.getvalue(),
        root / "documents" / "ancien.pdf": b"%PDF-1.7",
        root / "jour" / "inscriptions.csv": "nom\nQuérou\n".encode("utf-16"),
        root / "jour" / "photo.jpg": b"\xff\xd8\xff",
        root / "jour" / "rien.txt": b"rien du tout",
    }
    for path, content in files.items():
        path.write_bytes(content)
    left = {(file.path.name, file.reason) for file in erase(found_in(root))}
    assert left == {
        ("notes.docx", Reason.NAMED),
        ("ancien.pdf", Reason.SEALED),
        ("inscriptions.csv", Reason.NAMED),
        ("photo.jpg", Reason.PICTURE),
    }
    assert {path: path.read_bytes() for path in files} == files


def test_a_name_of_no_list_is_erased_when_it_is_given(bare: Path) -> None:
    folder = bare / "jour"
    workshop = Workshop.open(folder, now=Clock())
    workshop.record(AnswerGiven(cell(), "Merci Gaspard", "Gaspard Oublié"))
    workshop.close()
    assert found_in(bare).authors == ("Gaspard Oublié",)
    erase(found_in(bare))
    assert any(event.body == AnswerGiven(cell(), "Merci Gaspard", "Gaspard Oublié") for event in read_day(folder).events)
    again = found_in(bare, also=["OUBLIÉ Gaspard"])
    assert set(again.words) == {f"Merci {ERASED}", ERASED}
    erase(again)
    assert b"Gaspard" not in b"".join(path.read_bytes() for path in bare.rglob("*") if path.is_file())


def test_a_console_that_has_the_day_open_is_left_alone(bare: Path) -> None:
    found = found_in(bare)
    workshop = Workshop.open(bare / "jour", now=Clock())
    try:
        before = bytes_with_names(bare)
        for refused in (lambda: check_free(bare / "jour"), lambda: erase(found)):
            with pytest.raises(HeldElsewhereError):
                refused()
        assert bytes_with_names(bare) == before
    finally:
        workshop.close()


@pytest.mark.parametrize("extension", [".xlsx", ".ods"])
def test_a_workbook_of_participants_stays_a_workbook(bare: Path, extension: str) -> None:
    folder = bare / "jour"
    rows = [line.split(";") for line in LIST.splitlines()[1:]]
    write = {".xlsx": xlsx, ".ods": ods}[extension]
    (folder / "participants.csv").unlink()
    (folder / f"participants{extension}").write_bytes(write("Liste & co", rows))
    text = (folder / "journee.yaml").read_text(encoding="utf-8").replace("participants.csv", f"participants{extension}")
    (folder / "journee.yaml").write_text(text, encoding="utf-8")
    before = read(folder / f"participants{extension}").people
    erase(found_in(bare))
    after = read(folder / f"participants{extension}").people
    assert bytes_with_names(bare) == []
    assert [person.name for person in after] == [f"Personne-{number}" for number in range(1, 5)]
    assert [(one.actor, one.organisation, one.presence) for one in after] == [
        (one.actor, one.organisation, one.presence) for one in before
    ]


def test_a_title_of_the_day_loses_its_name_too(bare: Path) -> None:
    path = bare / "jour" / "journee.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("titre: Questions,", "titre: Vautrin,"), encoding="utf-8")
    assert erase(found_in(bare)) == ()
    assert f'titre: "{ERASED}"' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("call", "stride"), [("replace", 1), ("unlink", 4)])
def test_stopped_at_any_move_the_day_opens_and_is_erased_again(
    bare: Path, monkeypatch: pytest.MonkeyPatch, call: str, stride: int
) -> None:
    (bare / "documents" / "synthese.md").write_text("Vautrin", encoding="utf-8")
    (bare / "documents" / "emargement.docx").write_text("Vautrin", encoding="utf-8")
    events = shape(read_day(bare / "jour").events)
    done: Callable[..., object] = getattr(Path, call)
    for step in range(0, 100, stride):
        copy = Path(shutil.copytree(bare, bare.parent / f"pas-{step}"))
        left = [step]

        def stop(self: Path, *arguments: object, left: list[int] = left, **options: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise Stopped
            return done(self, *arguments, **options)

        found = found_in(copy)
        with monkeypatch.context() as patch:
            patch.setattr(Path, call, stop)
            with suppress(Stopped):
                erase(found)
        assert checked_day(copy / "jour")
        workshop = Workshop.open(copy / "jour", strict=True, now=Clock())
        workshop.close()
        assert shape(read_day(copy / "jour").events) == events
        if left[0] >= 0:
            assert step > 8
            return
        erase(found_in(copy))
        assert bytes_with_names(copy) == []
        assert found_in(copy).is_empty
    pytest.fail("it never ends")


@pytest.mark.parametrize(
    "content",
    [
        "… Quérou …".encode(),
        "Quérou".encode("cp1252"),
        "Quérou".encode("utf-16"),
        "Quérou".encode("utf-16-be"),
        b"\x00\x01" + "xQuérou".encode("utf-16-le") + b"\x00",
        b"\x00\x00\x00 Qu\xc3\xa9rou\x00",
        unicodedata.normalize("NFD", "QUÉROU").encode(),
        b"<p>Qu&#233;rou</p>",
        b"<p>Qu&eacute;rou</p>",
        b'{"a": "Qu\\u00e9rou"}',
        b"lien?q=Qu%C3%A9rou",
        b"<w:r><w:t>Qu</w:t></w:r><w:r><w:t>\xc3\xa9rou</w:t></w:r>",
        b'<pic descr="Qu\xc3\xa9rou"/>',
    ],
)
def test_a_name_is_found_whatever_way_its_bytes_are_written(tmp_path: Path, content: bytes) -> None:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("dedans/partie", content)
    names = named(["Élise QUÉROU"])
    for number, given in enumerate((content, package.getvalue(), b"PK\x03\x04 damaged " + content)):
        (tmp_path / f"{number}.bin").write_bytes(given)
        if content.startswith(b"\x00\x01"):
            continue  # a letter stands against the name: another word
        assert name_in(tmp_path / f"{number}.bin", Search(names))


def test_no_name_is_found_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Petit groupe</p><p>un</p><p>Petit</p>;Petit;\n* Petit groupe", encoding="utf-8")
    assert name_in(tmp_path / "page.html", Search(named(["Claire PETIT", "Éloi UNGROUPE"]))) == ""


def test_a_word_that_may_be_a_name_is_told_in_the_files_of_others_only(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("selon Petit", encoding="utf-8")
    names = named(["Claire PETIT"])
    assert name_in(tmp_path / "notes.txt", Search(names)) == "Petit"
    assert name_in(tmp_path / "notes.txt", Search(names, surely=True)) == ""


def test_a_broken_list_refuses_before_anything(bare: Path) -> None:
    (bare / "jour" / "participants.csv").write_text("Prénom;Acteur\nAline;CPTS\n", encoding="utf-8")
    with pytest.raises(FacilitationError, match="nom"):
        found_in(bare)
