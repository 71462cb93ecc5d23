//! Being told of elements that take another size, after the browser has laid the page out anyway.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// Watches as long as it lives.
#[derive(Debug)]
pub(crate) struct Sizes {
    observer: ResizeObserver,
    _tell: Closure<dyn FnMut()>,
}

impl Sizes {
    /// Calls `tell` soon, and again when one of the elements has taken another size.
    pub(crate) fn watch(elements: &[Element], tell: impl FnMut() + 'static) -> Option<Self> {
        let tell = Closure::<dyn FnMut()>::new(tell);
        let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok()?;
        for element in elements {
            observer.observe(element);
        }
        Some(Self { observer, _tell: tell })
    }
}

impl Drop for Sizes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
