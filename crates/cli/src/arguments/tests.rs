use super::*;

fn parsed(line: &str) -> Result<Invocation, Misuse> {
    parse(line.split_whitespace().map(OsString::from).collect()).map(|asked| asked.invocation)
}

fn key(line: &str) -> &'static str {
    parsed(line).unwrap_err().key
}

#[test]
fn a_check_without_options_reads_standard_input_at_submission() {
    let expected = Invocation::Check {
        files: vec!["-".into()],
        stage: Stage::Submission,
        format: Format::Text,
        rebind: Rebind::Never,
    };
    assert_eq!(parsed("check"), Ok(expected.clone()));
    assert_eq!(parsed("--lang en check -"), Ok(expected));
}

#[test]
fn options_stand_anywhere() {
    let expected = Invocation::Check {
        files: vec!["a".into(), "b".into()],
        stage: Stage::Review,
        format: Format::Json,
        rebind: Rebind::ToSameId,
    };
    assert_eq!(parsed("check a --stage review b --format=json --rebind"), Ok(expected.clone()));
    assert_eq!(parsed("--rebind --format json --stage=review check a b"), Ok(expected));
}

#[test]
fn every_misuse_is_named() {
    for (line, expected) in [
        ("", "misuse-no-command"),
        ("chek", "misuse-unknown-command"),
        ("check --stag review", "misuse-unknown-option"),
        ("check -x", "misuse-unknown-option"),
        ("check --stage", "misuse-missing-value"),
        ("check --stage final", "misuse-wrong-value"),
        ("check --lang fr", "misuse-wrong-value"),
        ("score --format sarif", "misuse-wrong-value"),
        ("score --stage review", "misuse-unknown-option"),
        ("rules a", "misuse-unexpected"),
        ("new a --as uncle", "misuse-wrong-value"),
        ("upload --format json", "misuse-unknown-option"),
        ("check --rebind=yes", "misuse-unexpected"),
        ("forms --id x", "misuse-unknown-option"),
        ("library --level many", "misuse-wrong-value"),
        ("library --stage review", "misuse-unknown-option"),
        ("check --category training", "misuse-unknown-option"),
        ("schema --pack x", "misuse-unknown-option"),
        ("check --output x", "misuse-unknown-option"),
        ("pack", "misuse-no-pack-command"),
        ("pack lnit x", "misuse-unknown-pack-command"),
        ("pack lint", "misuse-needs-pack"),
        ("pack diff x", "misuse-needs-two-packs"),
        ("pack diff x y z", "misuse-unexpected"),
        ("pack lint x --format sarif", "misuse-wrong-value"),
        ("pack build x --format json", "misuse-unknown-option"),
        ("bundle a", "misuse-needs-bundle-output"),
        ("bundle a -o b --format json", "misuse-unknown-option"),
        ("bundle a -o b --date 31.3.2026", "misuse-wrong-value"),
        ("bundle a -o b --date 2026-13-01", "misuse-wrong-value"),
        ("bundle a -o b --encrypt-to nobody", "misuse-wrong-value"),
        ("bundle a -o b --identity c", "misuse-unknown-option"),
        ("verify a --encrypt-to age1", "misuse-wrong-value"),
        ("check a --passphrase-file b", "misuse-unknown-option"),
        ("verify", "misuse-needs-bundle"),
        ("verify a --format sarif", "misuse-wrong-value"),
        ("check a --attach b", "misuse-unknown-option"),
        ("check a --force", "misuse-unknown-option"),
    ] {
        assert_eq!(key(line), expected, "{line}");
    }
}

#[test]
fn packs_are_named_as_often_as_there_are_any() {
    let asked = parse("rules --pack a --pack=b".split(' ').map(OsString::from).collect()).unwrap();
    assert_eq!(asked, Asked { invocation: Invocation::Rules, packs: vec!["a".into(), "b".into()] });
    let one = Invocation::Forms { form: Some("a".into()), format: Format::Json };
    assert_eq!(parsed("forms a --format json"), Ok(one));
    let built = PackInvocation::Build { folder: "a".into(), output: Some("b.zip".into()) };
    assert_eq!(parsed("pack build a -o b.zip"), Ok(Invocation::Pack(built)));
}

#[test]
fn a_slip_of_the_finger_is_recognised() {
    assert_eq!(parsed("chekc").unwrap_err().near.as_deref(), Some("check"));
    assert_eq!(parsed("check --stge review").unwrap_err().near.as_deref(), Some("--stage"));
    assert_eq!(parsed("frobnicate").unwrap_err().near, None);
}

#[test]
fn the_language_is_known_before_the_rest_is_understood() {
    let language = |line: &str| language(&line.split_whitespace().map(OsString::from).collect::<Vec<_>>());
    assert_eq!(language("nonsense --lang en"), Language::En);
    assert_eq!(language("--lang=en check"), Language::En);
    assert_eq!(language("check"), Language::Zh);
}
