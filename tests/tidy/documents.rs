//! The documents agree with the tree: the README's map and commands, the links, the licences.

use crate::expect_none;
use crate::tree::{File, blocks, files, packages, read, top};
use std::collections::BTreeSet;
use std::path::Path;

/// The folders of the members, relative to the top.
fn member_folders() -> BTreeSet<String> {
    let top = top();
    let mut folders = BTreeSet::new();
    for package in packages() {
        let manifest = package["manifest_path"].as_str().expect("a manifest has a path").to_owned();
        let folder = Path::new(&manifest).parent().expect("it stands in a folder");
        let folder = folder.strip_prefix(&top).expect("members stand below the top");
        folders.insert(folder.to_string_lossy().replace('\\', "/"));
    }
    folders
}

/// The paths of a drawn tree: names at the start of a line, two spaces deeper in each folder,
/// and from two spaces after the name a remark.
fn mapped(block: &[&str]) -> Vec<String> {
    let mut above: Vec<(usize, &str)> = Vec::new();
    let mut paths = Vec::new();
    for line in block.iter().filter(|line| !line.trim().is_empty()) {
        let depth = line.len() - line.trim_start().len();
        let name = line.trim().split("  ").next().unwrap_or_default().trim_end_matches('/');
        above.retain(|(other, _)| *other < depth);
        let folders = above.iter().map(|(_, folder)| *folder);
        paths.push(folders.chain([name]).collect::<Vec<_>>().join("/"));
        above.push((depth, name));
    }
    paths
}

/// What is on the map and not there, and members that are not on the map.
fn map_faults(
    map: &[String],
    members: &BTreeSet<String>,
    exists: impl Fn(&str) -> bool,
) -> Vec<String> {
    let gone = map.iter().filter(|path| !exists(path)).map(|path| format!("{path} does not exist"));
    let silent = members.iter().filter(|member| !map.contains(member));
    gone.chain(silent.map(|member| format!("{member} is not on the map"))).collect()
}

/// Targets of a document's links and pictures that are files of the project.
fn links(file: &File) -> Vec<String> {
    let targets = file.text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets
        .filter(|target| !target.contains("://") && !target.starts_with('#'))
        .map(|target| target.split('#').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn the_map_of_the_readme_shows_what_is_there() {
    let text = read("README.md");
    let blocks = blocks(&text, "text");
    let map = blocks.iter().find(|block| block.iter().any(|line| line.starts_with("crates/")));
    let map = mapped(map.expect("the README has a map of the tree"));
    let faults = map_faults(&map, &member_folders(), |path| top().join(path).exists());
    expect_none("the map of the tree in README.md", &faults);
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut faults = Vec::new();
    let mut count = 0;
    for file in files("").iter().filter(|file| file.is(&[".md"])) {
        let full = top().join(&file.path);
        let folder = full.parent().expect("a file stands in a folder");
        for target in links(file) {
            count += 1;
            if !folder.join(&target).exists() {
                faults.push(format!("{}: {target}", file.path));
            }
        }
    }
    assert!(count > 5, "the documents have links, found {count}");
    expect_none("links that lead nowhere", &faults);
}

#[test]
fn the_two_commands_are_the_ones_that_are_tested() {
    let readme = read("README.md");
    for command in ["cargo xtask run", "cargo xtask test"] {
        assert!(readme.contains(command), "the README names `{command}`");
    }
    let ci = read(".ci/run");
    let commands: Vec<&str> = ci
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with(['#']))
        .filter(|line| !line.starts_with("set ") && !line.starts_with("cd "))
        .collect();
    assert_eq!(commands, ["cargo xtask test"], ".ci/run calls the README's command and no other");
}

#[test]
fn every_crate_has_the_licence_of_the_project() {
    for package in packages() {
        assert_eq!(package["license"], "MIT OR Apache-2.0", "{}", package["name"]);
    }
    assert!(read("LICENSE-MIT").starts_with("MIT License"), "the text is there");
    assert!(read("LICENSE-APACHE").contains("Version 2.0, January 2004"), "the text is there");
}

#[cfg(test)]
mod small {
    use super::*;

    #[test]
    fn a_map_is_read_with_its_folders() {
        let block =
            ["crates/", "  a       first", "    deep  more", "  b", "", "ui/   page  and so on"];
        assert_eq!(mapped(&block), ["crates", "crates/a", "crates/a/deep", "crates/b", "ui"]);
    }

    #[test]
    fn what_is_gone_and_what_is_silent_are_named() {
        let map = ["crates/a".to_owned(), "crates/old".to_owned()];
        let members = ["crates/a", "crates/new"].map(str::to_owned).into();
        assert_eq!(
            map_faults(&map, &members, |path| path != "crates/old"),
            ["crates/old does not exist", "crates/new is not on the map"]
        );
    }

    #[test]
    fn links_to_files_are_told_from_addresses() {
        let text = "[a](b.md#c) ![d](e.png) [f](https://g.example) [h](#i)";
        assert_eq!(links(&File::new("x.md", text)), ["b.md", "e.png"]);
    }
}
