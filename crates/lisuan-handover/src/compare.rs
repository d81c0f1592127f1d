//! Comparing keys by phone.

/// Turns a fingerprint into six groups of five digits, which people read aloud without mistakes:
/// five bytes of it for each, one left over. About 100 bits, which nobody can hit by trying keys.
///
/// Anything in the text that is no hex digit is passed over; nothing for a text of another length
/// than a SHA-256.
pub fn comparison_number(fingerprint: &str) -> Option<String> {
    let digits: Vec<u64> =
        fingerprint.chars().filter_map(|c| c.to_digit(16)).map(u64::from).collect();
    if digits.len() != 64 {
        return None;
    }
    let groups = digits.chunks_exact(10).map(|chunk| {
        let number = chunk.iter().fold(0, |sum, digit| sum * 16 + digit);
        format!("{:05}", number % 100_000)
    });
    Some(groups.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::comparison_number;

    #[test]
    fn a_fingerprint_becomes_thirty_digits() {
        let fingerprint = "0000 0000 0100 0000 0002 FFFF FFFF FF00 0000 0000 \
                           0000 0186 A000 0001 86A1 0000";
        let number = comparison_number(fingerprint).unwrap();
        assert_eq!(number, "00001 00002 27775 00000 00000 00001", "5 bytes each, modulo 100,000");
        assert_eq!(comparison_number("12 34"), None, "no fingerprint");
    }
}
