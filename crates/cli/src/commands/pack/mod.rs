//! `pack`: what a pack is made of, what is wrong with it, how two differ, and how one is handed on.

mod build;
mod differences;
mod lint;
mod show;
mod test;

use jibiao_kit::{LoadError, PackRef, Problem, Shelf};
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::{
    arguments::{Format, Misuse, PackInvocation},
    commands::{Output, Session},
    exit::Exit,
    input::unreadable,
    packs::{self, Given, Unread},
    page::{Page, Sheet},
};

/// A pack that a command is about, under the name by which it was given.
#[derive(Debug)]
struct Target {
    name: String,
    at: usize,
}

/// Why a pack could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct RefusedPack {
    code: &'static str,
    problems: Vec<Json>,
}

/// What became of the packs that a command is about, in the order given.
#[derive(Debug)]
struct Results {
    /// What programs read, one for each pack.
    json: Vec<Json>,
    page: Page,
    complaints: Page,
    exit: Exit,
}

impl Session<'_> {
    pub(super) fn pack(self, invocation: PackInvocation) -> Output {
        match invocation {
            PackInvocation::Show { packs, format } => self.show_packs(packs, format),
            PackInvocation::Lint { packs, format } => self.lint_packs(&packs, format),
            PackInvocation::Test { packs, format } => self.test_packs(&packs, format),
            PackInvocation::Diff { before, after, format } => self.compare_packs(&before, &after, format),
            PackInvocation::Build { folder, output } => self.build_pack(&folder, output.as_deref()),
        }
    }

    /// All packs at hand, as they were written.
    fn shelf(self) -> Result<Shelf, LoadError> {
        let mut shelf = Shelf::default();
        for bytes in self.kit.bytes() {
            shelf.add(bytes)?;
        }
        Ok(shelf)
    }

    /// Puts the packs of a command on a shelf and does something with each that can be used.
    fn each_pack(
        self,
        names: &[String],
        act: &mut dyn FnMut(&Shelf, &Target, &mut Results) -> Result<(), LoadError>,
    ) -> Result<Results, Misuse> {
        let mut results =
            Results { json: Vec::new(), page: Page::new(), complaints: Page::default(), exit: Exit::Accepted };
        let mut shelf = match self.shelf() {
            Ok(shelf) => shelf,
            Err(error) => {
                self.refuse_pack(&mut results, "", error.problems());
                return Ok(results);
            }
        };
        let mut targets = Vec::new();
        for name in names {
            match self.put(&mut shelf, name)? {
                Ok(at) => targets.push(Target { name: name.clone(), at }),
                Err(Unread::Refused(error)) => self.refuse_pack(&mut results, name, error.problems()),
                Err(Unread::System(error)) => {
                    let refusal = unreadable(&error, self.speech);
                    self.refuse(&mut results.complaints, name, &refusal);
                    results.json.push(json!({ "file": name, "error": refusal }));
                    results.exit = Exit::Open;
                }
            }
        }
        for target in &targets {
            if let Err(error) = act(&shelf, target, &mut results) {
                self.refuse_pack(&mut results, &target.name, error.problems());
            }
        }
        Ok(results)
    }

    /// Puts a pack on the shelf: a folder or file, or one that is at hand under its id.
    fn put(self, shelf: &mut Shelf, name: &str) -> Result<Result<usize, Unread>, Misuse> {
        match packs::read(name) {
            Ok(Given::Folder(files)) => Ok(shelf.add_files(&files).map_err(Unread::Refused)),
            Ok(Given::File(bytes)) => Ok(shelf.add_bytes(&bytes).map_err(Unread::Refused)),
            Err(Unread::System(error)) => match shelf.find(name) {
                Some(at) => Ok(Ok(at)),
                None if packs::district(name).is_some() => {
                    let bytes = packs::district(name).unwrap_or_default();
                    Ok(shelf.add_bytes(bytes).map_err(Unread::Refused))
                }
                None if name.contains(['/', '\\', '.']) => Ok(Err(Unread::System(error))),
                None => {
                    let mut known: Vec<&str> = self.kit.held().iter().map(|held| held.reference.id.as_str()).collect();
                    known.extend(packs::districts().filter(|id| !known.contains(id)).collect::<Vec<_>>());
                    let args = [("given", name.to_owned()), ("known", self.speech.list(&known))];
                    Err(Misuse::new("misuse-unknown-pack", args).perhaps(name, known))
                }
            },
            Err(refused) => Ok(Err(refused)),
        }
    }

    fn refuse_pack(self, results: &mut Results, name: &str, problems: &[Problem]) {
        packs::problems(&mut results.complaints, name, problems, self.speech);
        let listed = problems.iter().map(
            |problem| json!({ "file": problem.file, "line": problem.line, "at": problem.at, "what": problem.what }),
        );
        let error = RefusedPack { code: "pack-refused", problems: listed.collect() };
        results.json.push(json!({ "file": name, "error": error }));
        results.exit = Exit::Open;
    }

    /// The results for people or for programs; `kind` names the output to programs.
    fn pack_output(self, results: Result<Results, Misuse>, kind: &str, format: Format) -> Output {
        let Results { json, page, complaints, exit } = match results {
            Ok(results) => results,
            Err(misuse) => return self.misuse(misuse),
        };
        if format == Format::Json {
            let text = jibiao_kit::pretty(&json!({ kind: 1, "results": json }));
            return Output { text: Sheet::Json(text), complaints: Page::default(), exit };
        }
        Output { text: Sheet::Page(page), complaints, exit }
    }
}

/// A pack by all that tells it from others.
fn identity(pack: &PackRef) -> Json {
    json!({ "id": pack.id, "edition": pack.edition, "sha256": pack.sha256 })
}

/// The beginning of a pack's digest: enough to tell two by eye.
fn digest(pack: &PackRef) -> String {
    pack.sha256.chars().take(12).collect()
}
