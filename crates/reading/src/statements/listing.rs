//! Wholes and their parts: `共16套,其中:甲6套,乙10套`, `甲6套、乙10套,合计16套`, `6427平方米(其中计容6372平方米,…)`.

use jibiao_model::{Number, UnitFamily};

use super::{Aspect, Statement, same_kin, value};
use crate::unit::is_han;

/// How the parts are joined to their whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListingForm {
    /// 其中, 包括, 含, a bracket or a colon: some of the parts, or all.
    Among,
    /// 分为, 分别为: all parts.
    Divided,
    /// 合计, 共计, 小计 after the parts.
    Summed,
    /// 共 after the parts, which may also begin something new.
    Together,
}

/// A whole and its parts, as indices of the statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub form: ListingForm,
    pub whole: usize,
    /// Other quantities of the same kind that the parts may belong to instead.
    pub others: Vec<usize>,
    /// At least two, in the order of the text. What follows the last part of an enumeration may be among them,
    /// and what precedes the first one of a sum.
    pub parts: Vec<usize>,
}

/// More statements than this in one sentence are a table, not an enumeration.
const LONGEST: usize = 64;

/// The listings of a text.
pub(super) fn listings(text: &str, items: &[Statement]) -> Vec<Listing> {
    let mut scan = Scan { text, items, frames: Vec::new(), pool: Vec::new(), found: Vec::new() };
    for index in 0..items.len() {
        scan.step(index);
    }
    scan.close(0);
    scan.found
}

/// An enumeration that is still open.
struct Frame {
    form: ListingForm,
    depth: usize,
    /// The whole stands before this quantity, the first part, …
    first: usize,
    /// … this many brackets deep, …
    outside: usize,
    /// … and not before this sentence.
    earliest: usize,
    parts: Vec<usize>,
    /// Whether the first two parts are parted by a semicolon: then semicolons go on, else one ends the enumeration.
    semicolons: bool,
}

struct Scan<'s> {
    text: &'s str,
    items: &'s [Statement],
    frames: Vec<Frame>,
    /// Quantities of the sentence outside brackets that no sum has taken in yet.
    pool: Vec<usize>,
    found: Vec<Listing>,
}

impl<'s> Scan<'s> {
    fn step(&mut self, index: usize) {
        let items = self.items;
        let Some(item) = items.get(index) else { return };
        let before = index.checked_sub(1).and_then(|index| items.get(index));
        let gap = self.text.get(before.map_or(0, |before| before.span.end)..item.span.start).unwrap_or_default();
        let anew = before.is_none_or(|before| before.sentence != item.sentence);
        let lead = Lead::of(gap, before.map_or(0, |before| before.depth));
        if anew {
            self.pool.clear();
        }
        if anew && !lead.opens_sentence {
            self.close(0);
        } else {
            self.close(lead.outside.saturating_add(1));
        }
        if lead.semicolon && self.frames.last().is_some_and(|frame| frame.parts.len() >= 2 && !frame.semicolons) {
            self.close(item.depth);
        }
        let inner = item.depth > lead.outside;
        if let Some(form) = lead.form.or(inner.then_some(ListingForm::Among)) {
            if !inner {
                self.close(item.depth);
            }
            let earliest = item.sentence.saturating_sub(usize::from(lead.opens_sentence));
            self.open(form, index, lead.outside, earliest);
        }
        // A share beside a part is no part.
        let ratio = item.unit.as_ref().is_some_and(|unit| unit.family == UnitFamily::Ratio);
        if let Some(frame) = self.frames.last_mut().filter(|frame| frame.depth == item.depth && !ratio) {
            frame.semicolons |= frame.parts.len() == 1 && lead.semicolon;
            if frame.parts.len() < LONGEST {
                frame.parts.push(index);
            }
        }
        if item.depth == 0 {
            self.sum(index, lead.semicolon);
        }
    }

    /// Opens an enumeration whose first part is `index`; the whole stands before it, `outside` brackets deep.
    fn open(&mut self, form: ListingForm, index: usize, outside: usize, earliest: usize) {
        let Some(item) = self.items.get(index) else { return };
        self.frames.push(Frame {
            form,
            depth: item.depth,
            first: index,
            outside,
            earliest,
            parts: Vec::new(),
            semicolons: false,
        });
    }

