//! Small line drawings. They stand beside words, never instead of them.

use yew::{Html, html};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Undo,
    Redo,
    Up,
    Down,
    Copy,
    Insert,
    Remove,
    Fill,
    Stop,
    Warning,
    Info,
    Tick,
    Back,
    Close,
    Lock,
    Sort,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Undo => "M7 3 3 7l4 4M3 7h7a3 3 0 0 1 0 6H8",
            Self::Redo => "M9 3l4 4-4 4M13 7H6a3 3 0 0 0 0 6h2",
            Self::Up => "M8 13V3M4 7l4-4 4 4",
            Self::Down => "M8 3v10M4 9l4 4 4-4",
            Self::Copy => "M6 6h7v7H6zM3 10V3h7",
            Self::Insert => "M3 4h10M8 8v6M5 11h6",
            Self::Remove => "M4 4l8 8M12 4l-8 8",
            Self::Fill => "M3 3h10M8 6v7M5 10l3 3 3-3",
            Self::Stop => "M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.5M8 11v.2",
            Self::Warning => "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.2",
            Self::Info => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.5V11M8 5v.2",
            Self::Tick => "M3 8.5 6.5 12 13 4.5",
            Self::Back => "M10 3 5 8l5 5",
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Sort => "M3 4h10M5 8h8M5 12h8M3 8v.2M3 12v.2",
            Self::Lock => "M4 7.5h8V13H4zM5.5 7.5V5.5a2.5 2.5 0 0 1 5 0v2",
        }
    }

    pub(crate) fn html(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
                <path d={self.path()} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
            </svg>
        }
    }
}
