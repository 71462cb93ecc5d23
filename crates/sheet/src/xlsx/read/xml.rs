//! XML, as far as workbooks use it. Names are compared without their prefixes.

use std::borrow::Cow;

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesEnd, BytesStart, Event},
};

use super::ReadError;

/// What is met next.
#[derive(Debug)]
pub(super) enum Part<'a> {
    /// An element begins. Where it ends at once, its end is met next all the same.
    Begin(BytesStart<'a>),
    /// An element ends.
    End(BytesEnd<'a>),
    /// A text, or a piece of one.
    Text(Cow<'a, str>),
}

/// An XML text, read from its beginning to its end.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader }
    }

    /// What is met next; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Part<'a>>, ReadError> {
        loop {
            let event = self.reader.read_event().map_err(|_| ReadError::Damaged)?;
            return Ok(Some(match event {
                Event::Start(element) | Event::Empty(element) => Part::Begin(element),
                Event::End(element) => Part::End(element),
                Event::Text(text) => Part::Text(text.xml10_content()),
                Event::CData(text) => Part::Text(text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let sign = reference.resolve_char_ref().map_err(|_| ReadError::Damaged)?;
                    Part::Text(match (sign, &*reference) {
                        (Some(sign), _) => sign.to_string().into(),
                        (None, "lt") => "<".into(),
                        (None, "gt") => ">".into(),
                        (None, "amp") => "&".into(),
                        (None, "quot") => "\"".into(),
                        (None, "apos") => "'".into(),
                        _ => return Err(ReadError::Entities),
                    })
                }
                // No spreadsheet writes one; who does wants something of the reader.
                Event::DocType(_) => return Err(ReadError::Entities),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            }));
        }
    }
}

/// The name of an element that ends, without its prefix.
pub(super) fn end<'e>(element: &'e BytesEnd<'_>) -> &'e str {
    let name = element.name().0;
    name.rsplit_once(':').map_or(name, |(_, own)| own)
}

/// The name of an element, without its prefix.
pub(super) fn name<'e>(element: &'e BytesStart<'_>) -> &'e str {
    let name = element.name().0;
    name.rsplit_once(':').map_or(name, |(_, own)| own)
}

/// An attribute by its name without prefix.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, wanted: &str) -> Option<Cow<'e, str>> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    let found = attributes.flatten().find(|attribute| {
        let key = attribute.key.0;
        key.rsplit_once(':').map_or(key, |(_, own)| own) == wanted
    })?;
    found.normalized_value(XmlVersion::Explicit1_0).ok()
}

/// Whether an attribute says yes.
pub(super) fn is_set(element: &BytesStart<'_>, wanted: &str) -> bool {
    attribute(element, wanted).is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
}
