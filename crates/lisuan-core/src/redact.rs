//! Taking personal data out of a case before a copy of it is made for someone who must not see
//! everything: numbers of identity papers and passports, telephones, bank cards, e-mail addresses, names in chat
//! programs, number plates, positions. What is taken out is replaced in the data, so that nothing lies below anything.
//!
//! Names stay: a report without names proves nothing. Faces and plates on photos are hidden by the
//! marks of [`crate::marks`]; nothing here looks into pictures.

use crate::Id;
use crate::change::{ALIVE, Kind, Record, Shape, State};

/// What stands in place of what was taken out.
pub const TAKEN_OUT: &str = "［已遮蔽］";

/// A redacted state, and where something was taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// The standing records without personal data; records that were deleted are gone.
    pub state: State,
    /// The fields that were changed.
    pub changed: Vec<(Kind, Id, &'static str)>,
}

/// Fields that are dropped whole.
const DROPPED: &[(Kind, &str)] = &[
    (Kind::Photo, "latitude"),
    (Kind::Photo, "longitude"),
    (Kind::Photo, "altitude"),
    (Kind::Photo, "direction"),
    (Kind::Photo, "serial"),
    (Kind::Person, "phone"),
    (Kind::Payment, "bank"),
    (Kind::Payment, "account"),
    (Kind::CameraClock, "serial"),
    (Kind::DamagePlace, "latitude"),
    (Kind::DamagePlace, "longitude"),
    (Kind::Case, "site_latitude"),
    (Kind::Case, "site_longitude"),
];

/// Fields whose long numbers are the field's own and no person's.
const NUMBERS: &[&str] =
    &["claim_no", "policy_no", "report_no", "licence_no", "number", "boq_code", "code"];

/// Takes personal data out of a state.
pub fn redacted(state: &State) -> Redacted {
    let mut out = Redacted { state: State::default(), changed: Vec::new() };
    for (kind, id, record) in state.iter().filter(|(_, _, record)| record.is_alive()) {
        let mut kept = Record::default();
        for (name, value) in &record.fields {
            if DROPPED.contains(&(kind, *name)) {
                out.changed.push((kind, id, *name));
                continue;
            }
            let words = kind.field(name).is_some_and(|field| matches!(field.shape, Shape::Text(_)));
            let open = *name != ALIVE && words && !NUMBERS.contains(name);
            let text = if open { text(value) } else { value.clone() };
            if text != *value {
                out.changed.push((kind, id, *name));
            }
            kept.fields.insert(*name, text);
        }
        out.state.insert(kind, id, kept);
    }
    out
}

/// A text with every personal number replaced.
pub fn text(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        match found(&chars, at) {
            Some(end) => {
                out.push_str(TAKEN_OUT);
                at = end;
            }
            None => {
                out.push(chars[at]);
                at += 1;
            }
        }
    }
    out
}

/// Where something personal that begins at `at` ends.
fn found(chars: &[char], at: usize) -> Option<usize> {
    plate(chars, at)
        .or_else(|| email(chars, at))
        .or_else(|| position(chars, at))
        .or_else(|| paper(chars, at))
        .or_else(|| chat(chars, at))
        .or_else(|| number(chars, at))
}

/// Passports (E12345678, EA1234567) and permits for Hong Kong, Macao and Taiwan (C12345678,
/// H1234567890): one or two letters and seven to ten digits, nothing beside them.
fn paper(chars: &[char], at: usize) -> Option<usize> {
    const FIRST: &str = "EGDSPCWHMKTL";
    if at.checked_sub(1).is_some_and(|i| narrow(chars[i]).is_ascii_alphanumeric()) {
        return None;
    }
    let first = narrow(*chars.get(at)?).to_ascii_uppercase();
    FIRST.contains(first).then_some(())?;
    let letters =
        1 + usize::from(chars.get(at + 1).is_some_and(|c| narrow(*c).is_ascii_alphabetic()));
    let rest = chars.get(at + letters..)?;
    let digits = rest.iter().take_while(|c| digit(**c).is_some()).count();
    let apart = rest.get(digits).is_none_or(|c| !narrow(*c).is_ascii_alphanumeric());
    (apart && (7..=10).contains(&digits)).then_some(at + letters + digits)
}

