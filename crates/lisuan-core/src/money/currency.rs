//! Currencies of ISO 4217.

use std::fmt;
use std::str::FromStr;

/// A currency of ISO 4217, with the number of digits of its minor unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// The text is not the code of a currency in use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a currency code of ISO 4217: {0:?}")]
pub struct UnknownCurrency(pub String);

/// Codes with two minor digits.
const TWO: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL \
    BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB \
    EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW \
    KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD \
    NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE \
    SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST \
    XCD YER ZAR ZMW ZWG";
/// Codes without a minor unit.
const NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
/// Codes with three minor digits.
const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";
/// Codes with four minor digits.
const FOUR: &str = "CLF UYW";

impl Currency {
    /// 人民币.
    pub const CNY: Self = Self(*b"CNY");

    /// The three letters.
    pub fn code(&self) -> &str {
        // Only ever made from three ASCII letters.
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// How many decimals an amount of this currency is rounded to.
    pub fn minor_digits(&self) -> u32 {
        // Nearly every amount is in a two-digit currency: ask the short lists only.
        match self.code() {
            "CNY" | "USD" | "EUR" => 2,
            code if contains(NONE, code) => 0,
            code if contains(THREE, code) => 3,
            code if contains(FOUR, code) => 4,
            _ => 2,
        }
    }

    /// The Chinese name that stands before an amount in words, where it is a usual one.
    pub fn name_zh(&self) -> Option<&'static str> {
        Some(match self.code() {
            "CNY" => "人民币",
            "USD" => "美元",
            "EUR" => "欧元",
            "GBP" => "英镑",
            "JPY" => "日元",
            "HKD" => "港币",
            "MOP" => "澳门元",
            "TWD" => "新台币",
            "SGD" => "新加坡元",
            "AUD" => "澳大利亚元",
            "CAD" => "加拿大元",
            "CHF" => "瑞士法郎",
            "KRW" => "韩元",
            _ => return None,
        })
    }
}

fn contains(list: &str, code: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| entry == code)
}

impl FromStr for Currency {
    type Err = UnknownCurrency;

    /// Reads the three capital letters; nothing else is a currency.
    fn from_str(text: &str) -> Result<Self, UnknownCurrency> {
        let known = [TWO, NONE, THREE, FOUR].iter().any(|list| contains(list, text));
        match (known, text.as_bytes()) {
            (true, &[a, b, c]) => Ok(Self([a, b, c])),
            _ => Err(UnknownCurrency(text.chars().take(20).collect())),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_minor_digits() {
        for (code, digits) in [("CNY", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("ZAR", 2)] {
            let currency: Currency = code.parse().unwrap();
            assert_eq!((currency.code(), currency.minor_digits()), (code, digits), "{code}");
        }
        for bad in ["", "cny", "RMB", "CN", "CNYX", "元", "   "] {
            assert!(bad.parse::<Currency>().is_err(), "{bad:?} is no code");
        }
    }
}
