//! What lookup needs to know about each row, made once.

use crate::{
    Entry,
    grams::{Gram, grams, worth},
    letters::{BREAK, letters},
    sounds::sound,
};

/// Bits of a row's position in an entry of the index.
const ROW_BITS: u32 = 20;
const ROW: u64 = (1 << ROW_BITS) - 1;

/// The index of a library.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// Letters of all rows one after the other: name, break, keywords.
    letters: Vec<char>,
    /// The sound of each letter.
    sounds: Vec<u16>,
    shapes: Vec<Shape>,
    /// Pair, row and whether it stands in the name, in one number each, in order.
    grams: Vec<u64>,
    /// What the pairs of each row's name are worth together.
    worths: Vec<u32>,
}

/// Where the letters of a row stand.
#[derive(Clone, Copy, Debug)]
struct Shape {
    start: u32,
    name: u32,
    end: u32,
}

/// The letters of a row, with their sounds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lettered<'i> {
    pub(crate) letters: &'i [char],
    pub(crate) sounds: &'i [u16],
    /// How many letters the name has; the rest are keywords.
    pub(crate) name: usize,
}

/// What the pairs that a row shares with a text are worth.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shared {
    /// Pairs that stand in the name.
    pub(crate) name: u32,
    /// Pairs that stand in the keywords and not in the name.
    pub(crate) keywords: u32,
}

impl Index {
    pub(crate) fn of(entries: &[Entry]) -> Self {
        let mut index = Self::default();
        let position = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        for (row, entry) in (0..=ROW).zip(entries) {
            let (name, keywords) = (letters(&entry.name), letters(&entry.keywords));
            let start = position(index.letters.len());
            let of_name = grams(&name);
            index.grams.extend(of_name.iter().map(|gram| packed(*gram, row, true)));
            let others = grams(&keywords).into_iter().filter(|gram| of_name.binary_search(gram).is_err());
            index.grams.extend(others.map(|gram| packed(gram, row, false)));
            let name_length = position(name.len());
            index.letters.extend(name);
            index.letters.push(BREAK);
            index.letters.extend(keywords);
            index.shapes.push(Shape { start, name: name_length, end: position(index.letters.len()) });
        }
        index.sounds = index.letters.iter().map(|c| sound(*c)).collect();
        index.grams.sort_unstable();
        index.weigh();
        index
    }

    fn weigh(&mut self) {
        let mut worths = vec![0_u32; self.shapes.len()];
        for alike in self.grams.chunk_by(|a, b| gram_of(*a) == gram_of(*b)) {
            let worth = self.worth_of(alike);
            for entry in alike.iter().filter(|entry| in_name(**entry)) {
                if let Some(sum) = worths.get_mut(row_of(*entry)) {
                    *sum = sum.saturating_add(worth);
                }
            }
        }
        self.worths = worths;
    }

    fn worth_of(&self, alike: &[u64]) -> u32 {
        let count = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
        worth(count(self.shapes.len()), count(alike.len()))
    }

    /// The letters of every row, in order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Lettered<'_>> {
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        self.shapes.iter().map(move |shape| {
            let range = place(shape.start)..place(shape.end);
            Lettered {
                letters: self.letters.get(range.clone()).unwrap_or_default(),
                sounds: self.sounds.get(range).unwrap_or_default(),
                name: place(shape.name),
            }
        })
    }

    /// What the pairs of a row's name are worth together.
    pub(crate) fn worth(&self, row: usize) -> u32 {
        self.worths.get(row).copied().unwrap_or_default()
    }

    /// Adds, for each row, what the pairs are worth that it shares with the given ones; gives what all given pairs
    /// are worth.
    pub(crate) fn share(&self, given: &[Gram], shared: &mut Vec<Shared>) -> u32 {
        shared.resize(self.shapes.len(), Shared::default());
        let mut all = 0_u32;
        for gram in given {
            let from = self.grams.partition_point(|entry| gram_of(*entry) < *gram);
            let rest = self.grams.get(from..).unwrap_or_default();
            let alike = rest.get(..rest.partition_point(|entry| gram_of(*entry) == *gram)).unwrap_or_default();
            let worth = self.worth_of(alike);
            all = all.saturating_add(worth);
            for entry in alike {
                if let Some(sum) = shared.get_mut(row_of(*entry)) {
                    let sum = if in_name(*entry) { &mut sum.name } else { &mut sum.keywords };
                    *sum = sum.saturating_add(worth);
                }
            }
        }
        all
    }
}

fn packed(gram: Gram, row: u64, name: bool) -> u64 {
    gram << (ROW_BITS + 1) | row << 1 | u64::from(name)
}

fn gram_of(entry: u64) -> Gram {
    entry >> (ROW_BITS + 1)
}

fn row_of(entry: u64) -> usize {
    usize::try_from(entry >> 1 & ROW).unwrap_or(usize::MAX)
}

fn in_name(entry: u64) -> bool {
    entry & 1 == 1
}