/// What someone is called in a chat program, after the name of the program.
fn chat(chars: &[char], at: usize) -> Option<usize> {
    const PROGRAMS: [&str; 5] = ["微信", "wechat", "weixin", "qq", "whatsapp"];
    let name = |c: char| narrow(c).is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let before = &chars[at.saturating_sub(16)..at];
    let before: String = before.iter().map(|c| narrow(*c).to_ascii_lowercase()).collect();
    let before = before.trim_end_matches([' ', ':', '号', '是', '为']);
    let program = PROGRAMS.iter().any(|program| before.ends_with(program));
    // A name that goes on from the word is another word: 微信群, QQmail.
    let glued = at.checked_sub(1).is_some_and(|i| name(chars[i]));
    let count = chars[at..].iter().take_while(|c| name(**c)).count();
    (program && !glued && (5..=30).contains(&count)).then_some(at + count)
}

/// ASCII for the digits and letters of full width.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

fn digit(c: char) -> Option<u32> {
    narrow(c).to_digit(10)
}

/// A character that may stand between the groups of one number.
fn joins(c: char) -> bool {
    matches!(c, ' ' | '-' | '－' | '\u{a0}' | '—')
}

/// Numbers of identity papers, telephones and bank accounts, also in groups.
fn number(chars: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|i| narrow(chars[i]));
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') {
        return None;
    }
    let mut digits = Vec::new();
    let mut grouped = false;
    let mut end = at;
    if narrow(*chars.get(at)?) == '+' {
        end += 1;
    }
    digit(*chars.get(end)?)?;
    let mut i = end;
    while let Some(c) = chars.get(i) {
        if let Some(d) = digit(*c) {
            digits.push(d);
            end = i + 1;
            i += 1;
        } else if joins(*c) && chars.get(i + 1).is_some_and(|next| digit(*next).is_some()) {
            i += 1;
            grouped = true;
        } else {
            break;
        }
    }
    // The check digit of an identity number may be an X.
    let x = chars.get(end).is_some_and(|c| matches!(narrow(*c), 'X' | 'x'));
    if x && digits.len() == 17 && is_birth_date(&digits[6..14]) {
        return Some(end + 1);
    }
    // The decimals of an amount are no telephone.
    let more = chars.get(end).map(|c| narrow(*c));
    if more == Some('.') && chars.get(end + 1).is_some_and(|c| digit(*c).is_some()) {
        return None;
    }
    let plus = narrow(chars[at]) == '+';
    let named = is_named(chars, at);
    let personal = match digits.len() {
        11 if digits[0] == 1 && digits[1] >= 3 => true,
        // A landline is written with its area apart; without, it could be a code of a bill.
        10..=12 => (digits[0] == 0 && grouped) || plus || named,
        13 => plus || (digits[..2] == [8, 6] && digits[2] == 1) || named,
        15 => is_birth_date(&[&[1, 9], &digits[6..12]].concat()) || luhn(&digits) || named,
        18 => is_birth_date(&digits[6..14]) || luhn(&digits) || named,
        14 | 16 | 17 | 19 => luhn(&digits) || named,
        7..=9 | 20..=30 => named,
        _ => false,
    };
    personal.then_some(end)
}

/// Words before a number that say whose it is.
fn is_named(chars: &[char], at: usize) -> bool {
    const WORDS: &[&str] = &[
        "账号",
        "帐号",
        "账户",
        "帐户",
        "卡号",
        "银行卡",
        "身份证",
        "证件号",
        "电话",
        "手机",
        "联系方式",
        "传真",
        "account",
        "card",
        "iban",
        "phone",
        "tel",
        "mobile",
        "fax",
        "passport",
        "护照",
    ];
    let from = at.saturating_sub(14);
    let before: String = chars[from..at].iter().map(|c| narrow(*c).to_ascii_lowercase()).collect();
    WORDS.iter().any(|word| before.contains(word))
}

