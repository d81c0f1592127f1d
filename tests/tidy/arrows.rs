//! The arrows between crates are the ones docs/architecture.md shows, and no others.

use crate::expect_none;
use crate::tree::{blocks, packages, read, table_rows};
use serde_json::Value;
use std::collections::BTreeSet;

/// From one crate to another; the flag is set when only its tests use it.
type Arrow = (String, String, bool);

/// Reads `a --> b` and, for tests alone, `a -.-> b` from a mermaid block.
fn drawn(block: &[&str]) -> BTreeSet<Arrow> {
    let mut arrows = BTreeSet::new();
    for line in block {
        for (sign, tests) in [(" --> ", false), (" -.-> ", true)] {
            if let Some((from, to)) = line.trim().split_once(sign) {
                for to in to.split('&') {
                    arrows.insert((from.trim().to_owned(), to.trim().to_owned(), tests));
                }
            }
        }
    }
    arrows
}

/// The arrows that the manifests make: dependencies on other members.
fn made(packages: &[Value]) -> BTreeSet<Arrow> {
    let members: BTreeSet<&str> = packages.iter().filter_map(|p| p["name"].as_str()).collect();
    let mut arrows = BTreeSet::new();
    for (from, to, tests) in edges(packages) {
        if members.contains(to.as_str()) && from != to {
            arrows.insert((from, to, tests));
        }
    }
    // What the crate itself uses, its tests may use without a second arrow.
    let solid: BTreeSet<_> = arrows.iter().filter(|(_, _, tests)| !tests).cloned().collect();
    arrows
        .retain(|(from, to, tests)| !tests || !solid.contains(&(from.clone(), to.clone(), false)));
    arrows
}

fn edges(packages: &[Value]) -> Vec<Arrow> {
    let mut found = Vec::new();
    for package in packages {
        let from = package["name"].as_str().expect("packages have names");
        for dependency in package["dependencies"].as_array().expect("a list") {
            let to = dependency["name"].as_str().expect("dependencies have names");
            found.push((from.to_owned(), to.to_owned(), dependency["kind"] == "dev"));
        }
    }
    found
}

/// What is drawn and not made, and what is made and not drawn.
fn differences(drawn: &BTreeSet<Arrow>, made: &BTreeSet<Arrow>) -> Vec<String> {
    let show =
        |(from, to, tests): &Arrow| format!("{from} {} {to}", if *tests { "-.->" } else { "-->" });
    let extra = made.difference(drawn).map(|arrow| format!("not drawn: {}", show(arrow)));
    let gone = drawn.difference(made).map(|arrow| format!("drawn, not made: {}", show(arrow)));
    extra.chain(gone).collect()
}

/// Crates that name a dependency which is another crate's alone, by a table of
/// `| dependency, dependency | crate, crate |`.
fn trespasses(rows: &[Vec<String>], edges: &[Arrow]) -> Vec<String> {
    let words = |cell: &str| -> Vec<String> {
        cell.split(',').map(|word| word.trim().trim_matches('`').to_owned()).collect()
    };
    let mut faults = Vec::new();
    for row in rows {
        let (names, owners) = (words(&row[0]), words(&row[1]));
        for name in &names {
            let users: Vec<_> =
                edges.iter().filter(|(_, to, tests)| to == name && !tests).collect();
            if users.is_empty() {
                faults.push(format!("{name} has a rule and nobody uses it"));
            }
            for (from, _, _) in users {
                if !owners.contains(from) {
                    faults.push(format!("{from} names {name}, which is for {}", owners.join(", ")));
                }
            }
        }
    }
    faults
}

/// The section of a document below a heading, up to the next heading of its rank.
fn section<'a>(text: &'a str, heading: &str) -> &'a str {
    let (_, rest) = text
        .split_once(&format!("\n{heading}\n"))
        .unwrap_or_else(|| panic!("there is no heading {heading:?}"));
    rest.split_once("\n## ").map_or(rest, |(section, _)| section)
}

#[test]
fn the_arrows_are_those_of_the_architecture() {
    let text = read("docs/architecture.md");
    let blocks = blocks(&text, "mermaid");
    assert_eq!(blocks.len(), 1, "docs/architecture.md shows the arrows once");
    let (drawn, made) = (drawn(&blocks[0]), made(&packages()));
    assert!(made.len() > 10, "cargo names the arrows, found {}", made.len());
    expect_none("the arrows differ from docs/architecture.md", &differences(&drawn, &made));
}

#[test]
fn each_boundary_crate_is_alone_with_its_library() {
    let text = read("docs/architecture.md");
    let rows = table_rows(section(&text, "## One crate each"));
    assert!(rows.len() > 3, "the table has rows below its head");
    expect_none("a library is named elsewhere", &trespasses(&rows[1..], &edges(&packages())));
}

#[cfg(test)]
mod small {
    use super::*;
    use serde_json::json;

    fn two() -> Vec<Value> {
        let need = |name: &str, kind: Value| json!({"name": name, "kind": kind});
        vec![
            json!({"name": "shell", "dependencies": [
                need("core", Value::Null), need("core", json!("dev")),
                need("kit", json!("dev")), need("serde", Value::Null)]}),
            json!({"name": "core", "dependencies": []}),
            json!({"name": "kit", "dependencies": [need("core", json!("build"))]}),
        ]
    }

    #[test]
    fn arrows_are_read_from_both_sides() {
        let picture = ["flowchart TD", "  shell --> core", "  kit --> core", "  shell -.-> kit"];
        assert_eq!(drawn(&picture), made(&two()));
        assert_eq!(drawn(&["a --> b & c"]), drawn(&["a --> b", "a --> c"]));
    }

    #[test]
    fn an_arrow_too_many_and_one_too_few_are_named() {
        let faults = differences(
            &drawn(&["shell --> core", "core --> kit", "shell --> kit"]),
            &made(&two()),
        );
        assert_eq!(
            faults,
            [
                "not drawn: kit --> core",
                "not drawn: shell -.-> kit",
                "drawn, not made: core --> kit",
                "drawn, not made: shell --> kit"
            ],
            "for tests only is another arrow"
        );
    }

    #[test]
    fn a_library_outside_its_crate_is_named() {
        let rule = |library: &str, owner: &str| vec![vec![library.to_owned(), owner.to_owned()]];
        assert!(trespasses(&rule("`serde`", "shell, core"), &edges(&two())).is_empty());
        assert_eq!(
            trespasses(&rule("serde", "core"), &edges(&two())),
            ["shell names serde, which is for core"]
        );
        assert_eq!(
            trespasses(&rule("gone", "core"), &edges(&two())),
            ["gone has a rule and nobody uses it"]
        );
    }

    #[test]
    fn a_section_ends_where_the_next_begins() {
        assert_eq!(section("# t\n## a\n1\n### b\n2\n## c\n3", "## a"), "1\n### b\n2");
    }
}
