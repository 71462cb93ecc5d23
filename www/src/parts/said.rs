//! What somebody says in words of their own. The text belongs to its input: it is written there once.

use web_sys::{Element, HtmlTextAreaElement};
use yew::{
    AttrValue, Callback, Html, InputEvent, Properties, TargetCast, function_component, html, use_effect_with,
    use_node_ref,
};

use crate::browser::dom;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) id: String,
    pub(crate) label: String,
    /// One line until somebody makes it larger; its label stands in it.
    #[prop_or_default]
    pub(crate) brief: bool,
    pub(crate) text: AttrValue,
    pub(crate) say: Callback<String>,
}

#[function_component(Said)]
pub(crate) fn said(props: &Props) -> Html {
    let Props { id, label, brief, text, say } = props;
    let node = use_node_ref();
    {
        let (node, text) = (node.clone(), text.clone());
        use_effect_with((), move |()| {
            if let Some(area) = node.cast::<Element>() {
                dom::set_value(&area, &text);
            }
        });
    }
    let oninput = say.reform(|event: InputEvent| {
        event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default()
    });
    if *brief {
        return html! {
            <textarea id={id.clone()} ref={node} class="slip-note is-brief" rows="1" autocomplete="off" spellcheck="false" aria-label={label.clone()} placeholder={label.clone()} {oninput} />
        };
    }
    html! {
        <>
            <label class="slip-label" for={id.clone()}>{ label }</label>
            <textarea id={id.clone()} ref={node} class="slip-note" rows="2" autocomplete="off" spellcheck="false" {oninput} />
        </>
    }
}
