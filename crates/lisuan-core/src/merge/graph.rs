//! Which operation was made knowing which.
//!
//! Operations of one hand follow each other in a chain; a chain forks where two were made on top of
//! the same one. Each chain remembers, from the points on where it met others, how far it knows
//! them, so that "did this one know that one" is answered without walking the journal.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::MergeError;
use crate::id::Id;

/// More forks than any group of colleagues makes; a hostile journal could otherwise cost memory
/// by the square of its length.
pub const BRANCHES_MAX: usize = 4096;

/// An operation, in the order they were added.
pub type Op = u32;

/// How many operations of other chains are known.
type Known = BTreeMap<u32, u32>;

#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) chain: u32,
    pub(super) at: u32,
}

#[derive(Debug, Default)]
struct Chain {
    len: u32,
    /// What is known of other chains from a position on; positions ascend.
    known: Vec<(u32, Rc<Known>)>,
}

impl Chain {
    fn known_at(&self, at: u32) -> Option<&Rc<Known>> {
        let after = self.known.partition_point(|(from, _)| *from <= at);
        self.known.get(after.checked_sub(1)?).map(|(_, known)| known)
    }
}

/// The operations of a journal by who knew whom.
#[derive(Debug, Default)]
pub struct Graph {
    index: HashMap<Id, Op>,
    ids: Vec<Id>,
    spots: Vec<Spot>,
    chains: Vec<Chain>,
    /// Operations no other was made on top of.
    open: BTreeMap<Op, ()>,
}

/// Part of a journal that is closed under "was made on top of".
#[derive(Debug, Clone)]
pub struct Past(Option<(Spot, Option<Rc<Known>>)>);

impl Past {
    /// All operations there are.
    pub const ALL: Self = Self(None);

    /// How many operations of a chain belong to it.
    fn of_chain(&self, chain: u32) -> u32 {
        match &self.0 {
            None => u32::MAX,
            // `at` is the position of the operation itself, which is not part of its past.
            Some((spot, _)) if spot.chain == chain => spot.at,
            Some((_, known)) => {
                known.as_ref().and_then(|known| known.get(&chain)).copied().unwrap_or(0)
            }
        }
    }

    #[cfg(test)]
    fn holds(&self, spot: Spot) -> bool {
        spot.at < self.of_chain(spot.chain)
    }

    /// How many of these positions of a chain, ascending, belong to it.
    pub(super) fn count<T>(&self, chain: u32, list: &[T], at: impl Fn(&T) -> u32) -> usize {
        let limit = self.of_chain(chain);
        if list.last().is_some_and(|last| at(last) < limit) {
            return list.len();
        }
        list.partition_point(|item| at(item) < limit)
    }
}

impl Graph {
    /// How many operations there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether each operation was made on top of the one before it.
    pub fn is_linear(&self) -> bool {
        self.chains.len() <= 1
    }

    /// The operation with that key.
    pub fn find(&self, id: Id) -> Option<Op> {
        self.index.get(&id).copied()
    }

    /// The key of an operation.
    pub fn id(&self, op: Op) -> Id {
        self.ids[op as usize]
    }

