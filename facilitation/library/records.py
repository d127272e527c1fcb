"""Records: the keys a file may hold, each with its kind and the sentence that explains it."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.library.entry import Entry, keys_of
from facilitation.library.kinds import Kind, Schema, Word
from facilitation.library.nodes import Node, Pairs, Scalar
from facilitation.library.report import Report, bare
from facilitation.typography import folded


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record, in French, with the sentence that explains it in an editor."""

    key: str
    kind: Kind
    help: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Keys and their values. ``title`` says what it is (« colonne »)."""

    title: str
    fields: tuple[Field, ...]

    def read(self, node: Node, name: str, report: Report) -> Entry | None:
        """Return the entry, with every key that can be read."""
        if not isinstance(node, Pairs):
            wanted = ", ".join(f.key for f in self.fields if f.required) or self.fields[0].key
            report.add(node, f"{{}} : des clés sont attendues ici ({wanted})", name)
            return None
        known = {field.key: field for field in self.fields}
        entry = Entry(node)
        meant: set[str | None] = set()
        for key, key_node, value in keys_of(node, report):
            if report.full:
                break
            if key not in known:
                meant.add(report.unknown(key_node, "clé inconnue", key, known))
            else:
                self._fill(entry, known[key], key_node, value, report)
        self._require(entry, meant, report)
        return entry

    def _fill(self, entry: Entry, field: Field, key_node: Scalar, value: Node, report: Report) -> None:
        entry.keys[field.key] = key_node
        if isinstance(value, Scalar) and value.is_null:
            if isinstance(field.kind, Word) and field.kind.blank and value.plain and not value.text:
                report.add(key_node, field.kind.blank)
            return
        entry.nodes[field.key] = value
        read = field.kind.read(value, field.key, report)
        if read is not None:
            entry.values[field.key] = read

    def _require(self, entry: Entry, meant: set[str | None], report: Report) -> None:
        for wanted in self.fields:
            value = entry.values.get(wanted.key)
            if not wanted.required or value:
                continue
            entry.is_complete = False
            if wanted.key in meant:
                continue  # its misspelling is already reported
            if wanted.key not in entry.keys:
                report.add(entry.place, f"il manque la clé {{}} ({bare(wanted.help)})", wanted.key)
            elif wanted.key not in entry.nodes or value == ():
                report.add(entry.keys[wanted.key], f"la clé {{}} est vide ({bare(wanted.help)})", wanted.key)

    def schema(self, definitions: Schema) -> Schema:
        """Return a reference to the record's own definition."""
        name = folded(self.title).replace(" ", "-")
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = self.body(definitions)
        return {"$ref": f"#/$defs/{name}"}

    def body(self, definitions: Schema) -> Schema:
        """Return the definition itself."""
        properties = {
            field.key: {**_or_nothing(field.kind.schema(definitions), required=field.required), "description": field.help}
            for field in self.fields
        }
        required = [field.key for field in self.fields if field.required]
        shape: Schema = {"title": self.title, "type": "object", "properties": properties, "additionalProperties": False}
        return shape | ({"required": required} if required else {})


def _or_nothing(schema: Schema, *, required: bool) -> Schema:
    """Return the schema of a key that may be left empty, unless it is required."""
    if required:
        return schema
    match schema:
        case {"type": list(types)}:
            return {**schema, "type": [*types, "null"]}
        case {"type": str(name)}:
            return {**schema, "type": [name, "null"]}
        case {"enum": list(words)}:
            return {"enum": [*words, None]}
        case {"anyOf": list(forms)}:
            return {"anyOf": [*forms, {"type": "null"}]}
        case _:
            return {"anyOf": [schema, {"type": "null"}]}
