//! Every direct dependency has its line in docs/dependencies.md, and no line is left over.

use crate::expect_none;
use crate::tree::{packages, read, table_rows};
use serde_json::Value;
use std::collections::BTreeSet;

/// Dependencies of the crates that are not members themselves.
fn of_crates(packages: &[Value]) -> BTreeSet<String> {
    let members: BTreeSet<&str> = packages.iter().filter_map(|p| p["name"].as_str()).collect();
    let lists = packages.iter().filter_map(|package| package["dependencies"].as_array());
    let names = lists.flatten().filter_map(|dependency| dependency["name"].as_str());
    names.filter(|name| !members.contains(name)).map(str::to_owned).collect()
}

/// Dependencies of the page, for its build and tests too.
fn of_page(package: &Value) -> BTreeSet<String> {
    let lists =
        ["dependencies", "devDependencies"].iter().filter_map(|key| package[key].as_object());
    lists.flat_map(|list| list.keys().cloned()).collect()
}

/// The names in the first cells, each in backticks; a row may have several.
fn explained(document: &str) -> BTreeSet<String> {
    let rows = table_rows(document);
    let firsts = rows.iter().filter_map(|row| row.first());
    firsts.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

fn differences(used: &BTreeSet<String>, explained: &BTreeSet<String>) -> Vec<String> {
    let silent = used.difference(explained).map(|name| format!("{name} has no line"));
    let gone = explained.difference(used).map(|name| format!("{name} has a line and no use"));
    silent.chain(gone).collect()
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let mut used = of_crates(&packages());
    assert!(used.contains("rusqlite"), "cargo names the dependencies");
    let package: Value = serde_json::from_str(&read("ui/package.json")).expect("it is JSON");
    used.extend(of_page(&package));
    let explained = explained(&read("docs/dependencies.md"));
    expect_none("docs/dependencies.md", &differences(&used, &explained));
}

#[cfg(test)]
mod small {
    use super::*;
    use serde_json::json;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn dependencies_are_gathered_from_both_manifests() {
        let packages = [
            json!({"name": "a", "dependencies": [{"name": "b"}, {"name": "serde", "kind": "dev"}]}),
            json!({"name": "b", "dependencies": []}),
        ];
        assert_eq!(of_crates(&packages), set(&["serde"]), "members are no dependencies");
        let page = json!({"dependencies": {"x": "1"}, "devDependencies": {"@y/z": "2"}});
        assert_eq!(of_page(&page), set(&["x", "@y/z"]));
        let document = "| Name | Why |\n|---|---|\n| `serde`, `x` | because of `q` |\n";
        assert_eq!(explained(document), set(&["serde", "x"]), "only the first cells name them");
    }

    #[test]
    fn a_silent_and_a_forgotten_dependency_are_named() {
        assert!(differences(&set(&["a"]), &set(&["a"])).is_empty());
        assert_eq!(
            differences(&set(&["a", "new"]), &set(&["a", "old"])),
            ["new has no line", "old has a line and no use"]
        );
    }
}