fn is_birth_date(digits: &[u32]) -> bool {
    let number = |part: &[u32]| part.iter().fold(0, |sum, d| sum * 10 + d);
    let (Some(year), Some(month), Some(day)) =
        (digits.get(..4), digits.get(4..6), digits.get(6..8))
    else {
        return false;
    };
    (1900..=2100).contains(&number(year))
        && (1..=12).contains(&number(month))
        && (1..=31).contains(&number(day))
}

/// The check digit of bank cards (ISO/IEC 7812).
fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(n, d)| match n % 2 {
            0 => *d,
            _ if d * 2 > 9 => d * 2 - 9,
            _ => d * 2,
        })
        .sum();
    sum.is_multiple_of(10) && digits.iter().any(|d| *d != 0)
}

/// A number plate: province, letter, five or six letters and digits.
fn plate(chars: &[char], at: usize) -> Option<usize> {
    const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";
    if !PROVINCES.contains(*chars.get(at)?) || !narrow(*chars.get(at + 1)?).is_ascii_uppercase() {
        return None;
    }
    let mut end = at + 2;
    if chars.get(end).is_some_and(|c| matches!(c, '·' | '•' | '-' | ' ' | '.')) {
        end += 1;
    }
    let part = |c: &&char| {
        let c = narrow(**c);
        c.is_ascii_digit() || c.is_ascii_uppercase() || "警学港澳挂".contains(c)
    };
    let length = chars[end..].iter().take(7).take_while(part).count();
    let digits = chars[end..end + length].iter().filter(|c| digit(**c).is_some()).count();
    ((5..=6).contains(&length) && digits >= 2).then_some(end + length)
}

fn email(chars: &[char], at: usize) -> Option<usize> {
    let part = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    if at > 0 && part(&chars[at - 1]) {
        return None;
    }
    let name = chars[at..].iter().take(64).take_while(|c| part(c)).count();
    if name == 0 || narrow(*chars.get(at + name)?) != '@' {
        return None;
    }
    let host = &chars[at + name + 1..];
    let length = host.iter().take(255).take_while(|c| part(c)).count();
    host[..length].contains(&'.').then_some(at + name + 1 + length)
}

