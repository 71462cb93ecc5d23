//! Values that are told apart by identity: made anew only where something changed, so that a part with the same
//! value as before is not drawn again.

use std::{ops::Deref, rc::Rc};

#[derive(Debug, Default)]
pub(crate) struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: PartialEq> Shared<T> {
    /// `before` where it equals `now`, else `now`.
    pub(crate) fn kept(now: T, before: Option<&Self>) -> Self {
        match before {
            Some(before) if **before == now => before.clone(),
            _ => Self::new(now),
        }
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