    /// The operations no other was made on top of, in the order they were added.
    pub fn heads(&self) -> impl Iterator<Item = Op> + '_ {
        self.open.keys().copied()
    }

    pub(super) fn spot(&self, op: Op) -> Spot {
        self.spots[op as usize]
    }

    /// Adds an operation on top of others, which must be there.
    pub fn add(&mut self, id: Id, parents: &[Id]) -> Result<Op, MergeError> {
        if self.index.contains_key(&id) {
            return Err(MergeError::Twice(id));
        }
        let mut below = Vec::with_capacity(parents.len());
        for parent in parents {
            below.push(self.find(*parent).ok_or(MergeError::NoParent { id, parent: *parent })?);
        }
        let op = Op::try_from(self.ids.len()).map_err(|_| MergeError::TooMany)?;
        let spot = self.place(&below)?;
        for parent in &below {
            self.open.remove(parent);
        }
        self.open.insert(op, ());
        self.index.insert(id, op);
        self.ids.push(id);
        self.spots.push(spot);
        Ok(op)
    }

    /// At the end of the first parent's chain, or at the beginning of a new one.
    fn place(&mut self, below: &[Op]) -> Result<Spot, MergeError> {
        let first = below.first().map(|op| self.spot(*op));
        let tip = first.filter(|spot| self.chains[spot.chain as usize].len == spot.at + 1);
        if let (Some(spot), 1) = (tip, below.len()) {
            self.chains[spot.chain as usize].len += 1;
            return Ok(Spot { chain: spot.chain, at: spot.at + 1 });
        }
        let chain = match tip {
            Some(spot) => spot.chain,
            None if self.chains.len() >= BRANCHES_MAX => return Err(MergeError::TooMany),
            None => {
                self.chains.push(Chain::default());
                (self.chains.len() - 1) as u32
            }
        };
        let known = self.joined(chain, below);
        let chain_of = &mut self.chains[chain as usize];
        let at = chain_of.len;
        chain_of.len += 1;
        if !known.is_empty() {
            chain_of.known.push((at, Rc::new(known)));
        }
        Ok(Spot { chain, at })
    }

    /// What someone who has all of these knows of chains other than `chain`.
    fn joined(&self, chain: u32, below: &[Op]) -> Known {
        let mut known = Known::new();
        let mut learn = |other: u32, count: u32| {
            if other != chain {
                let there = known.entry(other).or_insert(0);
                *there = (*there).max(count);
            }
        };
        for op in below {
            let spot = self.spot(*op);
            learn(spot.chain, spot.at + 1);
            for (other, count) in self.known(spot).iter().flat_map(|known| known.iter()) {
                learn(*other, *count);
            }
        }
        known
    }

    fn known(&self, spot: Spot) -> Option<&Rc<Known>> {
        self.chains[spot.chain as usize].known_at(spot.at)
    }

    /// What an operation was made on top of, itself not included.
    pub fn before(&self, op: Op) -> Past {
        let spot = self.spot(op);
        Past(Some((spot, self.known(spot).cloned())))
    }

    /// An operation and what it was made on top of.
    pub fn upto(&self, op: Op) -> Past {
        let spot = self.spot(op);
        let beyond = Spot { chain: spot.chain, at: spot.at + 1 };
        Past(Some((beyond, self.known(spot).cloned())))
    }

    /// Whether `later` was made knowing `earlier`.
    pub fn knew(&self, later: Op, earlier: Op) -> bool {
        let (late, early) = (self.spot(later), self.spot(earlier));
        if late.chain == early.chain {
            return early.at < late.at;
        }
        self.known(late).and_then(|known| known.get(&early.chain)).is_some_and(|n| early.at < *n)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(n: usize) -> Id {
        let mut bytes = [0; 16];
        bytes[8..].copy_from_slice(&(n as u64).to_be_bytes());
        Id::from_bytes(bytes)
    }

    #[test]
    fn a_missing_parent_and_a_second_operation_of_one_key_are_refused() {
        let mut graph = Graph::default();
        graph.add(id(0), &[]).unwrap();
        assert!(matches!(graph.add(id(1), &[id(9)]), Err(MergeError::NoParent { .. })));
        assert!(matches!(graph.add(id(0), &[]), Err(MergeError::Twice(_))));
    }

    #[test]
    fn forks_beyond_reason_are_refused() {
        let mut graph = Graph::default();
        graph.add(id(0), &[]).unwrap();
        let refused = (1..=BRANCHES_MAX + 1).find_map(|n| graph.add(id(n), &[id(0)]).err());
        assert!(matches!(refused, Some(MergeError::TooMany)), "every fork costs memory");
    }

    proptest! {
        /// Against walking the journal.
        #[test]
        fn who_knew_whom(shape in prop::collection::vec((any::<prop::sample::Index>(), any::<Option<prop::sample::Index>>()), 1..60)) {
            let mut graph = Graph::default();
            graph.add(id(0), &[]).unwrap();
            let mut ancestors: Vec<Vec<bool>> = vec![vec![false; shape.len() + 1]];
            for (n, (first, second)) in shape.iter().enumerate() {
                let mut parents = vec![first.index(n + 1)];
                parents.extend(second.map(|other| other.index(n + 1)).filter(|other| *other != parents[0]));
                let keys: Vec<Id> = parents.iter().map(|p| id(*p)).collect();
                graph.add(id(n + 1), &keys).unwrap();
                let mut mine = vec![false; shape.len() + 1];
                for parent in parents {
                    mine[parent] = true;
                    for (all, theirs) in mine.iter_mut().zip(&ancestors[parent]) {
                        *all |= *theirs;
                    }
                }
                ancestors.push(mine);
            }
            for (later, known) in ancestors.iter().enumerate() {
                for (earlier, knew) in known.iter().enumerate().take(ancestors.len()) {
                    let (a, b) = (later as Op, earlier as Op);
                    prop_assert_eq!(graph.knew(a, b), *knew, "{} of {}", later, earlier);
                    prop_assert_eq!(graph.before(a).holds(graph.spot(b)), *knew);
                    prop_assert_eq!(graph.upto(a).holds(graph.spot(b)), *knew || a == b);
                }
            }
        }
    }
}
