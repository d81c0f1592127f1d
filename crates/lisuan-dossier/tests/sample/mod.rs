//! A case to compose, its words out of the catalogues, and the fonts that ship.
#![allow(dead_code, reason = "each test file uses a part")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use lisuan_core::Id;
use lisuan_core::assessment::Assessment;
use lisuan_core::case::{Case, ReportKind};
use lisuan_core::change::{ALIVE, Kind, Record, State};
use lisuan_dossier::font::Fonts;
use lisuan_dossier::page::{Attachment, Content, Relation};
use lisuan_dossier::{DossierInput, Letterhead, PhotoPicture, Report, TakenIn, Words};

fn read(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets").join(path);
    std::fs::read(&path).unwrap_or_else(|e| panic!("reading {}: {e}", path.display()))
}

/// Regular, as a file.
pub static REGULAR: LazyLock<Vec<u8>> = LazyLock::new(|| read("fonts/NotoSansSC-Regular.ttf"));
/// Bold, as a file.
pub static BOLD: LazyLock<Vec<u8>> = LazyLock::new(|| read("fonts/NotoSansSC-Bold.ttf"));
/// What the other two lack, as a file.
pub static FALLBACK: LazyLock<Vec<u8>> = LazyLock::new(|| read("fonts/DejaVuSans.ttf"));

/// The fonts, to measure with.
pub fn fonts() -> Fonts<'static> {
    Fonts::new(&REGULAR, &BOLD, &FALLBACK).expect("the fonts that ship can be read")
}

/// The words of one language. A missing key of this crate's own catalogue is a failure.
pub struct Catalogue(FluentBundle<FluentResource>);

impl Catalogue {
    pub fn of(language: &str) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap()]);
        bundle.set_use_isolating(false);
        for name in [
            "capture",
            "checks",
            "field",
            "finding",
            "handover",
            "merge",
            "life",
            "documents",
            "dossier",
            "measure",
            "report",
            "site",
            "survey",
            "wording",
        ] {
            let text = read(&format!("locales/{language}/{name}.ftl"));
            let text = String::from_utf8(text).expect("catalogues are UTF-8");
            let resource = match FluentResource::try_new(text) {
                Ok(resource) => resource,
                Err((_, problems)) => panic!("{language}/{name}.ftl: {problems:?}"),
            };
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }
}

impl Words for Catalogue {
    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let Some(pattern) = self.0.get_message(key).and_then(|message| message.value()) else {
            assert!(!key.starts_with("dossier-"), "the catalogue lacks {key}");
            return key.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, *value);
        }
        let mut problems = Vec::new();
        let said = self.0.format_pattern(pattern, Some(&values), &mut problems).into_owned();
        // Words of other catalogues are tested where their arguments are made.
        assert!(problems.is_empty() || !key.starts_with("dossier-"), "{key}: {problems:?}");
        said
    }
}

/// A key that is the same every time.
pub fn id(number: u32) -> Id {
    let mut bytes = [0; 16];
    bytes[12..].copy_from_slice(&number.to_be_bytes());
    Id::from_bytes(bytes)
}

/// A case being put together.
#[derive(Default)]
pub struct Builder {
    state: State,
    next: u32,
}

