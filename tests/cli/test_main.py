"""Every verb, as its users type it: what it says, where it says it, and its exit status."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitation.cli import commands, main
from facilitation.cli.parser import FORMATS
from facilitation.typography import french
from facilitation.workshop.days import make_example
from facilitation.workshop.sparing import RECORD
from facilitation.workshop.workshop import Workshop
from facilitation.writers import OUTPUTS, OWN, Format
from tests.workshop.days import example_folder

ROOT = Path(__file__).parents[2]
VERBS = (
    "demo",
    "nouvelle",
    "animer",
    "saisir",
    "fusionner",
    "harmoniser",
    "compiler",
    "relire",
    "imprimer",
    "effacer",
    "verifier",
    "exercices",
    "essayer",
)
DONE, WRONG_FILE, WRONG_USAGE = 0, 1, 2
GOOD = "sequence;ligne;colonne;valeur\nsilhouettes;asv;tete;Réseau\n"
OTHER = GOOD.replace("Réseau", "Veille")
BAD = GOOD + "silhouettes;asv;pied;Veille\nsilhouette;asv;tete;Veille\n"


class Said:
    """What a command said: its exit status, its data, its narration, with plain spaces."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.raw = out + err
        self.out = out.replace("\u00a0", " ")
        self.err = err.replace("\u00a0", " ")


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in an empty folder, without a terminal."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str | Path) -> Said:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return run_command


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """Return a folder that holds the day of 2021, where nobody answered yet."""
    folder = tmp_path / "jour"
    folder.mkdir()
    (folder / "journee.yaml").write_bytes((example_folder("paca-2021") / "journee.yaml").read_bytes())
    return folder


