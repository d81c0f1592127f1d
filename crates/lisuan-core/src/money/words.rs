//! Amounts in Chinese capital characters (大写金额).

use num_traits::ToPrimitive;
use rust_decimal::Decimal;

use super::{Money, MoneyError};

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
/// Above this the words would need 兆, which is read in two ways.
const WHOLE_MAX: u64 = 9_999_999_999_999_999;

/// Writes an amount as 赔款计算书 and cheques ask for it: 壹佰贰拾叁元肆角伍分.
///
/// Rules of the People's Bank (《正确填写票据和结算凭证的基本规定》): 整 after 元 when nothing
/// follows, nothing after 角 or 分; one 零 for any run of zeros inside the number; 零 after 元
/// where 角 is zero or the last digit of the yuan is. Negative amounts begin with 负. The name of
/// the currency ([`super::Currency::name_zh`]) is put before it by the caller.
///
/// The amount is rounded to the minor unit; an error from 10¹⁶ on and for currencies with more
/// than three minor digits.
pub fn in_words_zh(money: &Money) -> Result<String, MoneyError> {
    let amount = money.rounded().amount();
    let size = amount.abs();
    let whole = size.trunc().to_u64().filter(|w| *w <= WHOLE_MAX).ok_or(MoneyError::TooLarge)?;
    let digits = money.currency().minor_digits();
    if digits > 3 {
        return Err(MoneyError::TooLarge);
    }
    let part = (size.fract() * Decimal::from(10u32.pow(digits))).to_u32();
    let part = part.ok_or(MoneyError::TooLarge)?;
    let mut out = String::new();
    if amount.is_sign_negative() && !amount.is_zero() {
        out.push('负');
    }
    if whole > 0 || part == 0 {
        whole_words(whole, &mut out);
        out.push('元');
    }
    if part == 0 {
        out.push('整');
        return Ok(out);
    }
    part_words(whole, part, digits, &mut out);
    Ok(out)
}

/// The part after 元: 角, 分 and, for currencies with three digits, 厘.
fn part_words(whole: u64, part: u32, digits: u32, out: &mut String) {
    let mut gap = whole > 0 && whole.is_multiple_of(10);
    for (i, unit) in ['角', '分', '厘'].iter().take(digits as usize).enumerate() {
        let digit = part / 10u32.pow(digits - 1 - i as u32) % 10;
        if digit == 0 {
            gap = whole > 0 || i > 0 && out.chars().last().is_some_and(|c| c != '负');
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        out.push(DIGITS[digit as usize]);
        out.push(*unit);
    }
}

/// A whole number below 10¹⁶.
fn whole_words(value: u64, out: &mut String) {
    const YI: u64 = 100_000_000;
    if value < YI {
        return below_yi(value, out);
    }
    below_yi(value / YI, out);
    out.push('亿');
    let rest = value % YI;
    if rest > 0 {
        if rest < YI / 10 {
            out.push('零');
        }
        below_yi(rest, out);
    }
}

fn below_yi(value: u64, out: &mut String) {
    let (high, low) = (value / 10_000, value % 10_000);
    if high == 0 {
        return below_wan(low, out);
    }
    below_wan(high, out);
    out.push('万');
    if low > 0 {
        if low < 1_000 {
            out.push('零');
        }
        below_wan(low, out);
    }
}

fn below_wan(value: u64, out: &mut String) {
    if value == 0 {
        out.push(DIGITS[0]);
        return;
    }
    let (mut started, mut gap) = (false, false);
    for (unit, name) in [(1_000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
        let digit = value / unit % 10;
        if digit == 0 {
            gap = started;
            continue;
        }
        if gap {
            out.push(DIGITS[0]);
            gap = false;
        }
        started = true;
        out.push(DIGITS[(digit as usize).min(9)]);
        out.push_str(name);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Currency;
    use super::*;

    fn words(amount: &str, currency: &str) -> String {
        let currency: Currency = currency.parse().unwrap();
        in_words_zh(&Money::new(amount.parse().unwrap(), currency)).unwrap()
    }

    #[test]
    fn the_examples_of_the_peoples_bank() {
        for (amount, expected) in [
            ("1409.50", "壹仟肆佰零玖元伍角"),
            ("6007.14", "陆仟零柒元壹角肆分"),
            ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
            ("107000.53", "壹拾万柒仟元零伍角叁分"),
            ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
            ("325.04", "叁佰贰拾伍元零肆分"),
        ] {
            assert_eq!(words(amount, "CNY"), expected, "{amount}");
        }
    }

    #[test]
    fn zeros_signs_and_large_amounts() {
        for (amount, expected) in [
            ("0", "零元整"),
            ("-0.00", "零元整"),
            ("0.05", "伍分"),
            ("-0.05", "负伍分"),
            ("0.50", "伍角"),
            ("123.45", "壹佰贰拾叁元肆角伍分"),
            ("10", "壹拾元整"),
            ("-18223.04", "负壹万捌仟贰佰贰拾叁元零肆分"),
            ("100000001", "壹亿零壹元整"),
            ("20000000", "贰仟万元整"),
            ("10001000", "壹仟万壹仟元整"),
            ("1000000000000", "壹万亿元整"),
            ("1001000000000.10", "壹万零壹拾亿元零壹角"),
        ] {
            assert_eq!(words(amount, "CNY"), expected, "{amount}");
        }
        assert_eq!(words("1234.4", "JPY"), "壹仟贰佰叁拾肆元整", "no minor unit");
        assert_eq!(words("0.105", "KWD"), "壹角零伍厘", "three minor digits");
        let large = Money::new(Decimal::MAX, Currency::CNY);
        assert_eq!(in_words_zh(&large), Err(MoneyError::TooLarge));
    }
}
