//! A data rule that cannot run to its end is never read as one that found nothing.

use jibiao_model::{Overflow, Verdict};

use super::desk::{book_of, check, forms, rule};
use crate::{Halt, run::tests::ends};

/// A rule of every kind, with a document in which it finds something.
const KINDS: [(&str, &str, &str); 15] = [
    ("required", "cells = [\"case\"]", ""),
    ("words", "cells = [\"case\"]\nwords = [\"等\"]", "cells = { case = \"等\" }"),
    ("allowed", "cells = [\"case\"]\nwords = [\"是\"]", "cells = { case = \"否\" }"),
    ("pattern", "cells = [\"case\"]\npatterns = [\"{1 digits}\"]", "cells = { case = \"否\" }"),
    ("length", "cells = [\"case\"]\nleast = \"3\"", "cells = { case = \"否\" }"),
    ("limit", "", "cells = { project-name = \"一二三四五六七八九十一\" }"),
    ("same-text", "cells = [\"case\"]\nrepeats = \"loose\"", "cells = { case = \"否\", loose = \"否\" }"),
    ("other-text", "cells = [\"case\"]\ndiffers-from = \"loose\"", "cells = { case = \"否\", loose = \"是\" }"),
    ("range", "cells = [\"staff\"]\nto = \"5\"", "cells = { staff = \"6\" }"),
    ("compare", "cells = [\"staff\"]\nat-most = { cell = \"staff\", times = \"0.5\" }", "cells = { staff = \"6\" }"),
    (
        "sum",
        "total = \"reserve\"\nparts = [\"fund.total.year\"]",
        "cells = { reserve = \"6\", \"fund.total.year\" = \"7\" }",
    ),
    ("count", "at-least = \"1\"", ""),
    ("subtotal", "column = \"share\"\nat-least = \"1\"", "[[tasks]]\nshare = \"0.5\""),
    ("coverage", "", ""),
    ("never", "cells = [\"staff\"]\nwhen = [{ cell = \"staff\", above = \"5\" }]", "cells = { staff = \"6\" }"),
];

fn text(kind: &str, rest: &str) -> String {
    format!("purposes = [\"declaration\"]\nkind = \"{kind}\"\n{rest}")
}

#[test]
fn every_kind_that_halts_leaves_the_verdict_open() {
    for (kind, rest, document) in KINDS {
        let rule = rule(&text(kind, rest));
        let found = check(&rule, document);
        assert_eq!(found.verdict, Verdict::AcceptedWithNotes, "{kind}");
        let (form, book) = (&forms()[0], book_of(&rule));
        let halts: [&dyn Fn() -> Result<(), Halt>; 2] =
            [&|| Err(Halt("injected".to_owned())), &|| Err(Overflow.into())];
        for halt in halts {
            let report = ends(&book, form, &rule, halt);
            assert_eq!((report.verdict, report.faults.len()), (Verdict::NotDetermined, 1), "{kind}");
            assert_eq!(report.faults[0].rule, rule.id);
        }
    }
}

/// Rules that leave the range of exact decimals in a document that people could type.
const OVERFLOWS: [(&str, &str, &str); 7] = [
    ("sum of cells", "kind = \"sum\"\ntotal = \"reserve\"\nparts = [\"fund.total.year\", \"fund.other.year\"]", BIG),
    ("sum of a column", "kind = \"sum\"\ntotal = \"reserve\"\ncolumn = \"line-amount\"", BIG),
    ("subtotal", "kind = \"subtotal\"\ncolumn = \"line-amount\"\nat-most = \"1\"\nunit = \"元\"", BIG),
    (
        "product",
        "kind = \"compare\"\ncells = [\"reserve\"]\nat-most = { cell = \"fund.total.year\", times = \"99\" }",
        BIG,
    ),
    (
        "sum of two",
        "kind = \"range\"\ncells = [\"reserve\"]\nto = { cell = \"fund.total.year\", plus = { cell = \"fund.other.year\" } }",
        BIG,
    ),
    ("difference", "kind = \"compare\"\ncells = [\"fund.total.year\"]\nat-least = { cell = \"reserve\" }", BIG),
    (
        "condition",
        "kind = \"required\"\ncells = [\"case\"]\nwhen = [{ sum = [\"fund.total.year\", \"fund.other.year\"], above = \"1\", unit = \"元\" }]",
        BIG,
    ),
];

const BIG: &str = "[cells]\nreserve = \"-50000000000000000000000000000元\"\n\"fund.total.year\" = \"50000000000000000000000000000元\"\n\
                   \"fund.other.year\" = \"50000000000000000000000000000元\"\n\
                   [[costs]]\nline-amount = \"50000000000000000000000000000元\"\n[[costs]]\nline-amount = \"50000000000000000000000000000元\"";

#[test]
fn a_rule_that_overflows_is_a_fault_and_the_verdict_is_not_determined() {
    for (what, text, document) in OVERFLOWS {
        let report = check(&rule(text), document);
        assert_eq!(report.verdict, Verdict::NotDetermined, "{what}: {:?}", report.entries);
        assert_eq!(report.faults.len(), 1, "{what}");
        assert!(report.faults[0].reason.contains("28 digits"), "{what}: {}", report.faults[0].reason);
    }
}
