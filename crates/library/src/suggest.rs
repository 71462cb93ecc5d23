//! Rows for a project, found by its name and goal; a better row for a vague one.

use jibiao_model::LevelTwo;

use crate::{
    CategoryKind, Entry, Hit, Library, Way,
    grams::{Gram, grams},
    index::Shared,
    letters::letters,
    search::{Found, WORST},
};

/// An indicator row that says too little.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vague<'v> {
    /// 项目名称; blank where unknown. It decides between rows that fit alike.
    pub project: &'v str,
    pub name: &'v str,
    pub level: Option<LevelTwo>,
    pub target: &'v str,
}

/// How near each category is to a project.
struct Leaning(Vec<u32>);

/// How near the categories of one row are to a project.
#[derive(Clone, Copy, Debug, Default)]
struct Leans {
    /// Its nearest type.
    by_type: u32,
    /// Its nearest sector.
    by_sector: u32,
    /// It has neither, and fits all.
    everywhere: bool,
}

/// Words of any project's name; sharing them says nothing.
const ANYWHERE: [&str; 16] = [
    "项目", "资金", "经费", "专项", "工作", "补助", "补贴", "费用", "工程", "建设", "服务", "年度", "管理", "实施",
    "开展", "情况",
];

/// The pairs of a text about a project, without those of words that stand anywhere.
fn telling(text: &str) -> Vec<Gram> {
    let anywhere: Vec<Gram> = ANYWHERE.iter().flat_map(|word| grams(&letters(word))).collect();
    let mut given = grams(&letters(text));
    given.retain(|gram| !anywhere.contains(gram));
    given
}

/// A name without what forms and people put before it: `指标1：`, `其中：`.
fn bare(name: &str) -> &str {
    let Some((head, rest)) = name.split_once([':', '：']) else { return name };
    let head = head.trim();
    if head == "其中" || head.starts_with("指标") { rest.trim() } else { name }
}

