//! Where word lists stand in a pack.

use std::cell::Cell;

use jibiao_reading::Vocabulary;

/// Where word lists stand. Rules ask for the same few in row after row, each by a name that stands at one place in the
/// program, so that its address and length say which it is.
#[derive(Debug)]
pub(crate) struct Places([Cell<(usize, usize, usize)>; Places::COUNT]);

impl Places {
    const COUNT: usize = 64;

    /// Where the list of this name stands.
    pub(crate) fn of(&self, name: &'static str, vocabulary: &Vocabulary) -> usize {
        let (address, length) = (name.as_ptr().addr(), name.len());
        let Some(kept) = self.0.get((address ^ (address >> 6)) % Self::COUNT) else { return vocabulary.place_of(name) };
        let (known, its_length, place) = kept.get();
        if (known, its_length) == (address, length) {
            return place;
        }
        let place = vocabulary.place_of(name);
        kept.set((address, length, place));
        place
    }
}

impl Default for Places {
    fn default() -> Self {
        // No text stands at address 0.
        Self(std::array::from_fn(|_| Cell::default()))
    }
}