def answers(folder: Path, text: str, name: str = "saisie.csv") -> Path:
    """Return a file of answers."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def kept(folder: Path) -> int:
    """Return how many ideas a day holds."""
    workshop = Workshop.open(folder)
    try:
        return workshop.room.answers()
    finally:
        workshop.close()


# --- Help, version, misuse ---------------------------------------------------------------------------------------------------

ENGLISH = ("usage:", "error", "positional", "show this", "following", "required", "invalid", "choose", "expected", "Traceback")


@pytest.mark.parametrize("arguments", [[], *([verb] for verb in VERBS)], ids=lambda arguments: " ".join(arguments) or "top")
def test_help_is_told_in_french_on_the_output(run: Run, arguments: list[str]) -> None:
    said = run(*arguments, "--help")
    assert (said.status, said.err) == (DONE, "")
    assert said.out.startswith(f"Emploi : {' '.join(('facilitation', *arguments))}")
    assert not [word for word in ENGLISH if word in said.raw]
    assert [line for line in said.raw.splitlines() if french(line.strip()) != line.strip()] == []


def test_every_verb_is_in_the_help_and_has_its_function(run: Run) -> None:
    said = run("--help")
    assert all(verb in said.out for verb in VERBS)
    assert set(commands.VERBS) == {"days", *VERBS}


def test_the_formats_of_the_command_line_are_those_of_the_writers() -> None:
    assert tuple(Format) == FORMATS


def test_the_version_is_one_line(run: Run) -> None:
    said = run("--version")
    assert (said.status, said.err) == (DONE, "")
    assert said.out.startswith("facilitation ")
    assert said.out.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("xyz",), "facilitation : COMMANDE : « xyz » n’existe pas ; choisissez parmi 'demo', 'nouvelle', 'animer', 'saisir',"),
        (("animer",), "facilitation animer : il manque : DOSSIER. Aide : facilitation animer --help"),
        (("compiler",), "facilitation compiler : il manque : DOSSIER."),
        (("saisir",), "facilitation saisir : il manque : DOSSIER, FICHIER."),
        (("saisir", "jour"), "facilitation saisir : il manque : FICHIER."),
        (("verifier",), "facilitation verifier : il manque : FICHIER|DOSSIER."),
        (("compiler", "jour", "--formats"), "facilitation compiler : --formats : une valeur est attendue."),
        (("compiler", "jour", "--vers"), "facilitation compiler : --vers : une valeur est attendue."),
        (("compiler", "jour", "--zzz"), "facilitation : argument inconnu : --zzz."),
        (("demo", "un", "deux"), "facilitation : argument inconnu : deux."),
        (("saisir", "a", "b", "--partiel=3"), "facilitation saisir : --partiel : valeur en trop : '3'."),
        (("-x",), "facilitation : argument inconnu : -x."),
        (("--help=oui",), "facilitation : -h/--help : valeur en trop : 'oui'."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_misused_command_is_told_in_one_french_sentence(run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    said = run(*arguments)
    assert (said.status, said.out) == (WRONG_USAGE, "")
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1
    assert french(said.raw.strip()) == said.raw.strip()


def test_a_group_that_the_day_does_not_have_is_refused_before_anything_is_kept_for_it(run: Run, day: Path) -> None:
    said = run("animer", day, "--groupe", "g12")

    assert said.status == WRONG_USAGE
    assert said.err == "facilitation animer : groupe inconnu « g12 », vouliez-vous dire « g13 » ?\n"


@pytest.mark.parametrize("name", ["g13", "acteurs du 13"])
def test_a_group_is_called_by_its_key_or_its_name(run: Run, day: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def console(_folder: Path, group: str) -> int:
        opened.append(group)
        return DONE

    monkeypatch.setattr(commands, "_console", console)

    assert run("animer", day, "--groupe", name).status == DONE
    assert opened == ["g13"]


@pytest.mark.parametrize("verb", ["animer", "compiler", "saisir"])
@pytest.mark.parametrize("folder", [".", "absent"])
def test_a_folder_that_is_no_day_is_said_with_what_to_do(run: Run, verb: str, folder: str) -> None:
    said = run(verb, folder, *(["reponses.csv"] if verb == "saisir" else []))
    assert (said.status, said.out) == (WRONG_USAGE, "")
    assert said.err == (
        f"« {folder} » n’est pas le dossier d’une journée (il n’y a pas de journee.yaml)."
        f" Pour en créer une : facilitation nouvelle {folder}\n"
    )


def test_the_console_asks_for_a_terminal(run: Run, day: Path) -> None:
    for arguments in ((), ("animer", day)):
        said = run(*arguments)
        assert (said.status, said.out) == (WRONG_USAGE, "")
        assert said.err.startswith("La console a besoin d’un terminal.")


@pytest.mark.parametrize("problem", [KeyboardInterrupt, BrokenPipeError])
def test_stopping_a_command_or_its_reader_leaves_no_trace_of_python(
    run: Run, monkeypatch: pytest.MonkeyPatch, problem: type[BaseException]
) -> None:
    def stop(_options: object) -> int:
        raise problem

    monkeypatch.setitem(commands.VERBS, "exercices", stop)
    monkeypatch.setattr("facilitation.cli._let_the_reader_go", lambda: None)
    said = run("exercices")
    assert said.status == {KeyboardInterrupt: 130, BrokenPipeError: DONE}[problem]
    assert said.err == {KeyboardInterrupt: "Arrêté. Ce qui était gardé le reste.\n", BrokenPipeError: ""}[problem]


# --- nouvelle ----------------------------------------------------------------------------------------------------------------


def test_without_a_folder_the_models_are_listed_one_a_line(run: Run) -> None:
    said = run("nouvelle")
    assert (said.status, said.err) == (DONE, "")
    listed = [line.split("\t")[0] for line in said.out.splitlines()]
    assert listed == sorted(listed)
    assert {"journee-inter-acteurs", "page-blanche", "rencontre-cpts", "seminaire-parcours"} <= set(listed)


def test_models_are_listed_when_none_is_named(run: Run) -> None:
    said = run("nouvelle", "--modele")
    assert (said.status, said.out) == (DONE, run("nouvelle").out)
    assert "journee-inter-acteurs\t" in said.out


def test_a_new_day_is_written_ready_to_edit_and_right(run: Run, tmp_path: Path) -> None:
    said = run("nouvelle", "avril", "--modele", "page-blanche")
    assert (said.status, said.out) == (DONE, f"{Path('avril') / 'journee.yaml'}\n")
    assert said.err == "Journée créée. Complétez « journee.yaml », puis : facilitation animer avril\n"
    assert (tmp_path / "avril" / "journee.yaml").is_file()
    assert run("verifier", "avril").status == DONE


def test_a_day_is_never_written_over(run: Run, day: Path) -> None:
    before = (day / "journee.yaml").read_bytes()
    said = run("nouvelle", day)
    assert (said.status, said.out) == (WRONG_USAGE, "")
    assert "contient déjà une journée" in said.err
    assert (day / "journee.yaml").read_bytes() == before


def test_a_model_that_does_not_exist_is_said_with_the_nearest(run: Run) -> None:
    said = run("nouvelle", "avril", "--modele", "page-blanch")
    assert (said.status, said.out) == (WRONG_FILE, "")
    assert said.err == "modèle inconnu « page-blanch », vouliez-vous dire « page-blanche » ?\n"


def test_a_new_day_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("plein", encoding="utf-8")
    for folder in ("fichier", "fichier/avril"):
        said = run("nouvelle", folder)
        assert said.status in {WRONG_FILE, WRONG_USAGE}
        assert (said.out, said.err.count("\n")) == ("", 1)


# --- saisir ------------------------------------------------------------------------------------------------------------------


def test_answers_are_taken(run: Run, day: Path, tmp_path: Path) -> None:
    said = run("saisir", day, answers(tmp_path, GOOD))
    assert (said.status, said.out) == (DONE, "")
    assert said.err.splitlines()[-1] == "« saisie.csv » : 1 ligne prise."
    assert kept(day) == 1


def test_a_file_with_wrong_lines_is_not_taken_and_each_is_said(run: Run, day: Path, tmp_path: Path) -> None:
    file = answers(tmp_path, BAD)
    said = run("saisir", day, file)
    assert (said.status, said.out) == (WRONG_FILE, "")
    told = said.err.splitlines()
    assert f"{file}:3 : colonne inconnue « pied » ; connues : tete, coeur, mains, jambe-droite, jambe-gauche" in told
    assert f"{file}:4 : séquence inconnue « silhouette », vouliez-vous dire « silhouettes » ?" in told
    assert told[-1].startswith("« saisie.csv » : 2 lignes sans place, rien n’est pris.")
    assert kept(day) == 0


def test_the_right_lines_are_taken_when_one_asks_for_them_and_the_others_are_still_said(
    run: Run, day: Path, tmp_path: Path
) -> None:
    said = run("saisir", day, answers(tmp_path, BAD), "--partiel")
    assert said.status == WRONG_FILE
    assert said.err.splitlines()[-1] == "« saisie.csv » : 1 ligne prise, 2 lignes sans place."
    assert kept(day) == 1


def test_several_files_are_taken_one_after_the_other(run: Run, day: Path, tmp_path: Path) -> None:
    said = run(
        "saisir", day, answers(tmp_path, GOOD), answers(tmp_path, BAD, "fausse.csv"), answers(tmp_path, OTHER, "autre.csv")
    )
    assert said.status == WRONG_FILE
    assert kept(day) == 2


def test_a_file_given_twice_adds_nothing_and_says_so(run: Run, day: Path, tmp_path: Path) -> None:
    file = answers(tmp_path, GOOD)
    run("saisir", day, file)
    said = run("saisir", day, file)
    assert said.status == DONE
    assert said.err.splitlines()[-1] == "« saisie.csv » : 0 ligne prise, 1 déjà là."
    assert kept(day) == 1


def test_columns_left_out_are_said(run: Run, day: Path, tmp_path: Path) -> None:
    said = run("saisir", day, answers(tmp_path, "sequence;ligne;colonne;valeur;IP\nsilhouettes;asv;tete;Réseau;1.2.3.4\n"))
    assert said.status == DONE
    assert "1 colonne écartée : « IP »." in said.err
    assert "1.2.3.4" not in said.err


@pytest.mark.parametrize("name", ["absent.csv", "."])
def test_a_file_that_cannot_be_read_is_said(run: Run, day: Path, name: str) -> None:
    said = run("saisir", day, name)
    assert (said.status, said.out) == (WRONG_FILE, "")
    assert said.err.count("\n") == 1


def test_answers_are_not_taken_in_a_day_that_another_console_writes(run: Run, day: Path, tmp_path: Path) -> None:
    holder = Workshop.open(day)
    said = run("saisir", day, answers(tmp_path, GOOD))
    holder.close()
    assert (said.status, said.out) == (WRONG_FILE, "")
    assert said.err.startswith("Cette journée est ouverte sur un autre poste")


POLL = "Horodateur;Courriel;Votre groupe;CPTS [Expertise];Un mot\n2024;a@exemple.fr;Acteurs du 13;Veille;Merci\n"


def test_the_questions_of_an_export_that_find_no_cell_are_asked_once_and_remembered(
    run: Run, day: Path, tmp_path: Path
) -> None:
    file = answers(tmp_path, POLL, "formulaire.csv")
    said = run("saisir", day, file)
    assert (said.status, kept(day)) == (WRONG_FILE, 0)
    told = said.err.splitlines()
    assert told[0] == "Lu comme un export de Google Forms."
    assert told[1] == "1 colonne personnelle écartée : « Courriel »."
    assert told[-1].startswith("« formulaire.csv » : rien n’est pris, 1 question sans place : « Un mot ». Écrivez dans")
    written = (day / "imports.yaml").read_text(encoding="utf-8")
    assert "exemple.fr" not in said.err + written
    assert run("saisir", day, file).err.splitlines()[-1] == told[-1]
    assert (day / "imports.yaml").read_text(encoding="utf-8") == written
    (day / "imports.yaml").write_text(written.replace("usage:  # à compléter", "usage: rien"), encoding="utf-8")
    assert run("saisir", day, file).err.splitlines()[-1] == "« formulaire.csv » : 1 ligne prise."
    assert run("saisir", day, file).err.splitlines()[-1] == "« formulaire.csv » : 0 ligne prise, 1 déjà là."
    assert kept(day) == 1


def test_an_export_in_the_words_of_the_day_is_taken_at_once_and_says_where(run: Run, day: Path, tmp_path: Path) -> None:
    said = run("saisir", day, answers(tmp_path, "Horodateur;CPTS [Expertise]\n2024;Veille\n"))
    assert (said.status, kept(day)) == (DONE, 1)
    assert "« CPTS [Expertise] » → silhouettes / portraits / cpts / tete." in said.err
    assert not (day / "imports.yaml").exists()


def test_a_cell_that_the_day_does_not_have_is_told_once(run: Run, day: Path, tmp_path: Path) -> None:
    file = answers(tmp_path, "Horodateur;Un mot\n2024;Merci\n2024;Bravo\n")
    run("saisir", day, file)
    memory = day / "imports.yaml"
    text = memory.read_text(encoding="utf-8")
    memory.write_text(text.replace("usage:  # à compléter", "sequence: silhouete"), encoding="utf-8")
    said = run("saisir", day, file)
    assert (said.status, kept(day)) == (WRONG_FILE, 0)
    assert said.err.count("silhouete") == 1
    assert "imports.yaml : « Un mot » : séquence inconnue « silhouete », vouliez-vous dire « silhouettes » ?" in said.err


# --- fusionner ---------------------------------------------------------------------------------------------------------------


def test_the_answers_of_another_computer_are_joined_once(run: Run, day: Path, tmp_path: Path) -> None:
    other = tmp_path / "salle-b"
    shutil.copytree(day, other)
    assert run("saisir", other, answers(tmp_path, GOOD)).status == DONE
    said = run("fusionner", day, other)
    assert (said.status, said.out, said.err) == (DONE, "", "salle-b : 1 réponse prise.\n")
    assert run("fusionner", day, other).err == "salle-b : 0 réponse prise, 1 déjà là.\n"
    assert kept(day) == 1


def test_a_folder_without_a_journal_is_told_in_one_sentence(run: Run, day: Path, tmp_path: Path) -> None:
    other = tmp_path / "vide"
    other.mkdir()
    said = run("fusionner", day, other)
    assert said.status == WRONG_FILE
    assert said.err.startswith(f"Il n’y a pas de carnet dans « {other} ».")


# --- harmoniser --------------------------------------------------------------------------------------------------------------


def test_ideas_to_merge_are_proposed_in_a_table_and_its_decisions_taken(run: Run, day: Path, tmp_path: Path) -> None:
    ideas = ("Animation de réseau", "Animation de réseaux d’acteurs")
    near = "\n".join(["sequence;ligne;colonne;valeur", *(f"silhouettes;asv;tete;{idea}" for idea in ideas), ""])
    run("saisir", day, answers(tmp_path, near))
    said = run("harmoniser", day, "--proposer", "--vers", tmp_path)
    file = tmp_path / "regroupements.csv"
    assert (said.status, said.out) == (DONE, f"{file}\n")
    assert said.err.startswith("1 famille, 1 à décider.")
    file.write_text(file.read_text(encoding="utf-8-sig").replace(";;Animation", ";oui;Animation"), encoding="utf-8")
    said = run("harmoniser", day, "--appliquer", file)
    assert (said.status, said.err) == (DONE, "1 famille réunie, 0 à part, 0 idée de côté.\n")
    assert run("harmoniser", day, "--appliquer", file).err == "0 famille réunie, 0 à part, 0 idée de côté.\n"


def test_harmoniser_asks_which_of_the_two_it_does(run: Run, day: Path) -> None:
    said = run("harmoniser", day)
    assert said.status == WRONG_USAGE
    assert "--proposer --appliquer" in said.err


# --- compiler ----------------------------------------------------------------------------------------------------------------


def test_a_shorter_version_is_a_file_beside_the_whole_one(run: Run, day: Path, tmp_path: Path) -> None:
    run("saisir", day, answers(tmp_path, GOOD))
    target = tmp_path / "sortie"
    said = run("compiler", day, "--version", "une-page", "--formats", "md,csv", "--vers", target)
    assert said.status == DONE
    assert names(target) == {"synthese-une-page.md"}
    run("compiler", day, "--version", "courte", "--formats", "md", "--vers", target)
    assert names(target) == {"synthese-une-page.md", "synthese-courte.md"}


def test_a_format_without_the_version_asked_says_which_have_it(run: Run, day: Path) -> None:
    said = run("compiler", day, "--version", "une-page", "--formats", "csv")
    assert said.status == WRONG_USAGE
    assert said.err == "facilitation compiler : la version une-page n’existe pas en csv ; formats : docx, html, md, odt, pdf\n"


def test_documents_are_named_with_their_weight_on_the_output(run: Run, day: Path, tmp_path: Path) -> None:
    said = run("compiler", day, "--formats", "md,csv", "--vers", tmp_path / "sortie")
    assert (said.status, said.err) == (DONE, "")
    lines = [line.split("\t") for line in said.out.splitlines()]
    assert [Path(path).name for path, _ in lines] == ["synthese.md", "reponses.csv"]
    assert all(Path(path).is_file() and weight.endswith(" ko") for path, weight in lines)


def test_documents_go_under_outputs_in_the_current_folder(run: Run, day: Path, tmp_path: Path) -> None:
    run("compiler", day, "--formats", " MD , csv,")
    assert names(tmp_path / "outputs" / "jour") == {"reponses.csv", "synthese.md"}


def names(folder: Path) -> set[str]:
    """Return the names of the documents of a folder, not what the tool remembers of them."""
    return {path.name for path in folder.iterdir() if path.name != RECORD}


def test_a_document_changed_by_hand_is_kept_when_it_is_made_again(run: Run, day: Path, tmp_path: Path) -> None:
    target = tmp_path / "sortie"
    run("compiler", day, "--formats", "md,csv", "--vers", target)
    (target / "synthese.md").write_text("Ma propre phrase.", encoding="utf-8")
    said = run("compiler", day, "--formats", "md,csv", "--vers", target)
    assert said.status == DONE
    kept = "« synthese.md » avait changé depuis sa fabrication : il est gardé sous le nom « synthese-modifiee-1.md »."
    assert said.err.splitlines() == [kept]
    assert (target / "synthese-modifiee-1.md").read_text(encoding="utf-8") == "Ma propre phrase."
    assert "Ma propre phrase" not in (target / "synthese.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("formats", "sentence"),
    [
        ("xyz", "facilitation compiler : format inconnu « xyz » ; formats connus : docx, pptx, xlsx, html, md, csv, odt"),
        ("md,doc", "facilitation compiler : format inconnu « doc » ;"),
        ("", "facilitation compiler : aucun format demandé ;"),
        (" , ", "facilitation compiler : aucun format demandé ;"),
    ],
)
def test_a_format_that_does_not_exist_is_said_and_nothing_is_made(
    run: Run, day: Path, tmp_path: Path, formats: str, sentence: str
) -> None:
    said = run("compiler", day, f"--formats={formats}")
    assert (said.status, said.out) == (WRONG_USAGE, "")
    assert said.err.startswith(sentence)
    assert not (tmp_path / "outputs").exists()


def test_a_folder_that_cannot_be_written_is_said(run: Run, day: Path, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("plein", encoding="utf-8")
    said = run("compiler", day, "--formats", "md", "--vers", tmp_path / "fichier" / "sortie")
    assert (said.status, said.out) == (WRONG_FILE, "")
    assert said.err.count("\n") == 1


def test_a_template_that_is_no_presentation_is_said(run: Run, day: Path) -> None:
    said = run("compiler", day, "--formats", "md", "--modele", day / "journee.yaml")
    assert (said.status, said.out) == (WRONG_FILE, "")
    assert said.err == "journee.yaml : ce fichier n’est pas une présentation PowerPoint (.pptx ou .potx).\n"


def test_a_day_with_a_slip_is_not_published_and_the_slip_is_said(run: Run, day: Path) -> None:
    yaml = day / "journee.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + "lieux: ici\n", encoding="utf-8")
    said = run("compiler", day, "--formats", "md")
    assert (said.status, said.out) == (WRONG_FILE, "")
    assert "clé inconnue « lieux », vouliez-vous dire « lieu » ?" in said.err


def test_compiling_writes_nothing_in_the_days_folder(run: Run, day: Path) -> None:
    run("compiler", day, "--formats", "md")
    assert [path.name for path in day.iterdir()] == ["journee.yaml"]


def test_a_day_under_way_elsewhere_can_be_published(run: Run, day: Path) -> None:
    holder = Workshop.open(day)
    said = run("compiler", day, "--formats", "md")
    holder.close()
    assert said.status == DONE


def test_several_days_are_laid_side_by_side_in_documents_of_their_own(run: Run, tmp_path: Path) -> None:
    for name, year in (("a", "2024"), ("b", "2025")):
        make_example("exemple-fictif", tmp_path / name)
        file = tmp_path / name / "journee.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("date: 2025-", f"date: {year}-"), encoding="utf-8")
    said = run("compiler", "b", "a", "--ensemble", "--formats", "md,csv")
    assert (said.status, said.out.split("\t")[0]) == (DONE, str(Path("outputs") / "a-et-b" / "synthese.md"))
    assert said.err == "Pas de reponses.csv commun : chaque journée garde le sien, donnees.xlsx réunit leurs réponses.\n"
    text = (tmp_path / "outputs" / "a-et-b" / "synthese.md").read_text(encoding="utf-8")
    assert "2024 et 2025, côte à côte" in text
    assert "###### Dit en 2024 et en 2025" in text


def test_two_days_without_a_word_on_how_to_read_them_are_refused_with_what_to_type(run: Run) -> None:
    said = run("compiler", "arles", "deux mots")
    assert (said.status, said.err) == (
        WRONG_USAGE,
        (
            "facilitation compiler : une journée à la fois, ou plusieurs côte à côte avec --ensemble :"
            ' facilitation compiler arles "deux mots" --ensemble\n'
        ),
    )


def test_one_day_is_not_laid_beside_itself(run: Run, tmp_path: Path) -> None:
    make_example("exemple-fictif", tmp_path / "a")
    said = run("compiler", "a", "--ensemble")
    assert (said.status, said.err) == (
        WRONG_USAGE,
        "Il faut au moins deux journées pour les mettre côte à côte ; pour une seule, sans --ensemble.\n",
    )
    assert not (tmp_path / "outputs").exists()


# --- verifier ----------------------------------------------------------------------------------------------------------------


def test_what_is_right_is_said_to_be(run: Run, day: Path) -> None:
    said = run("verifier", day)
    assert (said.status, said.out, said.err) == (DONE, "", "1 fichier vérifié, rien à corriger.\n")


def test_the_whole_library_is_right(run: Run) -> None:
    said = run("verifier", *sorted((ROOT / "exercises").glob("*.yaml")), *sorted((ROOT / "exercises" / "journees").iterdir()))
    assert said.status == DONE


def test_every_problem_of_every_file_is_said_at_once(run: Run, day: Path, tmp_path: Path) -> None:
    yaml = day / "journee.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + "lieux: ici\ndates: demain\n", encoding="utf-8")
    card = answers(tmp_path, "exercice: x\ntitre: X\n", "x.yaml")
    said = run("verifier", day, card, "absent.yaml")
    assert (said.status, said.out) == (WRONG_FILE, "")
    told = said.err.splitlines()
    assert len([line for line in told if "journee.yaml:" in line]) == 2
    assert any("il manque la clé « but »" in line for line in told)
    assert any("fichier introuvable" in line for line in told)
    assert all(" : " in line for line in told)


def with_list(day: Path, *lines: str) -> None:
    yaml = day / "journee.yaml"
    text = yaml.read_text(encoding="utf-8")
    yaml.write_text("".join(line for line in text.splitlines(True) if not line.startswith("participants:")), encoding="utf-8")
    with yaml.open("a", encoding="utf-8") as file:
        file.write("participants: liste.csv\n")
    (day / "liste.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_what_a_list_leaves_open_is_said(run: Run, day: Path) -> None:
    with_list(day, "Nom;Acteur;Structure;Courriel", "Luc Exemple;Jardinier;CCAS;a", "Anne Témoin;;CPTS;b")
    said = run("verifier", day)
    assert said.status == DONE
    told = said.err.replace("\N{NO-BREAK SPACE}", " ")
    assert "liste.csv : 1 colonne personnelle écartée : « Courriel »." in told
    assert "liste.csv : Pas de colonne « territoire » : groupes composés sans territoire." in told
    assert "liste.csv : Acteur non précisé, ligne 3 : compté parmi les autres." in told
    assert "comptés parmi les autres : « Jardinier » (1)." in told


def test_a_list_that_is_wrong_is_said_once(run: Run, day: Path) -> None:
    with_list(day, "Nom;Acteur", "Luc Exemple;ASV", "Luc Exemple;ASV")
    said = run("verifier", day)
    assert said.status == WRONG_FILE
    assert said.err.count("est déjà à la ligne 2") == 1


# --- exercices ---------------------------------------------------------------------------------------------------------------


def test_the_library_is_a_line_an_exercise_on_the_output(run: Run) -> None:
    said = run("exercices")
    assert (said.status, said.err) == (DONE, "")
    assert {line.split()[0] for line in said.out.splitlines()} == {path.stem for path in (ROOT / "exercises").glob("*.yaml")}


def test_one_card_is_told_whole(run: Run) -> None:
    said = run("exercices", "silhouette")
    assert (said.status, said.err) == (DONE, "")
    assert said.out.startswith("La Silhouette (silhouette)\nBut : Mieux se connaître")


def test_an_exercise_that_does_not_exist_is_said_with_the_nearest(run: Run) -> None:
    said = run("exercices", "silhouete")
    assert (said.status, said.out) == (WRONG_FILE, "")
    assert said.err == "exercice inconnu « silhouete », vouliez-vous dire « silhouette » ?\n"


# --- essayer -----------------------------------------------------------------------------------------------------------------


def test_a_trial_needs_a_terminal(run: Run) -> None:
    said = run("essayer", "silhouette")
    assert (said.status, said.out) == (WRONG_USAGE, "")
    assert said.err.startswith("La console a besoin d’un terminal.")


def test_a_trial_of_an_unknown_exercise_says_the_nearest(run: Run) -> None:
    said = run("essayer", "silhouete")
    assert (said.status, said.out) == (WRONG_FILE, "")
    assert said.err == "exercice inconnu « silhouete », vouliez-vous dire « silhouette » ?\n"


# --- demo --------------------------------------------------------------------------------------------------------------------


def test_a_demonstration_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("plein", encoding="utf-8")
    said = run("demo", tmp_path / "fichier" / "jour")
    assert (said.status, said.out) == (WRONG_FILE, "")
    assert said.err.startswith("La journée d’exemple ne peut pas être écrite")


def test_a_demonstration_already_there_is_taken_up_as_it_is(run: Run, day: Path) -> None:
    said = run("demo", day)
    assert said.status == DONE
    assert said.err == f"La journée d’exemple est déjà dans « {day} » : elle est reprise telle qu’elle est.\n"
    assert kept(day) == 0


# --- Without a terminal ------------------------------------------------------------------------------------------------------


def outside(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Return what a command says in a process of its own, with pipes for a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "facilitation", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_the_demonstration_is_made_whole_without_a_terminal(tmp_path: Path) -> None:
    done = outside(tmp_path, "demo", "jour")
    assert done.returncode == DONE
    assert done.stderr.replace("\u00a0", " ") == "Journée d’exemple créée dans « jour », 270 réponses.\n"
    made = [Path(line.split("\t")[0]) for line in done.stdout.splitlines()]
    assert [path.name for path in made] == [output.file_name for format_ in OWN for output in OUTPUTS[format_]]
    assert all((tmp_path / path).stat().st_size for path in made)


def test_the_console_without_a_terminal_says_so_in_one_sentence(tmp_path: Path) -> None:
    make_example("paca-2021", tmp_path / "jour")
    done = outside(tmp_path, "animer", "jour")
    assert (done.returncode, done.stdout) == (WRONG_USAGE, "")
    assert done.stderr.count("\n") == 1


def test_a_reader_who_leaves_early_hears_no_complaint(tmp_path: Path) -> None:
    command = subprocess.Popen(
        [sys.executable, "-m", "facilitation", "exercices", "debat-mouvant"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.close()
    said = command.stderr.read()
    command.stderr.close()
    assert (command.wait(60), said) == (DONE, b"")
