//! The strokes of a drawn signature.

/// Strokes of a signature at most.
const STROKES_MAX: usize = 500;
/// Points of all strokes at most.
const POINTS_MAX: usize = 20_000;
/// The pad is so many times as wide as it is high at most.
const TIMES_HEIGHT: u16 = 10;
/// The pad is so high in the units of the points.
const HEIGHT: u16 = 1_000;

/// A point in thousandths of the pad's height, from its upper left corner.
pub type StrokePoint = (u16, u16);

/// Reads strokes as a signature keeps them, `x,y x,y;x,y …`; nothing when they do not read, leave
/// the pad, or are more than a hand draws.
pub fn strokes(text: &str) -> Option<Vec<Vec<StrokePoint>>> {
    let mut points = 0;
    let mut all = Vec::new();
    for stroke in text.split(';') {
        let mut drawn = Vec::new();
        for point in stroke.split(' ') {
            points += 1;
            let (x, y) = point.split_once(',')?;
            let (x, y) = (x.parse::<u16>().ok()?, y.parse::<u16>().ok()?);
            if points > POINTS_MAX || x > HEIGHT * TIMES_HEIGHT || y > HEIGHT {
                return None;
            }
            drawn.push((x, y));
        }
        all.push(drawn);
        if all.len() > STROKES_MAX {
            return None;
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_hand_draws_and_nothing_else() {
        let read = strokes("0,10 5,20;30,1000");
        assert_eq!(read, Some(vec![vec![(0, 10), (5, 20)], vec![(30, 1_000)]]), "two strokes");
        for text in ["", "1", "1,2;", "1,2 ", "1,1001", "10001,2", "-1,2", "1.5,2", "a,b"] {
            assert_eq!(strokes(text), None, "{text:?} is no signature");
        }
        let long = vec!["1,1"; POINTS_MAX + 1].join(" ");
        assert_eq!(strokes(&long), None, "more points than a hand draws");
    }
}
