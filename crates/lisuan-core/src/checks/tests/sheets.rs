use super::{Draft, id, key};
use crate::assessment::{Assessment, SheetContent};
use crate::change::Kind::{Measurement, MeasurementSheet, Person, Photo, Signature};
use crate::clocks::Calendar;

const NONE: [&str; 0] = [];

fn sheet() -> Draft {
    Draft::default()
        .with(MeasurementSheet, 1, &[("number", "C-1"), ("place", "K12+300")])
        .with(
            Measurement,
            2,
            &[("sheet", &key(1)), ("item", "护坡"), ("expression", "3×2"), ("unit", "m2")],
        )
        .with(Person, 3, &[("name", "张三"), ("party", "insured")])
        .with(Person, 4, &[("name", "李四"), ("party", "adjuster")])
}

fn digest(draft: &Draft) -> String {
    let case = draft.case();
    let assessment = Assessment::of(&case, &Calendar::default());
    SheetContent::of(&case, &assessment.measured, id(1)).unwrap().digest()
}

/// As the first form has it, without who signs: such signatures still verify.
fn signed(draft: Draft, n: u8, person: u8, content: &str) -> Draft {
    let fields = [("sheet", key(1)), ("person", key(person)), ("content", content.to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(f, v)| (*f, v.as_str())).collect();
    draft.with(Signature, n, &fields)
}

#[test]
fn a_sheet_is_signed_by_both_sides() {
    assert_eq!(sheet().found("QTY-14"), ["1 W none"], "nobody signed");
    let content = digest(&sheet());
    let one = signed(sheet(), 10, 3, &content);
    assert_eq!(one.found("QTY-14"), ["1 W one"], "one side alone");
    let both = signed(signed(sheet(), 10, 3, &content), 11, 4, &content);
    assert_eq!(both.found("QTY-14"), NONE, "insured and adjuster");
    assert_eq!(both.found("QTY-21"), NONE, "both cover what stands there");
    let paper = sheet().with(Photo, 5, &[("number", "A-1")]).with(
        MeasurementSheet,
        1,
        &[("photo", &key(5))],
    );
    assert_eq!(paper.found("QTY-14"), NONE, "signed on paper");
    let empty = Draft::default().with(MeasurementSheet, 1, &[("number", "C-1")]);
    assert_eq!(empty.found("QTY-14"), NONE, "nothing to sign yet");
}

#[test]
fn a_change_uncovers_the_signature() {
    let content = digest(&sheet());
    let cover = |draft: Draft| signed(draft, 10, 3, &content).found("QTY-21");
    assert_eq!(cover(sheet()), NONE, "as it was signed");
    let reworded = sheet().with(Measurement, 2, &[("remark", "另加")]);
    assert_eq!(cover(reworded), ["10 W"], "a remark was added");
    let moved = sheet().with(MeasurementSheet, 1, &[("weather", "雨")]);
    assert_eq!(cover(moved), ["10 W"], "the head changed");
    let deduction = sheet().with(
        Measurement,
        6,
        &[("expression", "1"), ("deducts_from", &key(2)), ("remark", "洞口")],
    );
    assert_eq!(cover(deduction), ["10 W"], "deducted from elsewhere, it comes to less");
    let paper = sheet().with(Photo, 5, &[("number", "A-1")]).with(
        MeasurementSheet,
        1,
        &[("photo", &key(5))],
    );
    assert_eq!(cover(paper), NONE, "the photo of the signed paper comes afterwards");
}

#[test]
fn the_name_of_the_signer_is_part_of_what_is_signed() {
    let case = sheet().case();
    let assessment = Assessment::of(&case, &Calendar::default());
    let content = SheetContent::of(&case, &assessment.measured, id(1)).unwrap();
    let digest = content.digest_by(&case.persons[0]);
    let cover = |draft: Draft| signed(draft, 10, 3, &digest).found("QTY-21");
    assert_eq!(cover(sheet()), NONE, "as it was signed");
    let renamed = sheet().with(Person, 3, &[("name", "张四")]);
    assert_eq!(cover(renamed), ["10 W"], "another name under the same strokes");
    let phone = sheet().with(Person, 3, &[("phone", "027-1234")]);
    assert_eq!(cover(phone), NONE, "a telephone number is not signed");
    let other = signed(sheet(), 10, 4, &digest).found("QTY-21");
    assert_eq!(other, ["10 W"], "put under another person");
}

#[test]
fn the_canonical_form() {
    let draft = sheet().with(Measurement, 2, &[("remark", "一\n二\\")]);
    let case = draft.case();
    let assessment = Assessment::of(&case, &Calendar::default());
    let content = SheetContent::of(&case, &assessment.measured, id(1)).unwrap();
    insta::assert_snapshot!(content.canonical_by(&case.persons[0]), @r"
    form=lisuan-measurement-sheet/2
    sheet.number=C-1
    sheet.place=K12+300
    statement=仅对受损事实和数量确认，不构成保险责任及赔付金额的承诺
    row=1
    item=护坡
    expression=3×2
    unit=m2
    remark=一\n二\\
    result=6.00
    counted=6.00
    signer.name=张三
    signer.party=insured
    ");
    assert_eq!(content.digest().len(), 64, "SHA-256 in hexadecimal digits");
}
