//! Bills that differ from each other in what bills differ in.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

use lisuan_boq::{Choices, Field, Format, Import, Role, Scope, SheetChoice, SubtotalKind, read};
use rust_xlsxwriter::{Formula, Workbook};

fn csv(text: &str) -> Import {
    read(text.as_bytes(), "bill.csv", &Choices::default()).expect("it reads")
}

fn kinds(import: &Import) -> Vec<(&str, Option<u32>)> {
    let all = import.sheets.iter().flat_map(|sheet| &sheet.warnings);
    all.map(|warning| (warning.kind, warning.row)).collect()
}

#[test]
fn a_highway_bill_with_relative_codes_and_whole_yuan() {
    let import = csv("清单 第200章 路基,,,,,\n\
        子目号,子目名称,单位,数量,单价,合价\n\
        202,场地清理,,,,\n\
        202-1,清理与掘除,,,,\n\
        -a,清理现场,m2,1234.5,1.63,2012\n\
        -b,砍伐树木,棵,31,28.4,880\n\
        203-1,路基挖方,,,,\n\
        -a,挖土方,m3,10021.7,9.87,98914\n\
        清单 第200章合计 人民币,,,,,101806\n");
    let sheet = &import.sheets[0];
    let codes: Vec<_> = sheet.items.iter().map(|item| item.code.clone().unwrap()).collect();
    assert_eq!(codes, ["202-1-a", "202-1-b", "203-1-a"], "completed by the heading above");
    assert_eq!(sheet.items[0].section, ["场地清理", "清理与掘除"], "202-1 belongs to 202");
    assert_eq!(sheet.items[2].section, ["场地清理", "路基挖方"], "by the order of the bill");
    assert_eq!(import.amount_step.to_string(), "1", "amounts are whole yuan");
    assert_eq!(
        kinds(&import),
        [],
        "each amount is its product in whole yuan, and the sum is right"
    );
    assert_eq!(sheet.subtotals[0].kind, SubtotalKind::Sheet);
}

#[test]
fn an_english_bill_with_letters_for_codes() {
    let import = csv("Bill No. 2 - Drainage,,,,,\n\
        Item,Description,Unit,Qty,Rate,Amount (USD)\n\
        ,Excavation,,,,\n\
        A,\"Excavate trench\nnot exceeding 2 m\",m3,\"1,200\",4.50,\"5,400.00\"\n\
        B,Pipe DN300,m,300,22.75,6825.00\n\
        ,Carried to collection,,,,\n\
        Page Total,,,,,\"12,225.00\"\n\
        ,Manholes,,,,\n\
        A,Manhole type 1,nr,4,850,3400\n\
        TOTAL,,,,,\"15,625.00\"\n");
    let sheet = &import.sheets[0];
    assert_eq!(sheet.items.len(), 3, "{sheet:#?}");
    assert_eq!(sheet.items[0].name.as_deref(), Some("Excavate trench not exceeding 2 m"));
    assert_eq!(sheet.items[2].section, ["Manholes"]);
    let sums: Vec<_> =
        sheet.subtotals.iter().map(|sum| (sum.kind, sum.difference.unwrap().to_string())).collect();
    assert_eq!(sums, [(SubtotalKind::Page, "0".to_owned()), (SubtotalKind::Sheet, "0".to_owned())]);
    assert!(!kinds(&import).iter().any(|(kind, _)| *kind == "duplicate_code"), "letters repeat");
}

#[test]
fn a_header_of_three_rows_without_merged_cells_and_column_numbers() {
    let import = csv("序号,项目,项目名称,单位,工程量,金额（元）,,\n\
        ,编码,,,,综合,合价,其中\n\
        ,,,,,单价,,暂估价\n\
        1,2,3,4,5,6,7,8\n\
        1,040101001001,挖土方,m3,2,3,6,\n");
    let sheet = &import.sheets[0];
    let layout = sheet.layout.as_ref().unwrap();
    assert_eq!(layout.header_rows, (1, 3));
    for (field, column) in
        [(Field::Code, 1), (Field::UnitPrice, 5), (Field::Amount, 6), (Field::Provisional, 7)]
    {
        assert_eq!(layout.column(field), Some(column), "{field:?}");
    }
    assert_eq!(sheet.items.len(), 1, "the numbers of the columns are no item");
    assert!(sheet.skipped.iter().any(|skipped| skipped.reason == "column_numbers"));
}

