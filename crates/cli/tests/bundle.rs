//! Bundles on the command line: made, verified, and what was changed is told.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::{fs, path::PathBuf, process::Command};

use serde_json::{Value as Json, json};

/// A folder of its own for one test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("jibiao-bundle-{test}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        fs::write(self.0.join(name), bytes).unwrap();
        self.path(name)
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_jibiao")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn verified(file: &str) -> (i32, Json) {
    let (code, out, _) = run(&["verify", file, "--format", "json"]);
    (code, serde_json::from_str(&out).unwrap())
}

fn blank(folder: &Folder) -> String {
    let (_, document, _) = run(&["new", "project-declaration-2021", "--id", "d-1"]);
    folder.file("申报表.json", document.as_bytes())
}

#[test]
fn a_draft_that_is_not_accepted_is_bundled_and_says_so() {
    let folder = Folder::new("draft");
    let document = blank(&folder);
    let photo = folder.file("现场 照片.JPG", &[7; 300_000]);
    let zip = folder.path("报送包.zip");
    let (code, out, complaints) = run(&["bundle", &document, "--attach", &photo, "--date", "2026-03-31", "-o", &zip]);
    assert_eq!((code, complaints.as_str()), (1, ""));
    assert!(out.contains("需要修改") && out.contains("还没有通过审核") && out.contains("不能证明是谁"), "{out}");
    assert_eq!(folder.names(), ["报送包.zip", "现场 照片.JPG", "申报表.json"].map(str::to_owned));

    let (code, told) = verified(&zip);
    assert_eq!(code, 0);
    let told = &told["results"][0];
    assert_eq!(
        (&told["standing"], &told["kind"], &told["stage"]),
        (&json!("valid"), &json!("bundle"), &json!("submission"))
    );
    assert_eq!(told["checked"], json!(["sha256", "sha512", "sm3"]));
    assert_eq!(told["remarks"], json!([]));
    assert_eq!(told["documents"][0]["outcome"], "same");
    assert_eq!(told["documents"][0]["verdict"], "rejected");
    let info = told["info"].as_array().unwrap();
    assert!(info.contains(&json!(["Original-Name", "data/attachments/001.jpg 现场 照片.JPG"])));
    assert!(info.contains(&json!(["Bagging-Date", "2026-03-31"])));

    // The same files, the same bytes.
    let again = folder.path("again.zip");
    run(&["bundle", &document, "--attach", &photo, "--date", "2026-03-31", "-o", &again]);
    assert_eq!(fs::read(&zip).unwrap(), fs::read(&again).unwrap());
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_that_is_said() {
    let folder = Folder::new("force");
    let document = blank(&folder);
    let zip = folder.file("there.zip", b"precious");
    let (code, _, complaints) = run(&["bundle", &document, "-o", &zip]);
    assert_eq!(code, 2);
    assert!(complaints.contains("已经存在"), "{complaints}");
    assert_eq!(fs::read(&zip).unwrap(), b"precious");
    let (code, _, _) = run(&["bundle", &document, "-o", &zip, "--force"]);
    assert_eq!((code, verified(&zip).0), (1, 0));
}

#[test]
fn what_can_not_be_read_leaves_nothing_behind() {
    let folder = Folder::new("nothing");
    let document = blank(&folder);
    let zip = folder.path("a.zip");
    let lost = folder.path("lost.pdf");
    let inside = folder.path("");
    for arguments in [
        ["bundle", &document, "--attach", &lost, "-o", &zip],
        ["bundle", &document, "--attach", &inside, "-o", &zip],
        ["bundle", &lost, "--attach", &document, "-o", &zip],
    ] {
        let (code, _, complaints) = run(&arguments);
        assert_eq!(code, 2, "{complaints}");
        assert!(!complaints.is_empty());
        assert_eq!(folder.names(), ["申报表.json"]);
    }
}

#[test]
fn a_changed_bundle_is_told_file_by_file() {
    let folder = Folder::new("changed");
    let document = blank(&folder);
    let note = folder.file("note.txt", b"the very words");
    let zip = folder.path("a.zip");
    run(&["bundle", &document, "--attach", &note, "-o", &zip]);
    let mut bytes = fs::read(&zip).unwrap();
    let at = bytes.windows(14).position(|words| words == b"the very words").unwrap();
    bytes[at] = b'T';
    let changed = folder.file("b.zip", &bytes);
    let (code, told) = verified(&changed);
    assert_eq!((code, &told["results"][0]["standing"]), (1, &json!("broken")));
    let remarks = told["results"][0]["remarks"].as_array().unwrap();
    let codes: Vec<&str> = remarks.iter().map(|remark| remark["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["checksum-differs", "digest-differs", "digest-differs", "digest-differs"]);
    assert!(remarks.iter().all(|remark| remark["file"] == "data/attachments/001.txt"));
    assert!(remarks[1]["message"].as_str().unwrap().contains("SHA-256"));

    let cut = folder.file("c.zip", &bytes[..bytes.len() - 7]);
    let (code, out, _) = run(&["verify", &cut]);
    assert_eq!(code, 2);
    assert!(out.contains("文件不完整"), "{out}");
    let (code, out, complaints) = run(&["verify", &cut, &changed, &zip, &folder.path("lost.zip"), "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(
        out.contains("differs") && out.contains("as it was made") && complaints.contains("no such file"),
        "{out}{complaints}"
    );
}

#[test]
fn a_sealed_bundle_opens_for_its_receiver_alone() {
    let folder = Folder::new("sealed");
    let document = blank(&folder);
    // A pair of keys of age-encryption.org, made for this test.
    let public = "age188mwfu8y60rg9ql2jqtuwr0sf2vq8qqeaxgt5st9lculjtmp9drsjvg5xk";
    let key = folder.file(
        "key.txt",
        b"# made for a test\nAGE-SECRET-KEY-10G3Z0QHCKGMJQ2VYRWCT6A7S6ZXZW7LH9LP7ME6UGLKF9SC4TV5SX2DA23\n",
    );
    let zip = folder.path("a.zip.age");
    let (code, out, _) = run(&["bundle", &document, "-o", &zip, "--encrypt-to", public]);
    assert_eq!(code, 1);
    assert!(out.contains("加密不证明是谁寄的"), "{out}");
    assert!(fs::read(&zip).unwrap().starts_with(b"age-encryption.org/v1"));
    let (code, _, complaints) = run(&["verify", &zip]);
    assert_eq!(code, 2);
    assert!(complaints.contains("--identity"), "{complaints}");
    let (code, out, _) = run(&["verify", &zip, "--identity", &key]);
    assert_eq!(code, 0, "{out}");
    let passphrase = folder.file("passphrase.txt", "青石 correct horse\n".as_bytes());
    let (code, _, complaints) = run(&["verify", &zip, "--passphrase-file", &passphrase]);
    assert_eq!(code, 2);
    assert!(complaints.contains("打不开"), "{complaints}");
    // A byte that was changed on the way.
    let mut bytes = fs::read(&zip).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    let changed = folder.file("b.zip.age", &bytes);
    assert_eq!(run(&["verify", &changed, "--identity", &key]).0, 2);
}

#[test]
fn a_passphrase_opens_what_it_sealed() {
    let folder = Folder::new("passphrase");
    let document = blank(&folder);
    let passphrase = folder.file("passphrase.txt", "青石 correct horse\n".as_bytes());
    let other = folder.file("other.txt", b"another\n");
    let blank_file = folder.file("blank.txt", b"\n");
    let zip = folder.path("a.zip.age");
    assert_eq!(run(&["bundle", &document, "-o", &zip, "--passphrase-file", &passphrase]).0, 1);
    assert_eq!(run(&["verify", &zip, "--passphrase-file", &passphrase]).0, 0);
    assert_eq!(run(&["verify", &zip, "--passphrase-file", &other]).0, 2);
    assert_eq!(run(&["verify", &zip, "--passphrase-file", &blank_file]).0, 2);
}

#[test]
fn two_files_of_one_document_are_not_put_into_one_bundle() {
    let folder = Folder::new("twice");
    let one = blank(&folder);
    let mut document: Json = serde_json::from_str(&fs::read_to_string(&one).unwrap()).unwrap();
    document["cells"] = json!({ "project-name": "步道维护" });
    let other = folder.file("改.json", document.to_string().as_bytes());
    let output = folder.path("报送包.zip");
    for (files, said) in [([&one, &other], "内容却不同"), ([&one, &one], "是同一份文件")] {
        let (code, _, complaints) = run(&["bundle", files[0], files[1], "-o", &output]);
        assert!(code == 2 && complaints.contains(said) && complaints.contains("“d-1”"), "{complaints}");
    }
    assert!(!std::path::Path::new(&output).exists());
}
