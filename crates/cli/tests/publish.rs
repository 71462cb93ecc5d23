//! Documents for disclosure, on the command line.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::{fs, process::Command};

use serde_json::{Value as Json, json};

fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_jibiao")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn each_format_leaves_out_who_filled_it_in_and_says_so() {
    let folder = std::env::temp_dir().join(format!("jibiao-publish-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (_, blank, _) = run(&["new", "project-declaration-2021", "--id", "d-1"]);
    let mut document: Json = serde_json::from_str(&blank).unwrap();
    document["cells"] = json!({ "project-name": "步道维护", "prepared-by": "李青甲" });
    fs::write(path("申报表.json"), document.to_string()).unwrap();

    let (code, html, complaints) = run(&["publish", &path("申报表.json")]);
    assert_eq!(code, 0);
    assert!(html.starts_with("<!doctype html>") && html.contains("步道维护") && !html.contains("李青甲"));
    assert!(complaints.contains("填报人、联系电话") && complaints.contains("请人工再看一遍"), "{complaints}");

    let (code, out, _) = run(&["publish", &path("申报表.json"), "-o", &path("公开.json")]);
    assert_eq!(code, 0, "{out}");
    let told: Json = serde_json::from_slice(&fs::read(path("公开.json")).unwrap()).unwrap();
    assert_eq!((&told["cells"], &told["extent"]), (&json!({ "project-name": "步道维护" }), &json!("excerpt")));

    assert_eq!(run(&["publish", &path("申报表.json"), "-o", &path("公开.xlsx")]).0, 0);
    assert!(fs::read(path("公开.xlsx")).unwrap().starts_with(b"PK"));
    for wrong in [&["--format", "xlsx"][..], &["--format", "sarif"]] {
        assert_eq!(run(&[&["publish", &path("申报表.json")], wrong].concat()).0, 64);
    }
    assert_eq!(run(&["check", &path("申报表.json"), "--format", "html"]).0, 64);
    fs::remove_dir_all(&folder).unwrap();
}
