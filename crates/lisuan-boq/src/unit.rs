//! One spelling for each unit.

use crate::narrow::tight;

/// The spelling of a unit that can be compared: `m3` for m³, ㎥, Ｍ３ and 立方米. Units that are not
/// known stay as typed, in narrow characters.
pub(crate) fn normal(typed: &str) -> String {
    let text: String = tight(typed)
        .chars()
        .map(|c| match c {
            '²' => '2',
            '³' => '3',
            other => other,
        })
        .filter(|c| *c != '^' && *c != '.')
        .collect();
    // A multiple before the unit, as in 100m3, belongs to it.
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    let (multiple, unit) = text.split_at(digits);
    let small = unit.to_lowercase();
    let known = match small.as_str() {
        "m" | "米" | "公尺" | "延米" | "延长米" | "lm" | "rm" | "metre" | "meter" => "m",
        "m2" | "㎡" | "平方米" | "平米" | "平方" | "sqm" | "sm" => "m2",
        "m3" | "㎥" | "立方米" | "立方" | "方" | "cum" | "cbm" => "m3",
        "t" | "吨" | "公吨" | "ton" | "tonne" | "tonnes" => "t",
        "kg" | "㎏" | "千克" | "公斤" => "kg",
        "km" | "㎞" | "公里" | "千米" => "km",
        "mm" | "毫米" => "mm",
        "cm" | "厘米" => "cm",
        "ha" | "公顷" => "ha",
        "㎜" => "mm",
        "㎝" => "cm",
        "㎞2" | "km2" | "平方公里" => "km2",
        _ => return text,
    };
    format!("{multiple}{known}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_unit() {
        for (typed, expected) in [
            ("m³", "m3"),
            ("M3 ", "m3"),
            ("ｍ³", "m3"),
            ("Ｍ３", "m3"),
            ("㎥", "m3"),
            ("立方米", "m3"),
            ("m^2", "m2"),
            ("㎡", "m2"),
            ("100m3", "100m3"),
            ("吨", "t"),
            ("台", "台"),
            ("台 班", "台班"),
            ("No.", "No"),
        ] {
            assert_eq!(normal(typed), expected, "{typed:?}");
        }
    }
}
