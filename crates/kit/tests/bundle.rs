//! Documents go into a bag and come out of it, and what was changed on the way is told.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use jibiao_kit::{
    Draft, Edit, Kit, Stage,
    bundle::{Contents, Examined, Found, Given, Recheck, bag, kept},
};

fn kit() -> Kit {
    Kit::builtin().unwrap()
}

fn draft(kit: &Kit, id: &str, name: &str) -> Draft {
    let mut draft = kit.blank("project-self-evaluation-2021", id).unwrap();
    draft.apply(Edit::SetCell { cell: "project-name".into(), text: name.into() }).unwrap();
    draft
}

/// A bag of these contents and one attachment.
fn bagged(contents: &Contents) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = bag::Writer::new(&contents.top, &mut out).unwrap();
    for (name, bytes) in &contents.files {
        writer.file(name, bytes, &mut out).unwrap();
    }
    writer.begin("data/attachments/001.txt", Some("说明.txt"), 1, &mut out).unwrap();
    writer.push(b"a", &mut out).unwrap();
    writer.end(&mut out).unwrap();
    writer.finish(&contents.info, &mut out).unwrap();
    out
}

fn examined(kit: &Kit, zip: &[u8]) -> Examined {
    kit.examine(bag::verify(zip, kept))
}

fn outcomes(examined: &Examined) -> Vec<&'static str> {
    let Found::Bundle { documents, .. } = &examined.found else { panic!("{:?}", examined.found) };
    documents.iter().map(|document| document.outcome.name()).collect()
}

fn contents(kit: &Kit) -> Contents {
    let drafts = [draft(kit, "a", "甲项目"), draft(kit, "b", "乙项目")];
    Contents::of(&drafts, Stage::Submission, &Given::default())
}

#[test]
fn what_goes_in_is_the_same_when_it_comes_out() {
    let kit = kit();
    let zip = bagged(&contents(&kit));
    assert_eq!(zip, bagged(&contents(&kit)), "the same documents, the same bytes");
    let examined = examined(&kit, &zip);
    assert_eq!(examined.findings.remarks, []);
    assert_eq!(outcomes(&examined), ["same", "same"]);
    assert_eq!(examined.standing(), bag::Standing::Valid);
    let Found::Bundle { documents, stage } = examined.found else { panic!() };
    assert_eq!(stage, Stage::Submission);
    let Recheck::Same { verdict } = &documents[0].outcome else { panic!() };
    assert_eq!(verdict, "rejected", "a draft that is not accepted is packed like any other");
}

/// The outcome of the first document after its file `name` was changed, and the bag was made anew around it.
fn changed(name: &str, change: impl Fn(String) -> String) -> (&'static str, bag::Standing) {
    let kit = kit();
    let mut contents = contents(&kit);
    let file = contents.files.iter_mut().find(|(other, _)| other == name).unwrap();
    let text = String::from_utf8(file.1.clone()).unwrap();
    let new = change(text.clone());
    assert_ne!(text, new, "nothing was changed");
    file.1 = new.into_bytes();
    let examined = examined(&kit, &bagged(&contents));
    (outcomes(&examined)[0], examined.standing())
}

#[test]
fn a_document_or_report_that_was_exchanged_is_told_though_all_digests_are_right() {
    let document = "data/documents/001/document.json";
    let report = "data/documents/001/report.json";
    let broken = bag::Standing::Broken;
    assert_eq!(changed(document, |text| text.replace("甲项目", "丙项目")), ("other-document", broken));
    assert_eq!(
        changed(report, |text| text.replace("\"verdict\":\"rejected\"", "\"verdict\":\"accepted\"")),
        ("other-report", broken)
    );
    assert_eq!(changed(report, |_| "nonsense".into()), ("other-report", broken));
    assert_eq!(
        changed("jibiao.json", |text| text.replacen("\"revision\": 0", "\"revision\": 7", 1)),
        ("other-document", broken)
    );
    assert_eq!(
        changed("jibiao.json", |text| text.replacen("documents/001/", "documents/003/", 1)),
        ("missing", broken)
    );
    assert_eq!(changed(document, |_| "{}".into()), ("unopened", bag::Standing::Undetermined));
}

#[test]
fn without_the_pack_nobody_says_that_the_check_holds() {
    // A document that is pinned to a pack that nobody has.
    let mut strange = contents(&kit());
    let pack = draft(&kit(), "a", "").document().pack.sha256.clone();
    for (_, bytes) in &mut strange.files {
        *bytes = String::from_utf8(bytes.clone()).unwrap().replace(&pack, &"0".repeat(64)).into_bytes();
    }
    let examined_strange = examined(&kit(), &bagged(&strange));
    assert_eq!(outcomes(&examined_strange), ["no-pack", "no-pack"]);
    assert_eq!(examined_strange.standing(), bag::Standing::Undetermined);
}

#[test]
fn a_file_that_nobody_lists_was_put_in_afterwards() {
    // A bag of the standard may hold files that no tag manifest lists; a bundle does not.
    let mut out = Vec::new();
    let mut writer = bag::Writer::new("b", &mut out).unwrap();
    writer.file("data/a.txt", b"a", &mut out).unwrap();
    writer.finish(&[], &mut out).unwrap();
    let foreign = examined(&kit(), &out);
    assert!(matches!(foreign.found, Found::Foreign));
    assert_eq!(foreign.standing(), bag::Standing::Valid);
    assert!(matches!(examined(&kit(), b"no zip").found, Found::Nothing));
}

#[test]
fn the_page_runs_nothing_and_shows_every_text_as_text() {
    let kit = kit();
    let hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u{202e}";
    let mut draft = draft(&kit, "a", hostile);
    let row = jibiao_kit::Row::new("r1".into());
    let tables = draft.form().tables().next();
    let (table, cell) = tables.map(|(_, table)| (table.id.clone(), table.columns[0].id.clone())).unwrap();
    draft.apply(Edit::InsertRow { table: table.clone(), at: 0, row }).unwrap();
    let text = "</td><style>*{display:none}".to_owned();
    draft.apply(Edit::SetRowCell { table, row: "r1".into(), cell, text }).unwrap();
    let contents = Contents::of(&[draft], Stage::Submission, &Given::default());
    let page = contents.files.iter().find(|(name, _)| name == "data/report.html").unwrap();
    let page = String::from_utf8(page.1.clone()).unwrap();
    assert!(
        page.contains(
            "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;\u{fffd}"
        )
    );
    assert!(page.contains("&lt;/td&gt;&lt;style&gt;"));
    for mark in ["<script", "<img", "<link", "<iframe", " onerror=\"", "javascript:", "http://", "https://"] {
        assert!(!page.contains(mark), "{mark}");
    }
    assert_eq!(page.matches("<style>").count(), 1);
    assert!(page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"));
    assert!(page.contains("回执码") && page.contains(&contents.receipts[0].code));
    assert!(page.contains("不能证明是谁填报"));
}
