//! Packs on the command line: a district's pack is shown, examined, tested, compared, handed on, and used.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::{Value as Json, json};

/// A folder of its own for one test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("jibiao-pack-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// The district's pack of the packs' own tests, to be changed.
    fn district(&self) -> String {
        let pack = self.0.join("district");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs/tests/fixtures/example-district"), &pack);
        pack.to_str().unwrap().to_owned()
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

fn change(pack: &str, file: &str, from: &str, to: &str) {
    let path = Path::new(pack).join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn run_with(arguments: &[&str], stdin: &str) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jibiao"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    run_with(arguments, "")
}

fn json_of(arguments: &[&str]) -> (i32, Json) {
    let (code, out, err) = run(arguments);
    assert_eq!(err, "");
    (code, serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}")))
}

#[test]
fn a_pack_is_shown_by_what_is_its_own_and_what_it_inherits() {
    let folder = Folder::new("show");
    let pack = folder.district();
    let (code, out, err) = run(&["pack", "show", &pack]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    for line in [
        "以 cn-mof 2026.1（",
        "不用的表单：project-declaration-2015",
        "  + contact-missing",
        "  ~ goal-length  20 → 30",
        "    ~ 审核  建议修改 → 必须修改",
        "  + template-text  （由单位填写）",
    ] {
        assert!(out.contains(line), "{line}: {out}");
    }
    let (code, json) = json_of(&["pack", "show", &pack, "--format", "json"]);
    assert_eq!(code, 0);
    let shown = &json["results"][0];
    assert_eq!(shown["pack"]["id"], "example-district");
    assert_eq!(shown["extends"][0]["id"], "cn-mof");
    assert_eq!(shown["tests"], 3);
    assert_eq!(shown["left_out"], json!(["project-declaration-2015"]));
    let from =
        |rule: &str| shown["rules"].as_array().unwrap().iter().find(|r| r["name"] == rule).unwrap()["from"].clone();
    assert_eq!((from("contact-missing"), from("cell-missing")), (json!("example-district"), json!("cn-mof")));
    let (code, out, _) = run(&["pack", "show", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(out.contains("cn-mof"), "{out}");
}

#[test]
fn remarks_end_with_1_and_notes_do_not() {
    let folder = Folder::new("lint");
    let pack = folder.district();
    let (code, out, _) = run(&["pack", "lint", &pack]);
    assert_eq!(code, 1);
    assert!(out.contains("vocabulary.toml:8  list-unused") && out.contains("secret-words"), "{out}");
    change(&pack, "vocabulary.toml", "secret-words = [\"机密\", \"绝密\"]", "");
    let (code, out, _) = run(&["pack", "lint", &pack]);
    assert_eq!(code, 0, "{out}");
    change(
        &pack,
        "policy.toml",
        "indicator-foreign = \"off\"",
        "indicator-foreign = \"off\"\nunit-missing = \"advises\"",
    );
    let (code, json) = json_of(&["pack", "lint", &pack, "--format", "json"]);
    assert_eq!(code, 0);
    let remark = &json["results"][0]["remarks"][0];
    assert_eq!(remark["kind"], "repeated");
    assert_eq!(remark["weight"], "note");
    assert_eq!((&remark["file"], &remark["line"]), (&json!("policy.toml"), &json!(9)));
    assert_eq!(run(&["pack", "lint", "cn-mof"]).0, 0);
}

#[test]
fn a_test_that_fails_ends_with_1_and_says_where() {
    let folder = Folder::new("test");
    let pack = folder.district();
    let (code, out, _) = run(&["pack", "test", &pack]);
    assert_eq!(code, 0, "{out}");
    change(&pack, "rules/contact-missing.toml", "finds = 1", "finds = 2");
    let (code, out, _) = run(&["pack", "test", &pack]);
    assert_eq!(code, 1);
    assert!(out.contains("rules/contact-missing.toml:8") && out.contains("例子说应查出 2 处，实际查出 1 处"), "{out}");
    let (code, json) = json_of(&["pack", "test", &pack, "--format", "json"]);
    assert_eq!(code, 1);
    let tests = json["results"][0]["tests"].as_array().unwrap();
    assert_eq!(tests.iter().filter(|test| test["passed"] == false).count(), 1);
    assert_eq!(tests[0]["outcome"], json!({ "found": 1 }));
    // A pack whose own tests fail is no pack to check by.
    let (code, out, err) = run_with(&["check", "--pack", &pack], "{}");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("rules/contact-missing.toml:8"), "{err}");
}

#[test]
fn differences_are_told_by_name_and_end_with_1() {
    let folder = Folder::new("diff");
    let pack = folder.district();
    let (code, out, _) = run(&["pack", "diff", &pack, &pack]);
    assert_eq!(code, 0);
    assert!(out.contains("没有不同"), "{out}");
    let (code, out, _) = run(&["pack", "diff", "cn-mof", &pack, "--lang", "en"]);
    assert_eq!(code, 1);
    for line in ["  ~ goal-length  20 → 30", "  − lower-is-better  空置率", "    ~ review  should change → must change"]
    {
        assert!(out.contains(line), "{line}: {out}");
    }
    let (_, json) = json_of(&["pack", "diff", "cn-mof", &pack, "--format", "json"]);
    let differences = json["results"][0]["differences"].as_array().unwrap();
    let number = json!({
        "part": "numbers", "name": "goal-length", "at": "", "change": "changed", "from": "20", "to": "30",
    });
    assert!(differences.contains(&number), "{differences:#?}");
}

#[test]
fn a_pack_is_built_into_one_file_that_is_the_same_pack() {
    let folder = Folder::new("build");
    let pack = folder.district();
    let identity = |pack: &str| json_of(&["pack", "show", pack, "--format", "json"]).1["results"][0]["pack"].clone();
    for name in ["district.zip", "district.json"] {
        let file = folder.path(name);
        let (code, out, err) = run(&["pack", "build", &pack, "-o", &file]);
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
        assert!(out.contains("example-district 2026.1"), "{out}");
        assert_eq!(identity(&file), identity(&pack), "{name}");
    }
    let (code, out, _) = run(&["pack", "build", &pack]);
    assert_eq!(code, 0);
    assert_eq!(out, fs::read_to_string(folder.path("district.json")).unwrap());
    change(&pack, "rules/contact-missing.toml", "finds = 1", "finds = 2");
    let other = folder.path("other.zip");
    let (code, out, err) = run(&["pack", "build", &pack, "-o", &other]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("rules/contact-missing.toml:8"), "{err}");
    assert!(!Path::new(&other).exists(), "a pack that is refused is not written");
}

#[test]
fn a_pack_that_is_named_is_at_hand_for_every_command() {
    let folder = Folder::new("use");
    let pack = folder.district();
    let (code, out, _) = run(&["forms", "--pack", &pack]);
    assert_eq!(code, 0);
    assert!(out.contains("district-declaration"), "{out}");
    assert!(run(&["rules", "--pack", &pack]).1.contains("contact-missing"));
    assert!(run(&["explain", "contact-missing", "--pack", &pack]).1.contains("联系人未填"));
    let (code, document, _) = run(&["new", "district-declaration", "--id", "d", "--pack", &pack]);
    assert_eq!(code, 0);
    let (code, out, _) = run_with(&["check", "--pack", &pack, "--format", "json"], &document);
    assert_eq!(code, 1, "{out}");
    let report: Json = serde_json::from_str(&out).unwrap();
    let entries = report["results"][0]["report"]["entries"].as_array().unwrap();
    assert!(entries.iter().any(|entry| entry["rule"] == "contact-missing"), "{out}");
    // Without the pack the document says which one it needs.
    let (code, _, err) = run_with(&["check"], &document);
    assert_eq!(code, 2);
    assert!(err.contains("example-district") && err.contains("2026.1"), "{err}");
}

#[test]
fn a_form_that_a_named_pack_inherits_is_begun_in_that_pack() {
    let folder = Folder::new("inherit");
    let pack = folder.district();
    let form = "project-declaration-2021";
    let begun = |arguments: &[&str]| -> Json { serde_json::from_str(&run(arguments).1).unwrap() };
    assert_eq!(begun(&["new", form])["pack"]["id"], "cn-mof");
    assert_eq!(begun(&["new", form, "--pack", &pack])["pack"]["id"], "example-district");
    // Two packs that both have it leave the choice to the person.
    let other = folder.path("other");
    copy(Path::new(&pack), Path::new(&other));
    change(&other, "pack.toml", "id = \"example-district\"", "id = \"other-district\"");
    fs::remove_file(Path::new(&other).join("rules/contact-missing.toml")).unwrap();
    change(&other, "policy.toml", "contact-missing =", "unit-missing =");
    let (code, _, err) = run(&["new", form, "--pack", &pack, "--pack", &other]);
    assert_eq!(code, 64);
    assert!(err.contains("example-district") && err.contains("other-district"), "{err}");
}

#[test]
fn every_problem_of_a_pack_is_told_with_file_and_line() {
    let folder = Folder::new("refused");
    let pack = folder.district();
    change(&pack, "policy.toml", "indicator-foreign =", "indicator-foriegn =");
    change(&pack, "policy.toml", "\"30\"", "30.5");
    change(&pack, "vocabulary.toml", "template-text =", "template-texts =");
    for command in [&["pack", "lint", &pack][..], &["pack", "show", &pack], &["forms", "--pack", &pack]] {
        let (code, out, err) = run(command);
        assert_eq!((code, out.as_str()), (2, ""), "{command:?}");
        for place in ["policy.toml:3", "policy.toml:8", "vocabulary.toml:2"] {
            assert!(err.contains(place), "{place}: {err}");
        }
    }
    let (code, json) = json_of(&["pack", "lint", &pack, "--format", "json"]);
    assert_eq!(code, 2);
    let error = &json["results"][0]["error"];
    assert_eq!(error["code"], "pack-refused");
    assert_eq!(error["problems"].as_array().unwrap().len(), 3);
    assert_eq!(error["problems"][0]["file"], "vocabulary.toml");
}

#[test]
fn wrong_use_ends_with_64() {
    for arguments in [
        &["pack"][..],
        &["pack", "lnit"],
        &["pack", "lint"],
        &["pack", "diff", "cn-mof"],
        &["pack", "show", "cn-mfo"],
        &["pack", "build"],
        &["schema", "--pack", "x"],
    ] {
        let (code, out, _) = run(arguments);
        assert_eq!((code, out.as_str()), (64, ""), "{arguments:?}");
    }
    assert!(run(&["pack", "show", "cn-mfo"]).2.contains("是不是要写“cn-mof”"));
    let (code, _, err) = run(&["pack", "show", "./absent"]);
    assert_eq!(code, 2);
    assert!(err.contains("./absent"), "{err}");
}

#[test]
fn an_inherited_example_that_came_out_otherwise_is_a_note_and_no_failure() {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs/districts/tianjin-dongli");
    let (code, out, _) = run(&["pack", "test", pack.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("· rules/cell-blank") && !out.contains('✗'), "{out}");
    let folder = Folder::new("mark");
    let own = folder.district();
    change(&own, "rules/contact-missing.toml", "finds = 1", "finds = 2");
    let (code, out, _) = run(&["pack", "test", &own]);
    assert!(code == 1 && out.contains("✗ rules/contact-missing"), "{out}");
}
