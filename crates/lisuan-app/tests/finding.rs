//! Finding a text in a case of the size that a season of work brings.
#![allow(clippy::unwrap_used, reason = "a broken test stops where it stands")]

use std::collections::BTreeMap;

use lisuan_app::wire::Edit;
use lisuan_app::{App, Home};

fn add(kind: &str, list: &[(&str, String)]) -> Edit {
    let fields: BTreeMap<String, String> =
        list.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect();
    Edit::Add { kind: kind.to_owned(), fields, name: None }
}

#[test]
fn two_characters_are_found_among_thousands_of_records() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Home::under(folder.path()));
    app.new_case(&folder.path().join("case.lisuan"), &BTreeMap::new()).unwrap();
    let lines = (0..2_000).map(|n| {
        let item =
            if n % 500 == 7 { "边坡防护".to_owned() } else { format!("墙体砌筑 {n}") };
        add("loss_line", &[("item", item), ("location", format!("K172+{n:03} 左侧"))])
    });
    let notes = (0..5_000).map(|n| {
        let text = format!("第 {n} 处：现场可见结构开裂，长约 {n} 米，施工单位、监理在场确认。");
        add("note", &[("text", text), ("place", format!("轴线 {n}/Ｂ"))])
    });
    let person =
        add("person", &[("name", "王建国".to_owned()), ("organisation", "边坡队".to_owned())]);
    let edits: Vec<Edit> = lines.chain(notes).chain([person]).collect();
    app.edit("paste", "", &edits).unwrap();

    let started = std::time::Instant::now();
    let found = app.find("边坡").unwrap();
    println!("{} µs for a Chinese word", started.elapsed().as_micros());
    let groups: Vec<(&str, u64)> =
        found.groups.iter().map(|group| (group.kind.as_str(), group.total)).collect();
    assert_eq!(groups, [("loss_line", 4), ("person", 1)], "by kind, with how many");
    assert_eq!(found.total, 5);

    let started = std::time::Instant::now();
    let wide = app.find("轴线 12/b").unwrap();
    println!("{} µs for letters that are folded", started.elapsed().as_micros());
    assert_eq!(wide.total, 1, "full width and capitals aside");
    assert_eq!(wide.groups[0].hits[0].hit, "轴线 12/Ｂ", "shown as it was written");

    let many = app.find("监理").unwrap();
    assert_eq!(many.total, 5_000, "all are counted");
    assert!(many.groups[0].hits.len() <= 20, "and a screenful is sent");
    assert_eq!(app.find("  ").unwrap().total, 0, "nothing is found nowhere");
}
