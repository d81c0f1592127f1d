//! Photos that show the same: their fingerprints differ in few bits.

use std::collections::BTreeMap;

use crate::Id;

/// Bits in which the fingerprints of near duplicates differ at most (rules.md PHO-03).
pub const NEAR_BITS_MAX: u32 = 6;

/// Bits of a fingerprint.
const BITS: u32 = u64::BITS;

/// Groups photos whose fingerprints differ in at most `distance_max` bits.
///
/// Two photos are in one group when they are near each other or a chain of near ones leads from one
/// to the other. Groups of two and more are given, each in the order of `photos`, by the order of
/// their first; a photo alone is in none.
///
/// Fingerprints within d bits agree in at least one of d + 1 parts, so only photos that share a part
/// are compared: 5,000 photos take about a hundredth of the comparisons of each with each.
pub fn near_duplicates(photos: &[(Id, u64)], distance_max: u32) -> Vec<Vec<Id>> {
    // Photos with the same fingerprint are one node, so that many copies of one cost nothing.
    let mut places: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (place, (_, fingerprint)) in photos.iter().enumerate() {
        places.entry(*fingerprint).or_default().push(place);
    }
    let nodes: Vec<u64> = places.keys().copied().collect();
    let mut groups = Groups::new(nodes.len());
    let parts = distance_max.min(BITS - 1) + 1;
    for part in 0..parts {
        join_sharing(&nodes, mask(part, parts), distance_max, &mut groups);
    }

    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (node, places) in places.values().enumerate() {
        members.entry(groups.root(node)).or_default().extend(places);
    }
    let mut found: Vec<Vec<usize>> =
        members.into_values().filter(|group| group.len() > 1).collect();
    for group in &mut found {
        group.sort_unstable();
    }
    found.sort_unstable();
    found.iter().map(|group| group.iter().map(|&place| photos[place].0).collect()).collect()
}

/// The bits of part `part` of `parts`.
fn mask(part: u32, parts: u32) -> u64 {
    let (from, to) = (BITS * part / parts, BITS * (part + 1) / parts);
    let below = |bit: u32| 1_u64.checked_shl(bit).map_or(u64::MAX, |bit| bit - 1);
    below(to) & !below(from)
}

/// Joins nodes that agree in the masked bits and are near each other.
fn join_sharing(nodes: &[u64], mask: u64, distance_max: u32, groups: &mut Groups) {
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_unstable_by_key(|&node| nodes[node] & mask);
    for sharing in order.chunk_by(|&a, &b| (nodes[a] ^ nodes[b]) & mask == 0) {
        for (at, &a) in sharing.iter().enumerate() {
            for &b in &sharing[at + 1..] {
                if (nodes[a] ^ nodes[b]).count_ones() <= distance_max {
                    groups.join(a, b);
                }
            }
        }
    }
}

/// Disjoint sets of nodes.
struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    fn new(len: usize) -> Self {
        Self { parent: (0..len).collect() }
    }

    fn root(&mut self, mut node: usize) -> usize {
        while self.parent[node] != node {
            // Halving the way keeps later ones short.
            self.parent[node] = self.parent[self.parent[node]];
            node = self.parent[node];
        }
        node
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn id(n: usize) -> Id {
        let mut bytes = [0; 16];
        bytes[8..].copy_from_slice(&(n as u64).to_be_bytes());
        Id::from_bytes(bytes)
    }

    fn numbered(fingerprints: &[u64]) -> Vec<(Id, u64)> {
        fingerprints.iter().enumerate().map(|(n, bits)| (id(n), *bits)).collect()
    }

    /// Each compared with each.
    fn quadratic(photos: &[(Id, u64)], distance_max: u32) -> Vec<Vec<Id>> {
        let mut group: Vec<usize> = (0..photos.len()).collect();
        for a in 0..photos.len() {
            for b in 0..a {
                if (photos[a].1 ^ photos[b].1).count_ones() <= distance_max {
                    let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
                    group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
                }
            }
        }
        let of = |leader: usize| -> Vec<Id> {
            (0..photos.len()).filter(|&n| group[n] == leader).map(|n| photos[n].0).collect()
        };
        (0..photos.len()).map(of).filter(|members| members.len() > 1).collect()
    }

    /// Fingerprints of which many are a few bits from another one.
    fn clustered() -> impl Strategy<Value = Vec<u64>> {
        vec((any::<u64>(), 0_usize..8, vec(0_u32..64, 0..9)), 0..60).prop_map(|draws| {
            let mut fingerprints: Vec<u64> = Vec::new();
            for (fresh, back, flips) in draws {
                let near = fingerprints.len().checked_sub(back + 1).map(|at| fingerprints[at]);
                let base = near.filter(|_| back > 0).unwrap_or(fresh);
                fingerprints.push(flips.iter().fold(base, |bits, flip| bits ^ (1 << flip)));
            }
            fingerprints
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn finds_what_comparing_each_with_each_finds(
            fingerprints in clustered(),
            distance_max in prop_oneof![0_u32..12, 60_u32..70],
        ) {
            let photos = numbered(&fingerprints);
            prop_assert_eq!(
                near_duplicates(&photos, distance_max),
                quadratic(&photos, distance_max)
            );
        }
    }

    #[test]
    fn the_parts_cover_every_bit_once() {
        for parts in 1..=64 {
            let masks: Vec<u64> = (0..parts).map(|part| mask(part, parts)).collect();
            let bits: u32 = masks.iter().map(|mask| mask.count_ones()).sum();
            let all = masks.iter().fold(0, |all, mask| all | mask);
            assert_eq!((bits, all), (64, u64::MAX), "{parts} parts");
        }
    }

    #[test]
    fn a_chain_is_one_group_and_order_is_kept() {
        // 0b111111 is six bits from nought, and its successor six bits from it.
        let photos = numbered(&[u64::MAX, 0, 0xFFF, 0x3F, u64::MAX]);
        assert_eq!(
            near_duplicates(&photos, NEAR_BITS_MAX),
            [vec![id(0), id(4)], vec![id(1), id(2), id(3)]],
            "twelve bits apart, joined by the one between them"
        );
        assert!(near_duplicates(&[], NEAR_BITS_MAX).is_empty());
    }

    #[test]
    fn five_thousand_photos_take_no_time() {
        // A fixed sequence (Knuth's multiplier); every tenth is near the one before.
        let mut state = 1_u64;
        let mut fingerprints: Vec<u64> = Vec::new();
        for n in 0..5_000_usize {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let mixed = state ^ (state >> 29);
            fingerprints.push(match (n % 10, fingerprints.last()) {
                (9, Some(last)) => last ^ 0b1011,
                _ => mixed,
            });
        }
        let photos = numbered(&fingerprints);
        let started = std::time::Instant::now();
        let groups = near_duplicates(&photos, NEAR_BITS_MAX);
        let taken = started.elapsed();
        assert_eq!(groups.len(), 500, "every tenth has a near one");
        // Unoptimised and on a busy machine; the release build takes a few milliseconds.
        assert!(taken.as_millis() < 1_000, "{taken:?}");
    }
}
