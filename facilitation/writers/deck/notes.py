"""What the speaker reads under a slide: who said what it shows, and the script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from facilitation.synthesis import UNKNOWN_GROUP, Item, Step, Table
from facilitation.typography import NBSP
from facilitation.writers import wording

NOT_KNOWN = "Les réponses ne disent pas de quel groupe elles viennent."
_ENOUGH = 40  # signs that tell one long idea from another

Voices = Mapping[str, str]


def voices(items: Iterable[Item]) -> Voices:
    """Return, for each text, who said it: « idée (groupe) »; nothing when not one group or organisation is known."""
    together: dict[str, Item] = {}
    for item in items:
        before = together.get(item.text)
        together[item.text] = Item(item.text, before.said + item.said) if before else item
    said = [voice for item in together.values() for voice in item.said]
    if all(voice.group in {"", UNKNOWN_GROUP} and not voice.author for voice in said):
        return {}
    known = {text: wording.origin(item) for text, item in together.items()}
    for text, voice in list(known.items()):
        known.setdefault(text[:_ENOUGH], voice)  # one cut over two slides is found by its first signs
    return known


def voices_of(table: Table) -> Voices:
    """Return who said each idea of a table."""
    return voices(item for line in table.lines for slot in line.slots for item in slot.items)


def told(texts: Iterable[str], known: Voices) -> str:
    """Return who said what a slide shows, a line an idea; one sentence when nobody knows."""
    shown = list(dict.fromkeys(texts))
    if not known:
        return NOT_KNOWN if shown else ""
    return "\n".join(dict.fromkeys(filter(None, (known.get(text) or known.get(text[:_ENOUGH]) for text in shown))))


def script(steps: Sequence[Step]) -> str:
    """Return the script: « Consigne (5 min) : ce que dit l’animateur ou l’animatrice », a line a step."""
    return "\n".join(map(_step, steps))


def _step(step: Step) -> str:
    title = f"{step.title} ({wording.duration(step.seconds)})" if step.seconds else step.title
    return f"{title}{NBSP}: {step.say}" if step.say else wording.ended(title)