#[test]
fn sums_of_nested_sections_and_titles_with_an_amount() {
    let import = csv("编码,名称,单位,工程量,单价,合价\n\
        ,一、道路,,,,\n\
        ,（一）土方,,,,30\n\
        1,挖,m3,1,10,10\n\
        2,填,m3,1,20,20\n\
        ,（二）基层,,,,\n\
        3,碎石,m3,1,5,5\n\
        小计,,,,,5\n\
        道路小计,,,,,35\n\
        ,二、桥梁,,,,\n\
        4,桩,m,1,7,7\n\
        小计,,,,,8\n\
        合计,,,,,42\n");
    let sheet = &import.sheets[0];
    let sums: Vec<_> = sheet
        .subtotals
        .iter()
        .map(|sum| {
            (sum.row, sum.kind.as_str(), sum.scope.clone(), sum.difference.unwrap().to_string())
        })
        .collect();
    let row = |row, kind, from, to, difference: &str| {
        (row, kind, Scope::Rows(from, to), difference.to_owned())
    };
    assert_eq!(
        sums,
        [
            row(3, "section", 4, 5, "0"),
            row(8, "section", 7, 7, "0"),
            row(9, "section", 4, 7, "0"),
            row(12, "section", 11, 11, "1"),
            row(13, "sheet", 4, 11, "0"),
        ]
    );
    assert_eq!(kinds(&import), [("subtotal_unreconciled", Some(12))]);
}

#[test]
fn lump_sums_taxes_and_other_sheets() {
    let mut book = Workbook::new();
    let measures = book.add_worksheet().set_name("总价措施项目").unwrap();
    for (column, text) in
        ["序号", "项目编码", "项目名称", "计算基础", "费率(%)", "金额(元)"].iter().enumerate()
    {
        measures.write(1, column as u16, *text).unwrap();
    }
    measures.write(0, 0, "总价措施项目清单与计价表").unwrap();
    measures.write(2, 0, 1).unwrap();
    measures.write(2, 1, "011707001001").unwrap();
    measures.write(2, 2, "安全文明施工费").unwrap();
    measures.write(2, 4, 2.5).unwrap();
    measures.write(2, 5, 12_345.67).unwrap();
    measures.write(3, 0, "合计").unwrap();
    measures.write(3, 5, 12_345.67).unwrap();
    let import = read(&book.save_to_buffer().unwrap(), "m.xlsx", &Choices::default()).unwrap();
    let sheet = &import.sheets[0];
    assert_eq!((sheet.role, sheet.items.len()), (Role::Items, 1), "{sheet:#?}");
    assert_eq!(sheet.items[0].amount.unwrap().to_string(), "12345.67");
    assert_eq!(kinds(&import), [], "a lump sum needs no price, and the sum is right");
}

#[test]
fn a_second_table_with_other_columns_on_the_same_sheet() {
    let import = csv("项目编码,项目名称,单位,工程量,综合单价,合价\n\
        040101001001,挖土,m3,2,3,6\n\
        合计,,,,,6\n\
        措施项目清单与计价表,,,,,\n\
        项目名称,项目编码,单位,综合单价,工程量,合价\n\
        围堰,040901001001,项,50,1,50\n\
        合计,,,,,50\n");
    let sheet = &import.sheets[0];
    assert_eq!(sheet.items[1].code.as_deref(), Some("040901001001"));
    assert_eq!(sheet.items[1].unit_price.unwrap().to_string(), "50");
    assert!(kinds(&import).contains(&("columns_change", Some(5))), "{:?}", kinds(&import));
    let differences: Vec<_> = sheet.subtotals.iter().map(|sum| sum.difference.unwrap()).collect();
    assert!(differences.iter().all(|difference| difference.is_zero()), "{:?}", sheet.subtotals);
}

