//! What the words around a number say of its part in the matter: planned or done, spent or left, a share, a change.
//!
//! These are words of grammar and of accounts that hold in any county, so they stand here and not in a pack.

use std::sync::LazyLock;

/// The part that a number plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Aspect {
    /// 计划, 目标, 任务, 预计.
    Planned,
    /// 完成, 实际, 已.
    Done,
    /// 预算, 概算, 总投资.
    Budget,
    /// 下达: promised from above.
    Granted,
    /// 到位, 到账.
    Received,
    /// 支出, 支付, 使用.
    Spent,
    /// 结余, 剩余.
    Left,
    /// 年初, 原有, 上年结转: before something was changed.
    Initial,
    /// 追加, 年中增加, 新增: what was added.
    Added,
    /// 核减, 调减: what was taken away.
    Cut,
    /// 调整后, 现有: after the change.
    Adjusted,
    /// 较上年, 同比, 增长: a difference to something else.
    Change,
    /// 占, 比例: a share of something else.
    Share,
    /// 每, 人均, 标准: for one of many.
    Each,
    /// 合计, 共计, 总计, 小计.
    Sum,
    /// 共, 总: perhaps a sum.
    Whole,
    /// 累计, 以来: over more than the time that the sentence names.
    Cumulative,
    /// 上年, 去年, 往年.
    Earlier,
    /// 未完成, 尚未: what is missing.
    Missing,
    /// 用于: what the money is for, which other words may divide in another way.
    Purpose,
    /// 最高, 超过, 以上: a bound, not the thing itself.
    Bound,
    /// 得分, 扣, 满分: points.
    Points,
}

/// A set of aspects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aspects(u32);

impl Aspects {
    pub fn has(self, aspect: Aspect) -> bool {
        self.0 & bit(aspect) != 0
    }

    pub fn any(self, aspects: &[Aspect]) -> bool {
        aspects.iter().any(|aspect| self.has(*aspect))
    }

    /// Those that tell one role from another; 共 and 总 tell none.
    #[must_use]
    pub fn role(self) -> Self {
        Self(self.0 & !(bit(Sum) | bit(Whole)))
    }

