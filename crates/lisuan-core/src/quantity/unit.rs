//! Units of measurement and the rounding that belongs to them.

use rust_decimal::Decimal;

use crate::money::{Exact, MoneyError, round};

/// The decimals of a unit that is not in the standard's list.
pub const OTHER_UNIT_PLACES: u32 = 2;

/// A quantity before and after the rounding of its unit; both are kept (rules.md 5.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundedQuantity {
    /// The exact value.
    pub exact: Exact,
    /// Rounded half-up to the places of the unit.
    pub rounded: Decimal,
    /// How many places that was.
    pub places: u32,
}

/// Rounds a quantity by its unit: t to 3 decimals, m, m², m³ and kg to 2, what is counted to whole
/// numbers (GB 50854-2013, 3.0.4), any other unit to 2.
///
/// To be called on the quantity of an item, not on each of its sub-lines.
pub fn round_for_unit(value: &Exact, unit: &str) -> Result<RoundedQuantity, MoneyError> {
    let places = places_for_unit(unit).unwrap_or(OTHER_UNIT_PLACES);
    Ok(RoundedQuantity { exact: value.clone(), rounded: round(value, places)?, places })
}

/// The decimals of a unit by GB 50854-2013, 3.0.4; nothing for a unit that is not in the list.
pub fn places_for_unit(unit: &str) -> Option<u32> {
    // The usual spellings first: a bill may have fifty thousand lines.
    match unit {
        "m" | "m2" | "m3" | "kg" | "m²" | "m³" | "㎡" | "㎥" => return Some(2),
        "t" => return Some(3),
        unit if COUNTED.contains(&unit) => return Some(0),
        _ => {}
    }
    Some(match canonical(unit).as_str() {
        "t" => 3,
        "m" | "m2" | "m3" | "kg" => 2,
        "pc" => 0,
        other if COUNTED.contains(&other) => 0,
        _ => return None,
    })
}

/// Whether two spellings mean the same unit: `㎡`, `m²`, `M2` and 平方米 do.
pub fn same_unit(left: &str, right: &str) -> bool {
    canonical(left) == canonical(right)
}

/// Units of things that are counted.
const COUNTED: &[&str] = &[
    "个", "件", "根", "组", "系统", "套", "台", "块", "片", "樘", "株", "座", "处", "只", "支",
    "把", "条", "扇", "棵", "榀", "孔", "副", "付", "盏", "节", "口", "架", "辆", "部", "张", "幅",
    "点", "项", "道", "段", "层", "边", "面", "间", "栋", "户", "次", "回路", "站", "端", "箱",
    "桶", "袋", "包", "卷", "盘", "遍", "人", "工日", "台班",
];

/// One spelling of each unit.
fn canonical(unit: &str) -> String {
    let narrow: String = unit
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '^' && *c != '.')
        .map(|c| match c {
            '²' => '2',
            '³' => '3',
            'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' => {
                char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
            }
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect();
    match narrow.as_str() {
        "吨" | "公吨" | "ton" | "tonne" | "tonnes" => "t",
        "米" | "公尺" | "延米" | "延长米" | "lm" | "metre" | "meter" => "m",
        "㎡" | "平方米" | "平米" | "平方" | "sqm" => "m2",
        "㎥" | "立方米" | "立方" | "方" | "cum" => "m3",
        "㎏" | "千克" | "公斤" => "kg",
        "pcs" | "pc" | "no" | "nos" | "nr" | "ea" | "each" | "set" | "sets" => "pc",
        other => return other.to_owned(),
    }
    .to_owned()
}

/// Whether a word in an expression is a unit and not a remark.
pub(super) fn is_known(word: &str) -> bool {
    const OTHER: &[&str] = &[
        "mm", "cm", "dm", "km", "mm2", "cm2", "dm2", "km2", "mm3", "cm3", "g", "l", "元", "万元",
        "万", "亩", "公里", "千米", "厘米", "毫米", "分米", "公顷", "ha", "天", "日", "月", "年",
        "h", "小时", "双面", "单面", "倍", "元/m", "元/m2", "元/m3", "元/t", "元/kg", "kg/m",
        "t/m3", "kg/m3", "kg/m2", "t/m", "t/m2", "侧",
    ];
    let word = canonical(word);
    places_for_unit(&word).is_some() || OTHER.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_by_the_standard_and_keeps_both_values() {
        for (value, unit, expected) in [
            ("12.3456", "t", "12.346"),
            ("30.992", "m3", "30.99"),
            ("30.995", "㎥", "31.00"),
            ("78.42", "㎡", "78.42"),
            ("17.6", "个", "18"),
            ("17.6", "pcs", "18"),
            ("1.005", "kg", "1.01"),
            ("1.005", "未知", "1.01"),
        ] {
            let exact = Exact::from_decimal(value.parse().unwrap());
            let rounded = round_for_unit(&exact, unit).unwrap();
            assert_eq!(rounded.rounded.to_string(), expected, "{value} {unit}");
            assert_eq!(rounded.exact, exact, "the exact value is kept");
        }
    }

    #[test]
    fn spellings_of_one_unit() {
        for (left, right) in [("㎡", "M2"), ("m²", "平方米"), ("Ｍ３", "m^3"), ("米", "m")]
        {
            assert!(same_unit(left, right), "{left} is {right}");
        }
        assert!(!same_unit("m2", "m3"));
    }
}
