//! The JSON Schema (2020-12) of the file, written from the same description that reads it.

use lisuan_core::Id;
use serde_json::{Map, Value, json};

use super::document::{FORMAT, Head, Lists, Position, SCENARIOS_MAX};
use super::form::{Chosen, Field, Form, Given, Shape};
use super::names::CASE;
use super::node::Node;
use super::problem::Fault;
use super::reading::{ENTRIES_MAX, LINES_MAX, described};
use super::records::Entry;
use super::value::{ID_CHARS_MAX, TEXT_CHARS_MAX};

/// An object's fields as they are met.
#[derive(Default)]
struct Schema {
    properties: Map<String, Value>,
    required: Vec<&'static str>,
}

impl Schema {
    fn add(&mut self, name: &str, doc: &str, mut schema: Value) {
        if let (false, Some(fields)) = (doc.is_empty(), schema.as_object_mut()) {
            fields.insert("description".to_owned(), doc.into());
        }
        self.properties.insert(name.to_owned(), schema);
    }

    /// The object; `null` is allowed for its fields where a scenario takes values away.
    fn closed(self) -> Value {
        let mut schema = json!({
            "type": "object",
            "properties": self.properties,
            "additionalProperties": false,
        });
        if !self.required.is_empty() {
            schema["required"] = json!(self.required);
        }
        schema
    }

    /// The object with every field optional or `null`: a change of a scenario.
    fn change(self) -> Value {
        let properties: Map<String, Value> = self
            .properties
            .into_iter()
            .map(|(name, schema)| (name, json!({ "oneOf": [schema, { "type": "null" }] })))
            .collect();
        json!({ "type": "object", "properties": properties, "additionalProperties": false })
    }

    fn of<T: Default>(fields: fn(&mut Self, &mut T)) -> Value {
        let mut schema = Self::default();
        fields(&mut schema, &mut T::default());
        schema.closed()
    }
}

fn of_shape(shape: Shape) -> Value {
    let named = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    match shape {
        Shape::Text => named("text"),
        Shape::YesNo => json!({ "type": "boolean" }),
        Shape::Amount => named("amount"),
        Shape::Signed => named("signed"),
        Shape::Positive => named("amount"),
        Shape::Ratio => named("ratio"),
        Shape::Date => named("date"),
        Shape::Currency => named("currency"),
        Shape::Words(words) => json!({ "enum": words }),
        Shape::Quantity => named("quantity"),
        Shape::Moment => named("moment"),
        Shape::Count => named("count"),
        Shape::Item => named("id"),
    }
}

fn definitions() -> Value {
    json!({
        "id": {
            "description": "A short id that the author chooses.",
            "type": "string", "minLength": 1, "maxLength": ID_CHARS_MAX,
        },
        "text": { "type": "string", "maxLength": TEXT_CHARS_MAX },
        "amount": {
            "description": "A decimal in quotes, not below zero, without separators.",
            "type": "string", "pattern": r"^0*[0-9]{1,18}(\.[0-9]{1,10})?$",
        },
        "signed": {
            "description": "A decimal in quotes, without separators.",
            "type": "string", "pattern": r"^-?0*[0-9]{1,18}(\.[0-9]{1,10})?$",
        },
        "ratio": {
            "description": "A ratio in quotes: 0.15 or 15%.",
            "type": "string", "pattern": r"^-?0*[0-9]{1,18}(\.[0-9]{1,10})?( *%)?$",
        },
        "moment": {
            "description": "A date and the time of day at the place.",
            "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$",
        },
        "count": {
            "description": "A whole number in quotes.",
            "type": "string", "pattern": "^[0-9]{1,9}$",
        },
        "date": { "type": "string", "format": "date" },
        "currency": {
            "description": "A currency of ISO 4217.",
            "type": "string", "pattern": "^[A-Z]{3}$",
        },
        "quantity": {
            "description": "An expression: × ÷ brackets, ² ³, π, √, %, units and remarks in it, \
                a stated result behind =, deduction lines.",
            "type": "string", "minLength": 1, "maxLength": 4_000,
        },
    })
}

impl Form for Schema {
    fn given<T>(
        &mut self,
        field: Field,
        _read: impl FnOnce(&Node) -> Result<T, Fault>,
    ) -> Given<T> {
        self.add(field.name, field.doc, of_shape(field.shape));
        if field.required {
            self.required.push(field.name);
        }
        Given::Absent
    }