    /// Ends the enumerations that stand at least this deep.
    fn close(&mut self, depth: usize) {
        while self.frames.last().is_some_and(|frame| frame.depth >= depth) {
            let Some(frame) = self.frames.pop() else { return };
            self.finish(&frame);
        }
    }

    /// A listing for each kind of quantity among the parts.
    fn finish(&mut self, frame: &Frame) {
        let mut rest = frame.parts.clone();
        while let Some(first) = rest.first().and_then(|index| self.items.get(*index)).filter(|_| rest.len() >= 2) {
            let (own, others): (Vec<usize>, Vec<usize>) = rest.iter().partition(|index| self.is_kin(**index, first));
            rest = others;
            let parts = if own.len() >= 2 { self.parts(&own) } else { Vec::new() };
            let Some(largest) = parts.first().and_then(|index| value(self.items.get(*index)?)) else { continue };
            if parts.len() < 2 {
                continue;
            }
            let mut heads = self.heads(frame, first, largest);
            if let Some(whole) = heads.next() {
                let others = heads.take(4).collect();
                self.found.push(Listing { form: frame.form, whole, others, parts });
            }
        }
    }

    /// Quantities that may be the whole of some parts, the nearest first.
    fn heads<'h>(
        &'h self,
        frame: &'h Frame,
        first: &'h Statement,
        least: Number,
    ) -> impl Iterator<Item = usize> + use<'h, 's> {
        let before = (0..frame.first).rev().take(LONGEST).filter_map(|at| Some((at, self.items.get(at)?)));
        before
            .take_while(|(_, head)| head.sentence >= frame.earliest)
            .filter(move |(at, head)| {
                head.depth == frame.outside
                    && self.is_kin(*at, first)
                    && !head.aspects.any(&[Aspect::Share, Aspect::Each, Aspect::Change, Aspect::Points])
                    && value(head).is_some_and(|value| value >= least)
            })
            .map(|(at, _)| at)
    }

    /// The quantities that are parts of one whole: shares and differences are none, and words of another role end
    /// the enumeration (`…,实际使用90万元,结余10万元`).
    fn parts(&self, own: &[usize]) -> Vec<usize> {
        use Aspect::{
            Budget, Change, Cumulative, Each, Earlier, Granted, Left, Planned, Points, Purpose, Received, Share, Spent,
            Sum,
        };
        const MONEY: &[Aspect] = &[Spent, Left, Received, Granted];
        let mut parts: Vec<usize> = Vec::new();
        for index in own.iter().copied() {
            let Some(item) = self.items.get(index) else { continue };
            if item.operator.is_some_and(|operator| operator != jibiao_model::Operator::Equal)
                || item.aspects.any(&[Share, Each, Change, Cumulative, Earlier, Points])
            {
                continue;
            }
            let first = parts.first().and_then(|index| self.items.get(*index)).map(|first| first.aspects);
            let ends = |aspect: &Aspect| item.aspects.has(*aspect) && first.is_none_or(|first| !first.has(*aspect));
            let money = first.is_some_and(|first| first.any(MONEY));
            if item.aspects.has(Sum)
                || (first.is_some() && [Purpose, Budget, Planned].iter().any(ends))
                || (first.is_some() && !money && MONEY.iter().any(ends))
            {
                break;
            }
            parts.push(index);
        }
        parts
    }

    /// Whether a quantity can be a part beside another: one kind of unit, and where that says little (个), one noun.
    fn is_kin(&self, index: usize, other: &Statement) -> bool {
        let Some(item) = self.items.get(index) else { return false };
        if !same_kin(item.unit.as_ref(), other.unit.as_ref()) {
            return false;
        }
        let noun = |item: &Statement| {
            let tail = self.text.get(item.tail.clone()).unwrap_or_default().trim();
            (tail.chars().next(), tail.chars().next_back())
        };
        let ((a, last_a), (b, last_b)) = (noun(item), noun(other));
        a.is_none() || b.is_none() || a == b || last_a == last_b
    }

    /// 合计, 共计, 小计, 共: what stands before in the sentence should add up to it.
    fn sum(&mut self, index: usize, _semicolon: bool) {
        let Some(item) = self.items.get(index) else { return };
        let announced = item.aspects.has(Aspect::Sum);
        if announced || item.aspects.has(Aspect::Whole) {
            let own: Vec<usize> = self.pool.iter().copied().filter(|index| self.is_kin(*index, item)).collect();
            let own: Vec<usize> = own.into_iter().filter(|index| self.items.get(*index).is_some_and(adds)).collect();
            let sum = value(item);
            let mut added = None;
            let mut taken = own.len();
            let mut total = Some(Number::ZERO);
            for (count, index) in own.iter().rev().enumerate() {
                total = self.items.get(*index).and_then(value).and_then(|value| total?.plus(value).ok());
                if total.is_some() && total == sum {
                    added = Some(count.saturating_add(1));
                }
            }
            if own.len() >= 2 {
                let form = if announced { ListingForm::Summed } else { ListingForm::Together };
                self.found.push(Listing { form, whole: index, others: Vec::new(), parts: own.clone() });
            }
            if let Some(count) = added {
                taken = count;
            }
            if announced || added.is_some() {
                let gone: Vec<usize> = own.iter().rev().take(taken).copied().collect();
                self.pool.retain(|index| !gone.contains(index));
            }
        }
        if self.pool.len() < LONGEST {
            self.pool.push(index);
        }
    }
}

