//! Rules about what stands in which source: no floats in the core, one door to the program.

use crate::expect_none;
use crate::tree::{File, files, paths, top};

/// What ships inside the program stays this small, in bytes.
const ASSETS_BYTES_MAX: u64 = 45_000_000;

/// Lines that name a binary floating-point type; a part of a longer word does not count.
fn floats(file: &File) -> Vec<String> {
    lines_with(file, |line| {
        let mut words = line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        // `1.5f64` and `0_f32` are literals of that type.
        words.any(|word| {
            let number = |rest: &str| rest.chars().all(|c| c.is_ascii_digit() || c == '_');
            ["f32", "f64"].iter().any(|kind| word.strip_suffix(kind).is_some_and(number))
        })
    })
}

/// Lines outside `ui/src/backend` that import from `@tauri-apps`.
fn doors(file: &File) -> Vec<String> {
    if file.path.starts_with("ui/src/backend/") {
        return Vec::new();
    }
    lines_with(file, |line| line.contains("@tauri-apps/"))
}

/// Lines with an absolute path that exists on one machine only.
fn machine_paths(file: &File) -> Vec<String> {
    // Written in pieces, so that this file does not hold what it looks for.
    let folders = ["work", "farm", "home", "Users", "root", "mnt"].map(|name| format!("/{name}/"));
    lines_with(file, |line| {
        let unix = folders.iter().any(|folder| {
            line.match_indices(folder.as_str()).any(|(at, _)| {
                // After a letter, a dot or a closing bracket it is the middle of a relative path
                // or of an address.
                let before = line[..at].chars().next_back();
                !before.is_some_and(|c| c.is_alphanumeric() || "._-~)]}*/>".contains(c))
            })
        });
        unix || line.contains(concat!("C:", "\\Users"))
    })
}

/// Registries in a lock file that are not the public ones everyone has.
fn registries(lock: &File, sign: &str, public: &str) -> Vec<String> {
    lines_with(lock, |line| {
        line.trim().strip_prefix(sign).is_some_and(|address| !address.starts_with(public))
    })
}

fn lines_with(file: &File, wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = file.text.lines().enumerate().filter(|(_, line)| wrong(line));
    lines.map(|(at, line)| format!("{}:{}: {}", file.path, at + 1, line.trim())).collect()
}

/// Lines in what judges a seal that name what seals.
fn shared_ways(file: &File) -> Vec<String> {
    let writers = ["beside", "key", "room", "sign", "stamp"];
    lines_with(file, |line| {
        writers.iter().any(|writer| {
            [format!("crate::{writer}::"), format!("crate::{writer};")]
                .iter()
                .any(|named| line.contains(named.as_str()))
        }) || line.contains("crate::{")
    })
}

#[test]
fn judging_a_seal_shares_no_way_with_sealing() {
    let judging = files("crates/lisuan-seal/src/verify");
    assert!(judging.len() >= 10, "the verifier moved elsewhere");
    expect_none(
        "the verifier names what seals",
        &judging.iter().flat_map(shared_ways).collect::<Vec<_>>(),
    );
    let line = |text: &str| File::new("x.rs", text);
    assert_eq!(shared_ways(&line("use crate::room::hex;")).len(), 1, "it would be found");
    assert_eq!(shared_ways(&line("use crate::error::ReadError;")).len(), 0);
}

#[test]
fn no_float_touches_the_core() {
    let faults: Vec<String> = files("crates/lisuan-core/src").iter().flat_map(floats).collect();
    expect_none("floats in lisuan-core", &faults);
}

#[test]
fn the_page_reaches_the_program_through_one_folder() {
    let sources = files("ui/src");
    assert!(
        sources.iter().any(|file| file.text.contains("@tauri-apps/")),
        "the backend does import it, or this test looks for the wrong thing"
    );
    expect_none(
        "@tauri-apps outside ui/src/backend",
        &sources.iter().flat_map(doors).collect::<Vec<_>>(),
    );
}

#[test]
fn no_path_of_one_machine_is_written_down() {
    expect_none(
        "paths of one machine",
        &files("").iter().flat_map(machine_paths).collect::<Vec<_>>(),
    );
}

#[test]
fn packages_come_from_the_public_registries() {
    let lock = |path: &str| File::new(path, &crate::tree::read(path));
    let mut faults = registries(
        &lock("Cargo.lock"),
        "source = \"",
        "registry+https://github.com/rust-lang/crates.io-index\"",
    );
    faults.extend(registries(
        &lock("ui/package-lock.json"),
        "\"resolved\": \"",
        "https://registry.npmjs.org/",
    ));
    expect_none("packages from elsewhere", &faults);
}

#[test]
fn the_assets_stay_small() {
    let size = |path: &String| top().join(path).metadata().expect("an asset has a size").len();
    let bytes: u64 = paths("assets").iter().map(size).sum();
    assert!(bytes > 0, "there are assets");
    assert!(bytes <= ASSETS_BYTES_MAX, "assets/ holds {bytes} bytes, more than {ASSETS_BYTES_MAX}");
}

#[cfg(test)]
mod small {
    use super::*;

    #[test]
    fn floats_are_found_as_types_and_as_literals() {
        let found = |text: &str| floats(&File::new("a.rs", text)).len();
        for text in ["let a: f64 = b;", "x as f32", "Vec<f64>", "1.5f64", "2_f32", "f64::from(1)"] {
            assert_eq!(found(text), 1, "{text}");
        }
        for text in ["buf64", "f640", "of32", "u64", "a.f_64"] {
            assert_eq!(found(text), 0, "{text}");
        }
        assert_eq!(floats(&File::new("a.rs", "x\ny: f64\n")), ["a.rs:2: y: f64"]);
    }

    #[test]
    fn the_adapter_alone_may_import_the_shell() {
        let import = "import { invoke } from '@tauri-apps/api/core';\n";
        assert!(doors(&File::new("ui/src/backend/program.ts", import)).is_empty());
        assert_eq!(doors(&File::new("ui/src/app/App.svelte", import)).len(), 1);
        assert_eq!(doors(&File::new("ui/src/backend.ts", import)).len(), 1, "a file beside it");
    }

    #[test]
    fn machine_paths_are_told_from_relative_ones() {
        let found = |text: &str| machine_paths(&File::new("a.md", text)).len();
        let path = |folder: &str| format!("/{folder}/x");
        for text in [
            path("work"),
            format!("see `{}`", path("home")),
            format!("\"{}\"", path("Users")),
            format!("a={}", path("farm")),
            ["C:", "\\Users\\x"].concat(),
        ] {
            assert_eq!(found(&text), 1, "{text}");
        }
        for text in ["ui/src/Users/x", "https://a.example/home/x", "../../root/x", "{top}/mnt/x"] {
            assert_eq!(found(text), 0, "{text}");
        }
    }

    #[test]
    fn a_private_registry_is_named() {
        let lock = |address: &str| File::new("Cargo.lock", &format!("source = \"{address}\"\n"));
        let check = |address: &str| registries(&lock(address), "source = \"", "https://public/");
        assert!(check("https://public/x").is_empty());
        assert_eq!(check("https://private/x").len(), 1);
    }
}