/// A sheet with a usual header and these rows, its cells as texts.
fn book(rows: &[[&str; 6]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("清单").unwrap();
    let header = ["项目编码", "项目名称", "单位", "工程量", "综合单价", "合价"];
    for (row, cells) in std::iter::once(&header).chain(rows).enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write(row as u32, column as u16, *text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn what_the_importer_chose_can_be_chosen_otherwise() {
    let bytes = book(&[
        ["40101001001", "挖土", "m3", "（2）", "3", "-6"],
        ["040101001002", "填", "m3", "/", "3", "/"],
    ]);
    let first = read(&bytes, "b.xlsx", &Choices::default()).unwrap();
    let item = &first.sheets[0].items[0];
    assert_eq!(
        (item.code.as_deref(), item.quantity.unwrap().to_string().as_str()),
        (Some("040101001001"), "-2")
    );
    let counted = |what| {
        first.choices.iter().find(|choice| choice.what == what).and_then(|choice| choice.count)
    };
    assert_eq!(counted("restore-leading-zero"), Some(1));
    assert_eq!(counted("placeholders-are-zero"), Some(2));
    let mut choices = Choices {
        restore_leading_zero: false,
        brackets_are_negative: false,
        placeholders_are_zero: false,
        ..Choices::default()
    };
    let other = read(&bytes, "b.xlsx", &choices).unwrap();
    let items = &other.sheets[0].items;
    assert_eq!(
        (items[0].code.as_deref(), items[0].quantity, items[1].amount),
        (Some("40101001001"), None, None)
    );
    let sheet = SheetChoice { include: Some(false), ..SheetChoice::default() };
    choices.sheets.insert("清单".to_owned(), sheet);
    let left = read(&bytes, "b.xlsx", &choices).unwrap();
    assert_eq!(left.sheets[0].role, Role::LeftOut);
}

#[test]
fn columns_of_a_template_are_remembered_by_its_fingerprint() {
    let bytes = book(&[["1", "挖土", "m3", "2", "3", "6"]]);
    let first = read(&bytes, "b.xlsx", &Choices::default()).unwrap();
    let print = first.sheets[0].layout.as_ref().unwrap().fingerprint();
    let swapped = [(Field::Quantity, 4), (Field::UnitPrice, 3)].into_iter().collect();
    let choices =
        Choices { remembered: [(print, swapped)].into_iter().collect(), ..Choices::default() };
    let other = book(&[["7", "回填", "t", "5", "4", "20"]]);
    let again = read(&other, "c.xlsx", &choices).unwrap();
    assert_eq!(
        again.sheets[0].items[0].quantity.unwrap().to_string(),
        "4",
        "columns as remembered"
    );
    let how = again.choices.iter().filter(|choice| choice.how == "remembered").count();
    assert_eq!(how, 2, "that is said");
}

#[test]
fn a_header_and_columns_by_choice_where_none_is_recognised() {
    let text = "aaa,bbb,ccc,ddd\n挖土,m3,2,3\n";
    let none = csv(text);
    assert_eq!(none.items().count(), 0, "nothing is guessed");
    let columns = [(Field::Name, 0), (Field::Unit, 1), (Field::Quantity, 2), (Field::UnitPrice, 3)];
    let columns = columns.map(|(field, column)| (field, Some(column))).into_iter().collect();
    let sheet = SheetChoice { include: None, header_rows: Some((1, 1)), columns };
    let choices =
        Choices { sheets: [(String::new(), sheet)].into_iter().collect(), ..Choices::default() };
    let import = read(text.as_bytes(), "x.csv", &choices).unwrap();
    assert_eq!(import.sheets[0].items[0].unit_price.unwrap().to_string(), "3");
}

#[test]
fn failed_formulas_and_cells_far_out() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, text) in ["编码", "名称", "单位", "工程量", "单价", "合价"].iter().enumerate()
    {
        sheet.write(0, column as u16, *text).unwrap();
    }
    sheet.write(1, 1, "挖土").unwrap();
    sheet.write(1, 2, "m3").unwrap();
    sheet.write(1, 3, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(1, 4, 3.5).unwrap();
    sheet.write(1_048_575, 16_383, "far").unwrap();
    let import = read(&book.save_to_buffer().unwrap(), "f.xlsx", &Choices::default()).unwrap();
    assert_eq!(import.format, Format::Xlsx);
    let item = &import.sheets[0].items[0];
    assert_eq!((item.quantity, item.amount), (None, None), "an error is no figure");
    assert!(
        kinds(&import).iter().any(|(kind, _)| *kind == "columns_beyond"),
        "what is left out is said"
    );
}
