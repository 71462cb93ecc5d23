//! The one sort. Every sort that is generic over its items would be in the page again for each kind of item, with all
//! the machinery for long lists; so positions are sorted, by a comparison that is looked up at run time.

use std::cmp::Ordering;

/// The positions `0..count` in order; equal ones stay as they are.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    // Positions differ, so no two are equal and the cheaper sort gives the same result as a stable one.
    positions.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    positions
}

/// The positions of texts in the order of the texts; equal ones stay as they are.
pub fn order_of_texts(texts: &[&str]) -> Vec<usize> {
    order(texts.len(), &|a, b| texts.get(a).cmp(&texts.get(b)))
}

/// The first text that stands twice, by the position of its second occurrence.
pub fn repeated(texts: &[&str]) -> Option<usize> {
    let order = order_of_texts(texts);
    let twice = order.windows(2).filter_map(|pair| match pair {
        [a, b] if texts.get(*a) == texts.get(*b) => Some(*b),
        _ => None,
    });
    twice.min()
}

/// The items in the order of what `key` gives for each; equal ones stay as they are.
pub fn by_key<T, K: Ord>(items: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = order(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
    arranged(items, &order)
}

/// The items in an order of their positions that [`order`] gave.
pub fn arranged<T>(items: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.iter().filter_map(|position| items.get_mut(*position)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_stay_in_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let order = order(items.len(), &|a, b| items[a].0.cmp(&items[b].0));
        assert_eq!(arranged(items.to_vec(), &order), [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn items_stand_by_key_and_those_of_one_key_as_before() {
        assert_eq!(
            by_key(vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')], |item| item.0),
            [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]
        );
    }

    #[test]
    fn the_first_repetition_in_the_order_given_is_named() {
        assert_eq!(repeated(&["z", "a", "m", "m", "a"]), Some(3));
        assert_eq!(repeated(&["z", "a", "m"]), None);
    }
}