    fn object<T: Default>(
        &mut self,
        name: &'static str,
        doc: &'static str,
        fields: fn(&mut Self, &mut T),
    ) -> Given<T> {
        self.add(name, doc, Self::of(fields));
        Given::Absent
    }

    fn objects<T: Default>(
        &mut self,
        name: &'static str,
        doc: &'static str,
        fields: fn(&mut Self, &mut T),
    ) -> Given<Vec<T>> {
        let list = json!({ "type": "array", "items": Self::of(fields), "maxItems": ENTRIES_MAX });
        self.add(name, doc, list);
        Given::Absent
    }

    fn switch(
        &mut self,
        name: &'static str,
        doc: &'static str,
        words: &'static [&'static str],
    ) -> Given<Chosen> {
        let mut word = vec![json!({ "enum": words })];
        if words.contains(&"true") {
            word.push(json!({ "type": "boolean" }));
        }
        let word = if word.len() == 1 { word.remove(0) } else { json!({ "oneOf": word }) };
        let with_clause = json!({
            "type": "object",
            "properties": { "value": word, "clause": of_shape(Shape::Text) },
            "required": ["value"],
            "additionalProperties": false,
        });
        self.add(name, doc, json!({ "anyOf": [word, with_clause] }));
        Given::Absent
    }

    fn record(
        &mut self,
        _list: &'static str,
        name: &'static str,
        doc: &'static str,
        _slot: &mut Option<Id>,
    ) {
        self.add(name, doc, of_shape(Shape::Item));
    }

    fn items(&mut self, name: &'static str, doc: &'static str, _slot: &mut Vec<Id>) {
        let list =
            json!({ "type": "array", "items": of_shape(Shape::Item), "maxItems": ENTRIES_MAX });
        self.add(name, doc, list);
    }

    fn wrong(&mut self, _field: Option<&'static str>, _fault: Fault) {}
}

/// Writes the lists, whole in the base and as changes in a scenario.
#[derive(Default)]
struct Writing {
    base: Schema,
    scenario: Schema,
    /// The records, by list, and the changes to them.
    definitions: Map<String, Value>,
}

impl Lists for Writing {
    fn list<T: Entry>(&mut self, _list: &mut Vec<T>) {
        let record = || {
            let mut schema = Schema::default();
            described(&mut schema, &mut None, &mut None);
            T::new(CASE).fields(&mut schema);
            schema
        };
        let mut whole = record();
        whole.add("id", "", of_shape(Shape::Item));
        whole.required.push("id");
        let mut change = record();
        change.add("add", "A record that the base has not.", json!({ "const": true }));
        let (one, changed) = (format!("{}-entry", T::LIST), format!("{}-change", T::LIST));
        self.definitions.insert(one.clone(), whole.closed());
        self.definitions.insert(changed.clone(), change.change());
        let most = if T::LIST == "lines" { LINES_MAX } else { ENTRIES_MAX };
        let entry = json!({ "$ref": format!("#/$defs/{one}") });
        let list = json!({ "type": "array", "items": entry, "maxItems": most });
        self.base.add(T::LIST, T::DOC, list);
        let change = json!({ "$ref": format!("#/$defs/{changed}") });
        let changes = json!({
            "type": "object",
            "additionalProperties": { "oneOf": [change, { "type": "null" }] },
        });
        self.scenario.add(T::LIST, "By id; null takes the record away.", changes);
    }
}

/// The schema of the file that [`crate::App::adjust_file`] reads.
pub fn adjust_file_schema() -> Value {
    let mut writing = Writing::default();
    Head::default().fields(&mut writing.base);
    Position::default().lists(&mut writing);
    Position::default().fields(&mut writing.base);
    Position::default().fields(&mut writing.scenario);
    let (mut base, mut scenario) = (writing.base, writing.scenario.change());
    scenario["properties"]["name"] = of_shape(Shape::Item);
    scenario["properties"]["note"] = of_shape(Shape::Text);
    scenario["required"] = json!(["name"]);
    let scenarios = json!({ "type": "array", "items": scenario, "maxItems": SCENARIOS_MAX });
    base.add("scenarios", "The same case under other switches or positions.", scenarios);
    let mut schema = base.closed();
    let mut defs = definitions();
    if let Some(defs) = defs.as_object_mut() {
        defs.append(&mut writing.definitions);
    }
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(format!("Lisuan adjustment input, {FORMAT}"));
    schema["$defs"] = defs;
    schema
}