    /// Whether nothing is said.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

fn bit(aspect: Aspect) -> u32 {
    1 << (aspect as u32)
}

use Aspect::{
    Added, Adjusted, Bound, Budget, Change, Cumulative, Cut, Done, Each, Earlier, Granted, Initial, Left, Missing,
    Planned, Points, Purpose, Received, Share, Spent, Sum, Whole,
};

const WORDS: &[(&str, Aspect)] = &[
    ("计划", Planned),
    ("目标", Planned),
    ("预计", Planned),
    ("预期", Planned),
    ("任务", Planned),
    ("应发", Planned),
    ("应支付", Planned),
    ("控制指标", Planned),
    ("指标值", Planned),
    ("设定", Planned),
    ("完成", Done),
    ("实际", Done),
    ("已", Done),
    ("实现", Done),
    ("预算", Budget),
    ("概算", Budget),
    ("总投资", Budget),
    ("投资总额", Budget),
    ("总投入", Budget),
    ("资金总额", Budget),
    ("中标", Budget),
    ("合同", Budget),
    ("申报", Budget),
    ("申请", Budget),
    ("安排", Budget),
    ("到位", Received),
    ("下达", Granted),
    ("收到", Received),
    ("拨入", Received),
    ("到账", Received),
    ("支出", Spent),
    ("支付", Spent),
    ("使用", Spent),
    ("执行", Spent),
    ("拨付", Spent),
    ("发放", Spent),
    ("兑付", Spent),
    ("列支", Spent),
    ("花费", Spent),
    ("结余", Left),
    ("剩余", Left),
    ("余额", Left),
    ("结转", Left),
    ("收回", Left),
    ("节约", Left),
    ("尚有", Left),
    ("年初", Initial),
    ("期初", Initial),
    ("原有", Initial),
    ("原预算", Initial),
    ("原批复", Initial),
    ("上年结转", Initial),
    ("追加", Added),
    ("增加", Added),
    ("调增", Added),
    ("新增", Added),
    ("增补", Added),
    ("核减", Cut),
    ("调减", Cut),
    ("压减", Cut),
    ("减少", Cut),
    ("审减", Cut),
    ("调整后", Adjusted),
    ("调整为", Adjusted),
    ("现有", Adjusted),
    ("全年预算", Adjusted),
    ("期末", Adjusted),
    ("较上年", Change),
    ("较去年", Change),
    ("比上年", Change),
    ("比去年", Change),
    ("与上年", Change),
    ("同比", Change),
    ("环比", Change),
    ("相比", Change),
    ("增幅", Change),
    ("降幅", Change),
    ("缩减", Change),
    ("占", Share),
    ("比例", Share),
    ("比重", Share),
    ("每", Each),
    ("人均", Each),
    ("户均", Each),
    ("平均", Each),
    ("亩均", Each),
    ("村均", Each),
    ("年均", Each),
    ("月均", Each),
    ("日均", Each),
    ("标准为", Each),
    ("补助标准", Each),
    ("补贴标准", Each),
    ("资助标准", Each),
    ("奖补标准", Each),
    ("收费标准", Each),
    ("发放标准", Each),
    ("支付标准", Each),
    ("单价", Each),
    ("合计", Sum),
    ("共计", Sum),
    ("总计", Sum),
    ("小计", Sum),
    ("合共", Sum),
    ("共", Whole),
    ("累计", Cumulative),
    ("以来", Cumulative),
    ("历年", Cumulative),
    ("上年", Earlier),
    ("上一年", Earlier),
    ("去年", Earlier),
    ("往年", Earlier),
    ("前年", Earlier),
    ("同期", Earlier),
    ("历史", Earlier),
    ("未完成", Missing),
    ("未达", Missing),
    ("未支", Missing),
    ("未使用", Missing),
    ("未拨", Missing),
    ("未发", Missing),
    ("未到", Missing),
    ("未实", Missing),
    ("未能", Missing),
    ("尚未", Missing),
    ("尚差", Missing),
    ("还差", Missing),
    ("缺口", Missing),
    ("不足", Missing),
    ("用于", Purpose),
    ("最高", Bound),
    ("最低", Bound),
    ("最大", Bound),
    ("上限", Bound),
    ("下限", Bound),
    ("超过", Bound),
    ("超出", Bound),
    ("超任务", Bound),
    ("超计划", Bound),
    ("超目标", Bound),
    ("超额", Bound),
    ("低于", Bound),
    ("高于", Bound),
    ("差距", Bound),
    ("得分", Points),
    ("满分", Points),
    ("分值", Points),
    ("扣", Points),
];

/// Words that mean it only where they begin what is said of a number: 增长5%, but 支持外贸稳增长30万元.
const AT_START: &[(&str, Aspect)] =
    &[("增长", Change), ("下降", Change), ("提高", Change), ("降低", Change), ("上升", Change), ("拟", Planned)];

/// Words that begin with 占 and 共 and mean neither a share nor a sum.
const OTHERS: &[&str] =
    &["占地", "占用", "占线", "占道", "共同", "共青", "共性", "共享", "共产", "共识", "共治", "共和"];

/// The words by their first characters; most characters of a text begin none.
struct Lexicon {
    firsts: u64,
    /// In the order of bytes.
    words: Vec<(&'static str, Aspect)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let order = jibiao_model::order::order_of_texts(&WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>());
    let words = jibiao_model::order::arranged(WORDS.to_vec(), &order);
    let firsts = words.iter().filter_map(|(word, _)| word.chars().next()).fold(0, |bits, c| bits | char_bit(c));
    Lexicon { firsts, words }
});

fn char_bit(c: char) -> u64 {
    1 << (u32::from(c) % 64)
}

/// What the words of a text say.
pub(super) fn aspects(text: &str) -> Aspects {
    let lexicon = &*LEXICON;
    let mut found = Aspects::default();
    for (at, first) in text.char_indices().filter(|(_, c)| lexicon.firsts & char_bit(*c) != 0) {
        let Some(rest) = text.get(at..) else { continue };
        let from = lexicon.words.partition_point(|(word, _)| word.chars().next() < Some(first));
        let alike = lexicon.words.iter().skip(from).take_while(|(word, _)| word.starts_with(first));
        for (word, aspect) in alike.filter(|(word, _)| rest.starts_with(word)) {
            let public = *word == "共" && text.get(..at).is_some_and(|before| before.ends_with(['公', '中']));
            if !public && !OTHERS.iter().any(|other| rest.starts_with(other)) {
                found.0 |= bit(*aspect);
            }
        }
    }
    if let Some((_, aspect)) = AT_START.iter().find(|(word, _)| text.starts_with(word)) {
        found.0 |= bit(*aspect);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_accounts_are_told_apart() {
        let found = aspects("年初批复预算");
        assert!(found.has(Initial) && found.has(Budget) && !found.has(Spent));
        assert!(aspects("实际到位资金").has(Received));
        assert!(aspects("同比上年度增加").has(Change));
        assert!(aspects("增长").has(Change) && !aspects("支持外贸稳增长").has(Change));
        assert!(aspects("占总投资的").has(Share) && aspects("占地").is_empty());
        assert!(aspects("新建村级公共浴室").is_empty());
    }

    #[test]
    fn a_role_does_not_depend_on_whether_a_sum_is_announced() {
        assert_eq!(aspects("共发放").role(), aspects("发放").role());
        assert_ne!(aspects("计划发放").role(), aspects("发放").role());
    }
}
