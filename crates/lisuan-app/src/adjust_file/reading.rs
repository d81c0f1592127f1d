//! Takes the values of a file, field by field, and notes everything that is wrong on the way.

use std::collections::{BTreeMap, BTreeSet};

use lisuan_core::Id;

use super::document::{Lists, SCENARIOS_MAX};
use super::form::{Chosen, Field, Form, Given, Shape};
use super::names::{CASE, Names, Spot, escaped};
use super::node::{Node, Object, repeated};
use super::problem::{Code, Fault, Problems};
use super::records::Entry;
use super::value;

/// The most lines of a file.
pub(super) const LINES_MAX: usize = 100_000;
/// The most entries of any other list.
pub(super) const ENTRIES_MAX: usize = 10_000;

/// A step from an object to a value in it.
enum Part<'n> {
    Name(&'n str),
    Index(usize),
}

/// One pass through a file.
pub(super) struct Reading<'n> {
    path: Vec<Part<'n>>,
    object: &'n Object,
    /// Fields of the object that exist in the format.
    known: Vec<&'static str>,
    /// The scenario that is read; its fields change records that are complete already.
    scenario: Option<usize>,
    /// Whether the record at hand is complete already.
    patch: bool,
    pub problems: Problems,
    pub names: Names,
}

impl<'n> Reading<'n> {
    pub(super) fn new(object: &'n Object) -> Self {
        Self {
            path: Vec::new(),
            object,
            known: Vec::new(),
            scenario: None,
            patch: false,
            problems: Problems::default(),
            names: Names::default(),
        }
    }

    /// Reads the whole file.
    pub(super) fn whole(&mut self, read: impl FnOnce(&mut Self)) {
        read(self);
        self.check_fields();
    }

    /// Reads an object inside the one at hand.
    fn within<T>(
        &mut self,
        part: Part<'n>,
        object: &'n Object,
        patch: bool,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        self.path.push(part);
        let outer = (self.object, std::mem::take(&mut self.known), self.patch);
        (self.object, self.patch) = (object, patch);
        let value = read(self);
        self.check_fields();
        (self.object, self.known, self.patch) = outer;
        self.path.pop();
        value
    }

    /// Fields that do not exist, and fields that stand twice.
    fn check_fields(&mut self) {
        let object = self.object;
        let unknown = object.iter().map(|(name, _)| name.as_str());
        let unknown: Vec<&str> = unknown.filter(|name| !self.known.contains(name)).collect();
        for name in unknown {
            self.fault(&[name], Fault::new(Code::UnknownField).with("field", name));
        }
        self.check_repeated(object);
    }

    fn check_repeated(&mut self, object: &Object) {
        for name in repeated(object) {
            self.fault(&[name], Fault::new(Code::Twice).with("field", name));
        }
    }