impl Builder {
    /// Adds a record with these fields.
    pub fn add(&mut self, kind: Kind, fields: &[(&'static str, &str)]) -> Id {
        self.next += 1;
        let id = id(self.next);
        let mut record = Record::default();
        record.fields.insert(ALIVE, "1".to_owned());
        for (name, value) in fields {
            record.fields.insert(name, (*value).to_owned());
        }
        self.state.insert(kind, id, record);
        id
    }

    /// The case as it stands.
    pub fn case(&self) -> Case {
        Case::from_state(&self.state).unwrap_or_else(|e| panic!("{e}"))
    }
}

/// The head of the power-plant case and one insured item.
pub fn power_plant() -> (Builder, Id) {
    let mut builder = Builder::default();
    builder.add(Kind::Case, &[
        ("claim_no", "EAR-SEED-01"),
        ("insured", "某电力开发有限公司"),
        ("insurer", "某财产保险股份有限公司"),
        ("firm", "某某保险公估有限公司"),
        ("policy_no", "EAR/2002/0810-77"),
        ("policy_from", "2002-08-21"),
        ("policy_to", "2003-08-20"),
        ("line_of_business", "ear"),
        ("loss_date", "2003-08-09"),
        ("loss_place", "柴油发电厂主厂房 A–C 轴、机组段 K0+120 至 K0+184"),
        ("handover_date", "2003-04-05"),
        ("cause", "直流控制回路 100 A / 500 V 快速熔断器熔断，馈线开关处于分闸位置；运行人员未能及时发现控制电源丧失。"),
        ("course", "2003 年 8 月 9 日机组运行中，全站厂用电消失，两台机组停机。辅助电源丧失后油泵、水泵停转，机组失去润滑和冷却而继续惰转，轴瓦烧损、活塞咬死、连杆螺栓拉断。\n\n警方未发现人为破坏迹象，根本原因未能确定。"),
        ("liability", "保险期间内发生；移交条款存在两种解释，见查勘笔录。"),
        ("role", "broker"),
        ("currency", "CNY"),
        ("zone", "+08:00"),
    ]);
    let item = builder.add(
        Kind::PolicyItem,
        &[
            ("name", "柴油发电机组（两台）"),
            ("sum_insured", "20000000"),
            ("insurable_value", "25000000"),
            ("salvage", "350000"),
            ("clause", "明细表第 1 项"),
        ],
    );
    (builder, item)
}

/// A small case with one of everything.
pub fn small() -> (Case, Vec<PhotoPicture>) {
    let (mut builder, item) = power_plant();
    for (code, value) in [("deductible.rule", "fixed"), ("deductible.fixed", "50000")] {
        builder.add(Kind::Term, &[("code", code), ("value", value), ("clause", "特别约定 3")]);
    }
    let section = builder.add(
        Kind::PolicySection,
        &[("name", "一号机组"), ("period_from", "2002-08-21"), ("period_to", "2003-08-20")],
    );
    builder.add(
        Kind::PolicyLimit,
        &[
            ("name", "机组限额"),
            ("kind", "group"),
            ("section", &section.to_string()),
            ("amount", "90000000.50"),
            ("clause", "特别约定 5"),
        ],
    );
    builder.add(
        Kind::PolicyClause,
        &[("number", "第六条"), ("kind", "exclusion"), ("text", "设计错误引起的损失。")],
    );
    builder.add(Kind::Note, &[
        ("at", "2003-08-10T09:30:00+08:00"),
        ("kind", "survey"),
        ("place", "1 号机组"),
        ("text", "现场可见 1 号机组曲轴箱开裂，连杆伸出（见照片 A-0001）。油位计读数为零；操作日志 08:41 记录“控制电源故障”。"),
    ]);
    builder.add(
        Kind::Note,
        &[
            ("at", "2003-08-11T14:05:00+08:00"),
            ("kind", "contact"),
            ("text", "三方电话会议：被保险人、经纪人、保险人。约定对熔断器封存送检。"),
        ],
    );
    let measured = builder.add(
        Kind::Measurement,
        &[
            ("item", "基础混凝土拆除"),
            ("boq_code", "010401003001"),
            ("location", "1 号机座"),
            ("expression", "12.50×3.20×0.40×2"),
            ("unit", "m3"),
        ],
    );
    builder.add(
        Kind::Measurement,
        &[
            ("item", "电缆更换"),
            ("location", "电缆沟 K0+120～K0+184"),
            ("expression", "64×3"),
            ("unit", "m"),
            ("stated_quantity", "190"),
        ],
    );
    let price = builder.add(
        Kind::Price,
        &[
            ("item", "混凝土拆除"),
            ("unit", "m3"),
            ("amount", "486.35"),
            ("basis", "contract-boq"),
            ("source", "合同清单 010401003001"),
            ("dated", "2003-07-01"),
        ],
    );
    let key = item.to_string();
    let line = builder.add(
        Kind::Line,
        &[
            ("item", "机组设备修复"),
            ("location", "1、2 号机组"),
            ("policy_item", &key),
            ("claimed_amount", "12000000"),
            ("assessed_amount", "11650000"),
            ("remark", "含备件、检验、关税"),
        ],
    );
    builder.add(
        Kind::Line,
        &[
            ("item", "基础混凝土拆除"),
            ("location", "1 号机座"),
            ("policy_item", &key),
            ("measurement", &measured.to_string()),
            ("price", &price.to_string()),
            ("claimed_quantity", "36"),
            ("claimed_price", "520"),
        ],
    );
    let photo =
        |number: &'static str, name: &'static str, extra: &[(&'static str, &'static str)]| {
            let mut fields = vec![
                ("number", number),
                ("content", "0b6e8f6bd6f3e9fd66d4c7a8f9b1f8f6f0c1a1b2c3d4e5f60718293a4b5c6d7e"),
                ("file_name", name),
                ("format", "jpeg"),
                ("bytes", "1914693"),
                ("width_px", "4160"),
                ("height_px", "3120"),
                ("orientation", "1"),
            ];
            fields.extend(extra);
            fields
        };
    let first = builder.add(
        Kind::Photo,
        &photo(
            "A-0001",
            "IMG_0412.JPG",
            &[
                ("taken_at", "2003-08-10T09:41:12"),
                ("taken_offset", "+08:00"),
                ("caption", "1 号机组曲轴箱开裂，连杆伸出"),
                ("place", "A 轴"),
                ("view", "close-up"),
                ("latitude", "31.230416"),
                ("longitude", "121.473701"),
                ("camera", "Canon PowerShot A2500"),
            ],
        ),
    );
    builder.add(
        Kind::Photo,
        &photo(
            "A-0002",
            "IMG_0413.JPG",
            &[("taken_at", "2003-08-10T09:44:50"), ("caption", "主厂房全景"), ("view", "overview")],
        ),
    );
    builder.add(Kind::Photo, &photo("A-0003", "IMG_0414.HEIC", &[]));
    builder.add(Kind::LinePhoto, &[("line", &line.to_string()), ("photo", &first.to_string())]);
    builder.add(
        Kind::Recovery,
        &[
            ("from_whom", "制造商"),
            ("amount", "8000000"),
            ("received_on", "2003-11-02"),
            ("ground", "维护期内设计缺陷责任"),
        ],
    );
    builder.add(
        Kind::Settlement,
        &[
            ("kind", "compromise"),
            ("amount", "2000000"),
            ("agreed_on", "2004-02-18"),
            ("reason", "移交条款解释存在争议，双方和解。"),
        ],
    );
    let case = builder.case();
    let picture = |n: usize, pixels, orientation, original| PhotoPicture {
        photo: case.photos[n].id,
        key: format!("{n:064x}"),
        pixels,
        orientation,
        original,
    };
    let pictures = vec![picture(0, (4160, 3120), 1, true), picture(1, (3264, 2448), 6, false)];
    (case, pictures)
}

/// A case with many loss lines, quantities, photos and a long note.
pub fn large(lines: usize, photos: usize, note: &str) -> Case {
    let (mut builder, item) = power_plant();
    builder.add(Kind::Note, &[("at", "2003-08-10T09:30:00+08:00"), ("text", note)]);
    let item = item.to_string();
    for n in 0..lines {
        let name = format!("损失项目第{n}号：钢筋混凝土挡墙修复");
        let fields = [("expression", "12.50×3.20×0.40×2"), ("unit", "m3"), ("item", &name)];
        let measured = builder.add(Kind::Measurement, &fields).to_string();
        builder.add(
            Kind::Line,
            &[
                ("item", &name),
                ("location", "K12+300～K12+340"),
                ("policy_item", &item),
                ("measurement", &measured),
                ("assessed_amount", "1234.56"),
                ("claimed_amount", "2345.67"),
            ],
        );
    }
    for n in 0..photos {
        let number = format!("A-{n:04}");
        builder.add(Kind::Photo, &[("number", &number), ("caption", "挡墙裂缝"), ("bytes", "1")]);
    }
    builder.case()
}

/// A picture for each photo of a case.
pub fn pictures_of(case: &Case) -> Vec<PhotoPicture> {
    let picture = |(n, photo): (usize, &lisuan_core::case::Photo)| PhotoPicture {
        photo: photo.id,
        key: format!("{n:064x}"),
        pixels: (4160, 3120),
        orientation: 1,
        original: true,
    };
    case.photos.iter().enumerate().map(picture).collect()
}

/// Everything else that a dossier is made from.
pub fn input<'a>(
    case: &'a Case,
    assessment: &'a Assessment,
    photos: &'a [PhotoPicture],
    language: &'a str,
    attachments: &'a [Attachment],
) -> DossierInput<'a> {
    DossierInput {
        case,
        assessment,
        photos,
        documents: &[],
        language,
        altered: &NONE,
        taken_in: &NOBODY,
        report: &FINAL,
        letterhead: &LETTERHEAD,
        author: "王公估",
        exported_at: "2026-01-31T09:05:00+08:00",
        program: "Lisuan 0.1.0",
        certificate: "5f1d7e6cbb1b9e2f90a1c5d2e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9",
        issuer: None,
        attachments,
    }
}

/// Nobody is known to have taken anything in.
pub static NOBODY: BTreeMap<Id, TakenIn> = BTreeMap::new();
/// No photo's original was altered.
pub static NONE: BTreeSet<Id> = BTreeSet::new();
/// The final report, as most tests make it.
pub static FINAL: LazyLock<Report> = LazyLock::new(|| Report::new(ReportKind::Final));
/// A firm without a logo.
pub static LETTERHEAD: LazyLock<Letterhead> = LazyLock::new(|| Letterhead {
    firm: "某某保险公估有限公司".to_owned(),
    address: "某省某市建设路 1 号".to_owned(),
    contact: "电话 0000-1234567".to_owned(),
    licence_no: "GG-0001".to_owned(),
    logo: None,
});

/// The case data as an attachment.
pub fn attachment() -> Attachment {
    Attachment {
        name: "case.json".to_owned(),
        description: "案卷数据".to_owned(),
        media_type: "application/json".to_owned(),
        relation: Relation::Source,
        content: Content::Bytes(b"{}".as_slice().into()),
    }
}
