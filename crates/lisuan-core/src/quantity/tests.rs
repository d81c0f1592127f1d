//! What expressions mean, and what is refused.

use super::*;

fn value(text: &str) -> String {
    parse(text).map(|e| e.value.to_string()).unwrap_or_else(|p| format!("{text}: {p}"))
}

#[test]
fn published_and_usual_expressions() {
    for (text, expected) in [
        ("1910M×2M×0.15M×2边", "1146"),
        ("1910*44*0.05", "4202"),
        ("120.00*6.50*1.20*2-15.00*4.00*1.20", "1800"),
        ("186*6.35*2.466/1000", "2.9125926"),
        ("12.50×3.20×0.40×2", "32"),
        ("２．５ｍ×（３＋４）ｍ÷２", "8.75"),
        ("2.5m x 3", "7.5"),
        ("2.5mx3", "7.5"),
        ("2.5m X (3+1)", "10"),
        ("3x宽2", "6"),
        ("80×20%", "16"),
        ("100+20%", "100.2"),
        ("（长）12.5×（宽）3.2", "40"),
        ("长12.5×宽3.2m", "40"),
        ("12.5 [3轴～5轴] × 2 {两侧}", "25"),
        ("[2+3]×4", "20"),
        ("2×{3m+1m}", "8"),
        ("3-5轴：2×3", "6"),
        ("2.5²×4", "25"),
        ("2m²×4根", "8"),
        ("3m^2×2", "6"),
        ("(2m)^3", "8"),
        ("2^-1", "0.5"),
        ("-2^2", "-4"),
        ("2×-3", "-6"),
        ("2·3", "6"),
        ("1,234.5×2", "2469"),
        (".5×4", "2"),
        ("√9×2", "6"),
        ("sqrt(3²+4²)", "5"),
        ("6.25^0.5", "2.5"),
        ("21.50元/M3×2", "43"),
        ("10/4", "2.5"),
        ("1/3×3", "1"),
        ("\"门洞\"0.9×2.1", "1.89"),
        ("K172+331.5~K175+447", "3115.5"),
        ("K175+444.5-K179+004.26", "3559.76"),
        ("(K1+200~K1+500)×2", "600"),
        ("K172+331.5", "172331.5"),
        ("3box", "3"),
    ] {
        assert_eq!(value(text), expected, "{text}");
    }
}

#[test]
fn what_is_refused_says_where() {
    use ProblemKind::*;
    for (text, at_char, kind) in [
        ("", 0, Empty),
        ("（备注）", 0, Empty),
        ("2×", 2, MissingNumber),
        ("()", 1, MissingNumber),
        ("2(3+4)", 1, MissingOperator),
        ("2[3m+4m]", 1, MissingOperator),
        ("2 3", 2, MissingOperator),
        ("(2+3", 0, Unclosed),
        ("2+3)", 3, Unopened),
        ("(2+3]", 0, Unclosed),
        ("1.2.3", 0, Number),
        ("2,5×3", 1, Comma),
        ("2+-3", 2, Signs),
        ("2^0.3", 1, Exponent),
        ("1÷(2-2)", 1, DivisionByZero),
        ("√(1-2)", 0, NegativeRoot),
        ("99999999999999999999^32", 20, TooLarge),
        ("2×a", 2, Character),
        ("2#", 1, Character),
        ("1e5", 2, MissingOperator),
        ("2 x", 3, MissingNumber),
        ("K1+200×3", 0, LoneChainage),
        ("ZK1+000~YK1+100", 8, Chainage),
        ("K1+000~500", 7, Chainage),
        ("扣件2×3", 0, Deduction),
        ("=3", 0, MissingNumber),
        ("2×3=4×", 6, MissingNumber),
    ] {
        let problem = parse(text).expect_err(text);
        assert_eq!((problem.kind, problem.at_char), (kind, at_char), "{text}");
    }
    assert_eq!(parse(&"1".repeat(4_001)).unwrap_err().kind, TooLong);
    assert_eq!(parse(&format!("{}1{}", "(".repeat(65), ")".repeat(65))).unwrap_err().kind, TooDeep);
    assert!(parse(&format!("{}1{}", "(".repeat(64), ")".repeat(64))).is_ok(), "64 is the limit");
}

#[test]
fn the_stated_result_is_checked_and_never_taken() {
    let printed = parse("1910M×44M×0.05M=4402M3").unwrap();
    assert_eq!(printed.value.to_string(), "4202", "CAR-SUHUAI-02: the computation counts");
    assert_eq!(printed.stated.unwrap().to_string(), "4402", "what the report prints");
    assert!(!printed.agrees(), "the misprint is found");
    let chain = parse("1910M×2M×0.15M×2边×21.50元/M3=1146M3×21.50=24639").unwrap();
    assert_eq!(chain.value.to_string(), "24639");
    assert!(chain.agrees(), "every link of the chain");
    assert!(parse("186*6.35*2.466/1000=2.913t").unwrap().agrees(), "at the decimals written");
    assert!(!parse("186*6.35*2.466/1000=2.92t").unwrap().agrees());
}

#[test]
fn deductions_are_lines_of_their_own() {
    let sheet = parse("12.50*3.20*0.40*2\n-1.20*2.10*0.40").unwrap();
    assert_eq!(sheet.value.to_string(), "30.992", "QTY-89");
    assert_eq!(sheet.normalised, "12.50*3.20*0.40*2-1.20*2.10*0.40");
    let signs: Vec<bool> = sheet.terms.iter().map(|t| t.deduction).collect();
    assert_eq!(signs, [false, true], "the second line is a deduction");
    let sheet =
        parse("(12.50+3.20)*2*2.85；扣除门窗：0.90*2.10*3+1.50*1.80*2=11.07；=78.42").unwrap();
    assert_eq!(sheet.value.to_string(), "78.42", "扣 covers its whole line");
    assert_eq!(sheet.stated.unwrap().to_string(), "78.42");
    assert!(sheet.agrees(), "a deduction may be stated without its sign");
}

#[test]
fn approximate_values_say_so() {
    let circle = parse("π×0.5²×3").unwrap();
    assert!(circle.approximate, "π is rounded");
    assert_eq!(crate::money::round(&circle.value, 4).unwrap().to_string(), "2.3562");
    assert_eq!(value("2π"), "6.283185307179586477");
    assert!(parse("√2").unwrap().approximate);
    assert!(!parse("√4").unwrap().approximate, "an exact root is exact");
}
