//! A map that stays within so many bytes: what came first goes first.

use std::borrow::Borrow;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

pub struct Bounded<K, V> {
    limit: usize,
    bytes: usize,
    /// Each value with its weight.
    values: HashMap<K, (V, usize)>,
    /// In the order they came.
    order: VecDeque<K>,
}

impl<K: Hash + Eq + Clone, V> Bounded<K, V> {
    /// At most `limit` bytes; zero keeps nothing.
    pub fn new(limit: usize) -> Self {
        Bounded { limit, bytes: 0, values: HashMap::new(), order: VecDeque::new() }
    }

    pub fn limit(&self) -> usize {
        self.limit
    }

    pub fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.values.get(key).map(|(value, _)| value)
    }

    /// `weight` is what the value takes, in bytes, roughly. One that would push out most others is not kept.
    pub fn insert(&mut self, key: K, value: V, weight: usize) {
        if weight > self.limit / 4 {
            return;
        }
        self.bytes += weight;
        match self.values.insert(key.clone(), (value, weight)) {
            Some((_, old)) => self.bytes -= old,
            None => self.order.push_back(key),
        }
        while self.bytes > self.limit {
            let Some(oldest) = self.order.pop_front() else { break };
            self.bytes -= self.values.remove(&oldest).map_or(0, |(_, weight)| weight);
        }
    }

    pub fn retain(&mut self, keep: impl Fn(&V) -> bool) {
        let Bounded { bytes, values, order, .. } = self;
        values.retain(|_, (value, weight)| {
            let kept = keep(value);
            if !kept {
                *bytes -= *weight;
            }
            kept
        });
        order.retain(|key| values.contains_key(key));
    }

    pub fn clear(&mut self) {
        *self = Bounded::new(self.limit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(map: &Bounded<u32, &str>) -> (usize, usize, usize) {
        (map.bytes, map.values.len(), map.order.len())
    }

    #[test]
    fn the_oldest_go_first_and_the_weight_is_kept_right() {
        let mut map = Bounded::new(100);
        for key in 0..6 {
            map.insert(key, "text", 20);
        }
        assert_eq!((map.get(&0), map.get(&1)), (None, Some(&"text")));
        map.insert(5, "longer", 25);
        assert_eq!((map.get(&1), map.get(&5)), (None, Some(&"longer")));
        assert_eq!(held(&map), (85, 4, 4));
        map.retain(|value| *value == "longer");
        assert_eq!(held(&map), (25, 1, 1));
        map.insert(9, "everything", 99);
        assert_eq!((map.get(&9), held(&map)), (None, (25, 1, 1)));
        map.clear();
        assert_eq!(held(&map), (0, 0, 0));
    }
}