    /// Notes that something is wrong below the object at hand.
    fn fault(&mut self, below: &[&str], fault: Fault) {
        let mut pointer = String::new();
        for part in &self.path {
            pointer.push('/');
            match part {
                Part::Name(name) => pointer.push_str(&escaped(name)),
                Part::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        for part in below {
            pointer.push('/');
            pointer.push_str(&escaped(part));
        }
        self.problems.push(fault.at(pointer));
    }

    fn value(&mut self, name: &'static str) -> Option<&'n Node> {
        self.known.push(name);
        self.object.iter().find(|(field, _)| field == name).map(|(_, node)| node)
    }

    /// A list, an object or nothing; something else is a problem.
    fn list(&mut self, name: &'static str, most: usize) -> Option<&'n Vec<Node>> {
        match self.value(name) {
            Some(Node::List(list)) if list.len() > most => {
                self.fault(&[name], Fault::new(Code::TooMany).with("limit", most));
                None
            }
            Some(Node::List(list)) => Some(list),
            None | Some(Node::Null) => None,
            Some(_) => {
                self.fault(&[name], Fault::new(Code::Kind).with("expected", "list"));
                None
            }
        }
    }

    /// An entry of a list as an object.
    fn entry(&mut self, name: &str, index: usize, node: &'n Node) -> Option<&'n Object> {
        let object = node.fields();
        if object.is_none() {
            let fault = Fault::new(Code::Kind).with("expected", "object");
            self.fault(&[name, &index.to_string()], fault);
        }
        object
    }

    /// A text that has to be there and has to be a short id or name.
    fn short(&mut self, name: &'static str) -> Option<&'n str> {
        let fault = match self.value(name) {
            None | Some(Node::Null) => Fault::new(Code::Missing).with("field", name),
            Some(Node::Text(text)) => match value::short_id(text) {
                Ok(()) => return Some(text),
                Err(fault) => fault,
            },
            Some(_) => Fault::new(Code::Kind).with("expected", "text"),
        };
        self.fault(&[name], fault);
        None
    }

    /// Reads the fields that every record has, and its own.
    fn entry_fields<T: Entry>(&mut self, entry: &mut T) {
        let mut title = self.names.of(entry.id()).and_then(|named| named.title.clone());
        let (mut note, before) = (None, title.clone());
        described(self, &mut title, &mut note);
        entry.fields(self);
        let Some(title) = title else { return };
        entry.named(&title);
        if !self.patch && Some(&title) != before.as_ref() {
            self.names.entitle(entry.id(), title);
        }
    }

    fn base_list<T: Entry>(&mut self, list: &mut Vec<T>) {
        let most = if T::LIST == "lines" { LINES_MAX } else { ENTRIES_MAX };
        let Some(nodes) = self.list(T::LIST, most) else { return };
        list.reserve(nodes.len());
        self.path.push(Part::Name(T::LIST));
        for (index, node) in nodes.iter().enumerate() {
            let Some(object) = node.fields() else {
                let fault = Fault::new(Code::Kind).with("expected", "object");
                self.fault(&[&index.to_string()], fault);
                continue;
            };
            self.within(Part::Index(index), object, false, |reading| {
                let Some(short) = reading.short("id") else {
                    // The rest is read all the same, so that all problems are told at once.
                    return reading.entry_fields(&mut T::new(CASE));
                };
                let Some(id) = reading.names.add(T::LIST, short, Spot::Base(index)) else {
                    reading.fault(&["id"], Fault::new(Code::IdTaken).with("value", short));
                    return reading.entry_fields(&mut T::new(CASE));
                };
                let mut entry = T::new(id);
                entry.named(short);
                reading.entry_fields(&mut entry);
                list.push(entry);
            });
        }
        self.path.pop();
    }

    /// Changes to a list: an object by short id; `null` takes a record away, `"add": true` adds
    /// one.
    fn changes<T: Entry>(&mut self, list: &mut Vec<T>, scenario: usize) {
        let object = match self.value(T::LIST) {
            None | Some(Node::Null) => return,
            Some(Node::Object(object)) => object,
            Some(_) => {
                return self.fault(&[T::LIST], Fault::new(Code::Kind).with("expected", "object"));
            }
        };
        self.path.push(Part::Name(T::LIST));
        self.check_repeated(object);
        let places: BTreeMap<Id, usize> =
            list.iter().enumerate().map(|(at, entry)| (entry.id(), at)).collect();
        let mut gone = BTreeSet::new();
        for (short, node) in object {
            let standing = self.names.find(T::LIST, short).and_then(|id| places.get(&id).copied());
            match (node, standing) {
                (Node::Null, Some(at)) => {
                    gone.insert(list[at].id());
                }
                (Node::Object(fields), Some(at)) => {
                    self.within(Part::Name(short), fields, true, |reading| {
                        reading.entry_fields(&mut list[at]);
                    });
                }
                (Node::Object(fields), None) if adds(fields) => {
                    list.extend(self.added(short, fields, scenario));
                }
                (Node::Null | Node::Object(_), None) => {
                    self.fault(&[short], Fault::new(Code::UnknownId).with("value", short));
                }
                _ => self.fault(&[short], Fault::new(Code::Kind).with("expected", "object")),
            }
        }
        self.path.pop();
        list.retain(|entry| !gone.contains(&entry.id()));
    }

    /// A record that a scenario adds.
    fn added<T: Entry>(
        &mut self,
        short: &'n str,
        fields: &'n Object,
        scenario: usize,
    ) -> Option<T> {
        if let Err(fault) = value::short_id(short) {
            self.fault(&[short], fault);
            return None;
        }
        let known = self.names.find(T::LIST, short);
        // Two scenarios may add a record of the same name; it is then the same record.
        let id = known.or_else(|| self.names.add(T::LIST, short, Spot::Scenario(scenario)))?;
        self.within(Part::Name(short), fields, false, |reading| {
            reading.known.push("add");
            let mut entry = T::new(id);
            entry.named(short);
            reading.entry_fields(&mut entry);
            Some(entry)
        })
    }

    /// Reads the scenarios, one after the other.
    pub(super) fn scenarios(&mut self, mut read: impl FnMut(&mut Self, String, Option<String>)) {
        let Some(nodes) = self.list("scenarios", SCENARIOS_MAX) else { return };
        let mut taken: Vec<&str> = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let Some(object) = self.entry("scenarios", index, node) else { continue };
            self.path.push(Part::Name("scenarios"));
            self.within(Part::Index(index), object, true, |reading| {
                let name = reading.short("name").unwrap_or_default();
                if !name.is_empty() && taken.contains(&name) {
                    reading.fault(&["name"], Fault::new(Code::IdTaken).with("value", name));
                }
                taken.push(name);
                let mut note = None;
                reading.text("note", "", &mut note);
                reading.scenario = Some(index);
                read(reading, name.to_owned(), note);
                reading.scenario = None;
            });
            self.path.pop();
        }
    }
}

/// Whether an object says that it is a new record.
fn adds(fields: &Object) -> bool {
    fields.iter().any(|(name, node)| name == "add" && *node == Node::Bool(true))
}

/// The fields that every record has beside its id.
pub(super) fn described<F: Form>(
    form: &mut F,
    title: &mut Option<String>,
    note: &mut Option<String>,
) {
    form.text("name", "What a person calls it.", title);
    form.text("note", "A remark; nothing is computed from it.", note);
}

impl Lists for Reading<'_> {
    fn list<T: Entry>(&mut self, list: &mut Vec<T>) {
        match self.scenario {
            None => self.base_list(list),
            Some(scenario) => self.changes(list, scenario),
        }
    }
}

impl Form for Reading<'_> {
    fn given<T>(&mut self, field: Field, read: impl FnOnce(&Node) -> Result<T, Fault>) -> Given<T> {
        let missing = || Fault::new(Code::Missing).with("field", field.name);
        let fault = match self.value(field.name) {
            None if field.required && !self.patch => missing(),
            None => return Given::Absent,
            Some(Node::Null) if field.required => missing(),
            Some(Node::Null) => return Given::Emptied,
            Some(node) => match read(node) {
                Ok(value) => return Given::Value(value),
                Err(fault) => fault,
            },
        };
        self.fault(&[field.name], fault);
        Given::Absent
    }

    fn object<T: Default>(
        &mut self,
        name: &'static str,
        _doc: &'static str,
        fields: fn(&mut Self, &mut T),
    ) -> Given<T> {
        match self.value(name) {
            None => Given::Absent,
            Some(Node::Null) => Given::Emptied,
            Some(Node::Object(object)) => {
                Given::Value(self.within(Part::Name(name), object, false, |reading| {
                    let mut value = T::default();
                    fields(reading, &mut value);
                    value
                }))
            }
            Some(_) => {
                self.fault(&[name], Fault::new(Code::Kind).with("expected", "object"));
                Given::Absent
            }
        }
    }

    fn objects<T: Default>(
        &mut self,
        name: &'static str,
        _doc: &'static str,
        fields: fn(&mut Self, &mut T),
    ) -> Given<Vec<T>> {
        if matches!(self.value(name), Some(Node::Null)) {
            return Given::Emptied;
        }
        let Some(nodes) = self.list(name, ENTRIES_MAX) else { return Given::Absent };
        let mut values = Vec::with_capacity(nodes.len());
        for (index, node) in nodes.iter().enumerate() {
            let Some(object) = self.entry(name, index, node) else { continue };
            self.path.push(Part::Name(name));
            values.push(self.within(Part::Index(index), object, false, |reading| {
                let mut value = T::default();
                fields(reading, &mut value);
                value
            }));
            self.path.pop();
        }
        Given::Value(values)
    }

    fn switch(
        &mut self,
        name: &'static str,
        doc: &'static str,
        words: &'static [&'static str],
    ) -> Given<Chosen> {
        let shape = Shape::Words(words);
        let Some(node) = self.value(name) else { return Given::Absent };
        let Node::Object(object) = node else {
            let field = Field { name, doc, shape, required: false };
            return self
                .given(field, |node| Ok(Chosen { word: value::word(node, words)?, clause: None }));
        };
        self.within(Part::Name(name), object, false, |reading| {
            let (mut word, mut clause) = ("", None);
            reading.required(("value", "", shape), &mut word, |node| value::word(node, words));
            reading.clause(&mut clause);
            if word.is_empty() { Given::Absent } else { Given::Value(Chosen { word, clause }) }
        })
    }

    fn record(
        &mut self,
        list: &'static str,
        name: &'static str,
        doc: &'static str,
        slot: &mut Option<Id>,
    ) {
        let mut short = None;
        let field = (name, doc, Shape::Item);
        let emptied = matches!(self.object.iter().find(|(n, _)| n == name), Some((_, Node::Null)));
        self.maybe(field, &mut short, value::text);
        if emptied {
            *slot = None;
        }
        let Some(short) = short else { return };
        match self.names.find(list, &short) {
            Some(id) => *slot = Some(id),
            None => self.fault(&[name], Fault::new(Code::UnknownId).with("value", short)),
        }
    }

    fn items(&mut self, name: &'static str, _doc: &'static str, slot: &mut Vec<Id>) {
        if matches!(self.value(name), Some(Node::Null)) {
            return slot.clear();
        }
        let Some(nodes) = self.list(name, ENTRIES_MAX) else { return };
        slot.clear();
        for (index, node) in nodes.iter().enumerate() {
            let found = value::text(node).and_then(|short| {
                let found = self.names.find("items", &short);
                found.ok_or_else(|| Fault::new(Code::UnknownId).with("value", short))
            });
            match found {
                Ok(id) => slot.push(id),
                Err(fault) => self.fault(&[name, &index.to_string()], fault),
            }
        }
    }

    fn wrong(&mut self, field: Option<&'static str>, fault: Fault) {
        match field {
            Some(field) => self.fault(&[field], fault),
            None => self.fault(&[], fault),
        }
    }
}