impl Library {
    /// Rows that suit a project, by the words of its name and goal: those that share words with them, and those of
    /// the types and sectors that the words point to. The name counts more than the goal.
    pub fn suggest(&self, project: &str, goal: &str, level: Option<LevelTwo>, most: usize) -> Vec<Hit<'_>> {
        let leaning = self.leaning(project, goal);
        let mut of_project = Vec::new();
        self.index.share(&telling(project), &mut of_project);
        let mut of_goal = Vec::new();
        self.index.share(&telling(goal), &mut of_goal);
        let mut found = Found::new();
        let rows = self.entries().iter().zip(of_project.iter().zip(&of_goal)).enumerate();
        for (row, (entry, (project, goal))) in rows {
            if level.is_some_and(|level| !entry.belongs_to(level)) {
                continue;
            }
            let words = self.nearness(row, *project).saturating_mul(2).saturating_add(self.nearness(row, *goal));
            let score = weighed(entry, words, self.leans(entry, &leaning));
            if score > 0 {
                found.add(row, Way::Words, WORST.saturating_sub(u64::from(score)));
            }
        }
        found.best(self, most)
    }

    /// Rows that share words with a project's name and goal, by their own names and keywords alone: for rows that stand
    /// in no type and sector. What shares little is left out where something shares much.
    pub fn near(&self, project: &str, goal: &str, level: Option<LevelTwo>, most: usize) -> Vec<Hit<'_>> {
        let (mut of_project, mut of_goal) = (Vec::new(), Vec::new());
        self.index.share(&telling(project), &mut of_project);
        self.index.share(&telling(goal), &mut of_goal);
        let scores =
            of_project.iter().zip(&of_goal).zip(&self.entries).enumerate().map(|(row, ((project, goal), entry))| {
                if level.is_some_and(|level| !entry.belongs_to(level)) {
                    return 0;
                }
                self.nearness(row, *project).saturating_mul(2).saturating_add(self.nearness(row, *goal))
            });
        let scores: Vec<u32> = scores.collect();
        let least = scores.iter().max().map_or(1, |best| (best / 4).max(1));
        let mut found = Found::new();
        for (row, score) in scores.iter().enumerate().filter(|(_, score)| **score >= least) {
            found.add(row, Way::Words, WORST.saturating_sub(u64::from(*score)));
        }
        found.best(self, most)
    }

    /// The nearest row of the same level that shows how to say it: with a sign, a date or a grade. `None` where no
    /// row is near; [`Library::suggest`] for the level then gives rows that at least suit the project.
    pub fn better(&self, vague: Vague<'_>) -> Option<&Entry> {
        let given = grams(&letters(bare(vague.name)));
        let mut shared = Vec::new();
        let all = self.index.share(&given, &mut shared);
        let mut of_target = Vec::new();
        self.index.share(&telling(vague.target), &mut of_target);
        let mut of_project = Vec::new();
        self.index.share(&telling(vague.project), &mut of_project);
        // A row names its kind where the project does not: 培训完成及时性 is about 培训.
        let leaning = self.leaning(&[vague.project, vague.name].join(" "), "");
        let mut found = Found::new();
        for (row, (entry, shared)) in self.entries().iter().zip(&shared).enumerate() {
            let fits = vague.level.is_none_or(|level| entry.belongs_to(level)) && entry.shows_how();
            if !fits || !self.is_near(row, *shared, all) {
                continue;
            }
            let beside = |of: &[Shared]| of.get(row).map_or(0, |shared| self.nearness(row, *shared));
            let leans = self.leans(entry, &leaning);
            // Named alike, but of another business than the project's.
            let foreign = !vague.project.is_empty() && leans.is_none();
            let nearness = self.nearness(row, *shared).saturating_mul(if foreign { 2 } else { 4 });
            let score = nearness
                .saturating_add(beside(&of_target))
                .saturating_add(beside(&of_project))
                .saturating_add(leans.by_type.saturating_add(leans.by_sector).saturating_mul(4));
            found.add(row, Way::Words, WORST.saturating_sub(u64::from(score)));
        }
        found.best(self, 1).first().map(|hit| hit.entry)
    }

    /// Adds the rows that share words with a text, or whose category it names, and that were not found otherwise.
    pub(crate) fn by_words(
        &self,
        typed: &[char],
        level: Option<LevelTwo>,
        wanted: Option<&[u16]>,
        known: &[u64],
        found: &mut Found,
    ) {
        let text: String = typed.iter().collect();
        let leaning = self.leaning(&text, "");
        let mut shared = Vec::new();
        let all = self.index.share(&grams(typed), &mut shared);
        let scores = self.entries().iter().zip(&shared).enumerate().map(|(row, (entry, shared))| {
            let both = shared.name.saturating_add(shared.keywords);
            // Of a sentence, most of a name; of a few words, a good part of them.
            let much = shared.name.saturating_mul(2) >= self.index.worth(row) || both.saturating_mul(4) >= all;
            match self.nearness(row, *shared) {
                0 => 0,
                _ if !much || !self.fits(entry, level, wanted) => 0,
                _ if u64::try_from(row).is_ok_and(|row| known.contains(&row)) => 0,
                words => weighed(entry, words, self.leans(entry, &leaning)),
            }
        });
        let scores: Vec<u32> = scores.collect();
        // What shares a common ending only is left out where something shares more.
        let least = scores.iter().max().map_or(1, |best| (best / 3).max(1));
        for (row, score) in scores.iter().enumerate().filter(|(_, score)| **score >= least) {
            found.add(row, Way::Words, WORST.saturating_sub(u64::from(*score)));
        }
    }

    /// How near the categories are to a project, by the words that point to them.
    fn leaning(&self, project: &str, goal: &str) -> Leaning {
        let near = self.categories().iter().map(|category| {
            let count = |text: &str, times: u32| {
                let words = category.words.iter().filter(|word| text.contains(word));
                words.fold(0_u32, |sum, word| {
                    let letters = u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
                    sum.saturating_add(letters.saturating_mul(times))
                })
            };
            count(project, 4).saturating_add(count(goal, 1)).min(24)
        });
        Leaning(near.collect())
    }

    /// How near a row's categories are to a project.
    fn leans(&self, entry: &Entry, leaning: &Leaning) -> Leans {
        let nearest = |kind: CategoryKind| {
            let own = entry.categories.iter().map(|at| usize::from(*at));
            let of_kind = own.filter(|at| self.categories().get(*at).is_some_and(|category| category.kind == kind));
            of_kind.filter_map(|at| leaning.0.get(at).copied()).max().unwrap_or_default()
        };
        let (by_type, by_sector) = (nearest(CategoryKind::Type), nearest(CategoryKind::Sector));
        Leans { by_type, by_sector, everywhere: entry.categories.is_empty() }
    }

    /// What a row shares with a text: the worth of the shared pairs of its name, less where they are a small part of
    /// it, and half of those of its keywords.
    fn nearness(&self, row: usize, shared: Shared) -> u32 {
        let part = u64::from(shared.name).saturating_mul(u64::from(shared.name));
        let part = part.checked_div(u64::from(self.index.worth(row))).unwrap_or_default();
        u32::try_from(part).unwrap_or(u32::MAX).saturating_add(shared.keywords / 2)
    }

    /// Whether what a row shares with a name is enough to speak of the same thing.
    fn is_near(&self, row: usize, shared: Shared, all: u32) -> bool {
        let both = shared.name.saturating_add(shared.keywords);
        let most_of_given = both.saturating_mul(5) >= all.saturating_mul(2);
        let some_of_row = both.saturating_mul(4) >= self.index.worth(row);
        both > 0 && most_of_given && some_of_row
    }
}

impl Leans {
    fn is_none(self) -> bool {
        self.by_type == 0 && self.by_sector == 0 && !self.everywhere
    }
}

/// What words and categories make together.
///
/// A type says what is done, so its rows suit without sharing a word. A sector says whose business it is: its rows
/// suit where they share words, and the common ones where much points to it. Words shared with a row of another
/// business count for little. Rows in common use come first among those of a category, but none is suggested for
/// being common.
fn weighed(entry: &Entry, words: u32, leans: Leans) -> u32 {
    let shared = if leans.is_none() { words } else { words.saturating_mul(4) };
    let sector = match words {
        0 if leans.by_sector < 12 || !entry.common => 0,
        0 => leans.by_sector.saturating_mul(4),
        _ => leans.by_sector.saturating_mul(8),
    };
    let near = shared.saturating_add(leans.by_type.saturating_mul(12)).saturating_add(sector);
    match near {
        0 if leans.everywhere && entry.common => 1,
        0 => 0,
        _ => near.saturating_add(if entry.common { 60 } else { 0 }),
    }
}

#[cfg(test)]
mod tests;