/// Whether a quantity can be a term of a sum: no share, no difference, no mean, no bound.
pub(super) fn adds(item: &Statement) -> bool {
    use Aspect::{Change, Cumulative, Each, Earlier, Points, Share};
    !item.aspects.any(&[Share, Each, Change, Cumulative, Earlier, Points])
        && item.operator.is_none_or(|operator| operator == jibiao_model::Operator::Equal)
}

/// What stands between a quantity and the one before.
struct Lead {
    form: Option<ListingForm>,
    /// How many brackets are open at the outermost point between the two.
    outside: usize,
    /// A new sentence begins with 其中.
    opens_sentence: bool,
    semicolon: bool,
}

impl Lead {
    fn of(gap: &str, depth: usize) -> Self {
        let (mut outside, mut now) = (depth, depth);
        let (mut sentence, mut form, mut semicolon, mut opens) = (0, None, false, false);
        for (at, c) in gap.char_indices() {
            match c {
                '(' | '（' | '〔' | '【' | '［' => now = now.saturating_add(1),
                ')' | '）' | '〕' | '】' | '］' => {
                    now = now.saturating_sub(1);
                    outside = outside.min(now);
                }
                '。' | '！' | '？' | '!' | '?' | '\n' => {
                    sentence = at.saturating_add(c.len_utf8());
                    (form, semicolon) = (None, false);
                }
                ';' | '；' => semicolon = true,
                '其' | '包' | '分' if form.is_none() => {
                    form = gap.get(at..).and_then(announced);
                    let between = gap.get(sentence..at).unwrap_or_default();
                    opens = form.is_some() && sentence > 0 && !between.contains(is_han);
                }
                _ => {}
            }
        }
        let form = form.or_else(|| form_of_colon(gap).filter(|_| sentence == 0));
        Self { form, outside, opens_sentence: opens && form.is_some(), semicolon }
    }
}

/// Words that announce parts.
const MARKS: &[(&str, ListingForm)] = &[
    ("其中", ListingForm::Among),
    ("包括", ListingForm::Among),
    ("包含", ListingForm::Among),
    ("分别为", ListingForm::Divided),
    ("分别是", ListingForm::Divided),
    ("分为", ListingForm::Divided),
];

fn announced(words: &str) -> Option<ListingForm> {
    MARKS.iter().find(|(mark, _)| words.starts_with(mark)).map(|(_, form)| *form)
}

/// `571处:崩塌76处、…`: a colon right after the whole, or after a short noun.
fn form_of_colon(gap: &str) -> Option<ListingForm> {
    const NOUN: usize = 8;
    let (noun, _) = gap.split_once([':', '：'])?;
    let short = noun.chars().count() <= NOUN && !noun.contains(['，', ',', '；', ';', '。', '、', '（', '(', '\n']);
    short.then_some(ListingForm::Among)
}