/// A latitude or longitude in degrees: named by its direction, with four or more decimals.
fn position(chars: &[char], at: usize) -> Option<usize> {
    const DECIMALS_MIN: usize = 4;
    digit(chars[at])?;
    let before = at.checked_sub(1).map(|i| chars[i]);
    if before.is_some_and(|c| digit(c).is_some() || c == '.') {
        return None;
    }
    let whole = chars[at..].iter().take_while(|c| digit(**c).is_some()).count();
    if whole > 3 || narrow(*chars.get(at + whole)?) != '.' {
        return None;
    }
    let from = at + whole + 1;
    let decimals = chars[from..].iter().take_while(|c| digit(**c).is_some()).count();
    let end = from + decimals;
    let direction = |c: char| matches!(narrow(c), 'N' | 'S' | 'E' | 'W' | '纬' | '经');
    let near = chars[at.saturating_sub(3)..at].iter().any(|c| direction(*c));
    let after = chars.get(end).is_some_and(|c| *c == '°' || direction(*c));
    (decimals >= DECIMALS_MIN && (near || after)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_in_chat_programs_are_taken_out_and_the_programs_stay() {
        for case in ["微信liuwei_1985", "微信号：liuwei_1985", "WeChat: liuwei-1985", "QQ 12345"]
        {
            let said = text(case);
            assert!(said.contains(TAKEN_OUT) && !said.contains("85"), "{case} → {said}");
        }
        for case in ["微信群里说过", "见微信截图 A-0001", "qqmail 服务", "微信 P-1"]
        {
            assert_eq!(text(case), case, "nobody's name");
        }
    }

    #[test]
    fn personal_numbers_are_taken_out() {
        let cases = [
            "身份证 11010519491231002X",
            "440524188001010014",
            "手机13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "１３８００１３８０００",
            "+86 13800138000",
            "0755-26888888",
            "卡号 6222021234567890123",
            "4111 1111 1111 1111",
            "账号：1234567890",
            "zhang.san@example.com",
            "粤B·12345",
            "粤BD12345",
            "京A12345警",
            "北纬 22.543096",
            "N22.543096",
            "113.998877E",
            "护照E12345678",
            "护照号：EA1234567",
            "通行证 C12345678",
        ];
        for case in cases {
            let said = text(case);
            assert!(said.contains(TAKEN_OUT), "{case} → {said}");
            let digits = said.chars().filter(|c| digit(*c).is_some()).count();
            assert!(digits <= 1, "{case} → {said}");
        }
    }

    #[test]
    fn figures_of_the_case_stay() {
        let cases = [
            "K172+331.5～K172+400",
            "12.50×3.20×0.40×2",
            "报损 12,345,678.90 元",
            "报损 12345678.90 元",
            "2023-10-08 至 2024-10-08",
            "2023-10-08 15:20:31",
            "清单编码 040101001001",
            "GB 50500-2013",
            "钢筋 HRB400 Φ25 共 1286 根",
            "合同号 JT-2021-0457",
            "100 A / 500 V",
        ];
        for case in cases {
            assert_eq!(text(case), case, "nothing personal in it");
        }
    }

    #[test]
    fn what_is_dropped_exists() {
        for (kind, field) in DROPPED {
            assert!(kind.field(field).is_some(), "{kind:?} has no {field}");
        }
        let positions = Kind::ALL.iter().flat_map(|kind| {
            let named =
                |name: &&'static str| name.contains("latitude") || name.contains("longitude");
            kind.fields().iter().map(|field| field.name).filter(named).map(|name| (*kind, name))
        });
        for position in positions {
            assert!(DROPPED.contains(&position), "{position:?} is a position");
        }
    }

    #[test]
    fn numbers_of_the_case_and_positions() {
        let mut state = State::default();
        let id = Id::from_bytes([1; 16]);
        let fields =
            [("claim_no", "440524188001010014"), ("insured", "某公司 13800138000"), (ALIVE, "1")];
        let record = |fields: &[(&'static str, &str)]| Record {
            fields: fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        };
        state.insert(Kind::Case, id, record(&fields));
        let photo = Id::from_bytes([2; 16]);
        state.insert(Kind::Photo, photo, record(&[(ALIVE, "1"), ("latitude", "22.543096")]));
        let gone = Id::from_bytes([3; 16]);
        state.insert(Kind::Note, gone, record(&[(ALIVE, "0"), ("text", "13800138000")]));
        let redacted = redacted(&state);
        let head = redacted.state.get(Kind::Case, id).unwrap();
        assert_eq!(head.get("claim_no"), Some("440524188001010014"), "a number of the case");
        assert_eq!(head.get("insured"), Some("某公司 ［已遮蔽］"), "a telephone in a name");
        let photo = redacted.state.get(Kind::Photo, photo).unwrap();
        assert_eq!(photo.get("latitude"), None, "no position");
        assert!(redacted.state.get(Kind::Note, gone).is_none(), "nothing deleted goes along");
        assert_eq!(redacted.changed.len(), 2, "what was changed is told");
    }

    proptest! {
        #[test]
        fn nothing_is_left_to_take_out(words in "[0-9X 京粤A-F@.+-]{0,60}") {
            let once = text(&words);
            prop_assert_eq!(text(&once), once);
        }

        #[test]
        fn a_mobile_never_survives(before in "[一-龥，。]{0,8}", rest in "[0-9]{9}", after in "[一-龥]{0,8}") {
            let number = format!("13{rest}");
            let said = text(&format!("{before}{number}{after}"));
            prop_assert!(!said.contains(&number));
        }
    }
}
