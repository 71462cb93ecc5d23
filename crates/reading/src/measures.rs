//! The table of measures: what a unit is called, which family it belongs to, and how many base units it is.

use std::sync::LazyLock;

use jibiao_model::{
    UnitFamily,
    order::{arranged, order_of_texts},
};

/// One measure word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measure {
    /// As typed, folded.
    pub(crate) typed: &'static str,
    /// As shown: `百分比` is shown as `%`. Otherwise what was typed.
    pub(crate) shown: &'static str,
    pub(crate) family: UnitFamily,
    /// The unit that all interchangeable measures are counted in.
    pub(crate) base: &'static str,
    /// How many base units one is: `mantissa` with `decimals` decimals.
    pub(crate) mantissa: i64,
    pub(crate) decimals: u32,
}

/// `(typed, base, mantissa, decimals)`.
type Scaled = (&'static str, &'static str, i64, u32);

/// Things counted one by one: each is its own base.
const COUNTED: &str = "个 人 次 户 台 套 件 项 家 场 辆 条 座 所 份 篇 本 册 张 批 期 届 例 起 宗 笔 只 头 匹 羽 尾 株 棵 \
    片 块 处 间 栋 幢 层 组 队 支 名 位 对 副 架 艘 部 门 节 课 盏 根 口 眼 孔 樘 扇 面 幅 枚 粒 颗 瓶 箱 袋 包 桶 盒 桌 床 车 \
    班 点 站 村 镇 乡 县 区 市 社 园 校 院 店 企 单 票 款 种 类 样 道 段 卷 集 帧 版 轮 回 遍 趟 步 岗 生 字 行 页 词 则 封 宿 \
    筐 把 团 环 塔 井 坝 桩 管 池 棚 窗 墙 线 格 岁 周岁 星 度 分 兆 M Mbps 台套 台班 套次 标段 机组 人份 人次 人天 人日 人月 人年 \
    班次 车次 架次 台时 工日 课时 学时 学分 学期 岗位 企业 机构 学校 社区 小区 路段 线路 品种 人员 乡镇 村居 街道 县区 区县 市县 \
    行政村 自然村 部门 站点 网点 点位 课题 条目 标准间 人·次";

/// Measures with a fixed relation to a base.
const LENGTH: &[Scaled] = &[
    ("米", "米", 1, 0),
    ("m", "米", 1, 0),
    ("延米", "米", 1, 0),
    ("延长米", "米", 1, 0),
    ("千米", "米", 1000, 0),
    ("公里", "米", 1000, 0),
    ("km", "米", 1000, 0),
    ("KM", "米", 1000, 0),
    ("Km", "米", 1000, 0),
    ("㎞", "米", 1000, 0),
    ("里", "米", 500, 0),
    ("华里", "米", 500, 0),
    ("海里", "米", 1852, 0),
    ("分米", "米", 1, 1),
    ("厘米", "米", 1, 2),
    ("公分", "米", 1, 2),
    ("cm", "米", 1, 2),
    ("㎝", "米", 1, 2),
    ("毫米", "米", 1, 3),
    ("mm", "米", 1, 3),
    ("㎜", "米", 1, 3),
];

/// In thirds of a square metre, so that 亩 (2000/3 平方米) stays exact.
const AREA: &[Scaled] = &[
    ("平方米", "平方米/3", 3, 0),
    ("平米", "平方米/3", 3, 0),
    ("平方", "平方米/3", 3, 0),
    ("㎡", "平方米/3", 3, 0),
    ("m2", "平方米/3", 3, 0),
    ("m²", "平方米/3", 3, 0),
    ("M2", "平方米/3", 3, 0),
    ("亩", "平方米/3", 2_000, 0),
    ("亩次", "亩次", 1, 0),
    ("公顷", "平方米/3", 30_000, 0),
    ("平方公里", "平方米/3", 3_000_000, 0),
    ("平方千米", "平方米/3", 3_000_000, 0),
    ("km2", "平方米/3", 3_000_000, 0),
    ("KM2", "平方米/3", 3_000_000, 0),
    ("km²", "平方米/3", 3_000_000, 0),
];

const VOLUME: &[Scaled] = &[
    ("立方米", "立方米", 1, 0),
    ("立方", "立方米", 1, 0),
    ("方", "立方米", 1, 0),
    ("m3", "立方米", 1, 0),
    ("M3", "立方米", 1, 0),
    ("m³", "立方米", 1, 0),
    ("㎥", "立方米", 1, 0),
    ("升", "立方米", 1, 3),
    ("公升", "立方米", 1, 3),
    ("L", "立方米", 1, 3),
    ("毫升", "立方米", 1, 6),
    ("ml", "立方米", 1, 6),
    ("mL", "立方米", 1, 6),
];

const MASS: &[Scaled] = &[
    ("千克", "千克", 1, 0),
    ("公斤", "千克", 1, 0),
    ("kg", "千克", 1, 0),
    ("KG", "千克", 1, 0),
    ("㎏", "千克", 1, 0),
    ("吨", "千克", 1000, 0),
    ("t", "千克", 1000, 0),
    ("斤", "千克", 5, 1),
    ("克", "千克", 1, 3),
    ("g", "千克", 1, 3),
    ("毫克", "千克", 1, 6),
    ("mg", "千克", 1, 6),
];

/// Days and months do not convert into each other, and working days into neither.
const TIME: &[Scaled] = &[
    ("秒", "秒", 1, 0),
    ("秒钟", "秒", 1, 0),
    ("分钟", "秒", 60, 0),
    ("小时", "秒", 3_600, 0),
    ("时", "秒", 3_600, 0),
    ("h", "秒", 3_600, 0),
    ("天", "秒", 86_400, 0),
    ("日", "秒", 86_400, 0),
    ("自然日", "秒", 86_400, 0),
    ("日历天", "秒", 86_400, 0),
    ("周", "秒", 604_800, 0),
    ("星期", "秒", 604_800, 0),
    ("个月", "个月", 1, 0),
    ("月", "个月", 1, 0),
    ("季度", "个月", 3, 0),
    ("季", "个月", 3, 0),
    ("年", "个月", 12, 0),
    ("年度", "个月", 12, 0),
    ("周年", "个月", 12, 0),
    ("学年", "学年", 1, 0),
    ("工作日", "工作日", 1, 0),
];

const MONEY: &[Scaled] = &[
    ("元", "元", 1, 0),
    ("角", "元", 1, 1),
    ("美元", "美元", 1, 0),
    ("欧元", "欧元", 1, 0),
    ("港元", "港元", 1, 0),
    ("港币", "港元", 1, 0),
    ("日元", "日元", 1, 0),
    ("英镑", "英镑", 1, 0),
];

const RATIO: &[Scaled] = &[
    ("%", "%", 1, 0),
    ("‰", "%", 1, 1),
    ("‱", "%", 1, 2),
    ("倍", "%", 100, 0),
    ("成", "%", 10, 0),
    ("个百分点", "百分点", 1, 0),
    ("百分点", "百分点", 1, 0),
];

/// Quantities of energy, power and data: counted things that convert.
const PHYSICAL: &[Scaled] = &[
    ("千瓦时", "千瓦时", 1, 0),
    ("kWh", "千瓦时", 1, 0),
    ("KWH", "千瓦时", 1, 0),
    ("千瓦", "千瓦", 1, 0),
    ("kW", "千瓦", 1, 0),
    ("KW", "千瓦", 1, 0),
    ("兆瓦", "千瓦", 1000, 0),
    ("MW", "千瓦", 1000, 0),
    ("瓦", "千瓦", 1, 3),
    ("MB", "MB", 1, 0),
    ("GB", "MB", 1024, 0),
    ("TB", "MB", 1_048_576, 0),
    ("分贝", "分贝", 1, 0),
    ("dB", "分贝", 1, 0),
];

/// Spellings shown otherwise than typed: `(typed, shown)`.
const SHOWN: &[(&str, &str)] = &[
    ("百分比", "%"),
    ("百分率", "%"),
    ("百分数", "%"),
    ("千分比", "‰"),
    ("人民币元", "元"),
    ("RMB", "元"),
    ("个小时", "小时"),
    ("个工作日", "工作日"),
    ("个自然日", "自然日"),
    ("个学期", "学期"),
    ("个学年", "学年"),
    ("个课时", "课时"),
    ("个学时", "学时"),
    ("个季度", "季度"),
    ("个星期", "星期"),
    ("个年度", "年度"),
];

/// Words that make a unit of ten thousand times as much; 万 and 亿 alone mean money.
pub(crate) const SCALES: &[(&str, i64)] = &[
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("十万", 100_000),
    ("万", 10_000),
    ("亿", 100_000_000),
    ("千", 1_000),
    ("百", 100),
];

/// The first characters of the measures, in the order of the table.
static FIRSTS: LazyLock<Vec<char>> =
    LazyLock::new(|| TABLE.iter().filter_map(|measure| measure.typed.chars().next()).collect());

/// Every measure, in the order of bytes.
static TABLE: LazyLock<Vec<Measure>> = LazyLock::new(|| {
    let one = |typed| Measure { typed, shown: typed, family: UnitFamily::Count, base: typed, mantissa: 1, decimals: 0 };
    let families = [
        (UnitFamily::Length, LENGTH),
        (UnitFamily::Area, AREA),
        (UnitFamily::Volume, VOLUME),
        (UnitFamily::Mass, MASS),
        (UnitFamily::Time, TIME),
        (UnitFamily::Money, MONEY),
        (UnitFamily::Ratio, RATIO),
        (UnitFamily::Count, PHYSICAL),
    ];
    let scaled = families.iter().flat_map(|(family, rows)| {
        rows.iter().map(|&(typed, base, mantissa, decimals)| Measure {
            typed,
            shown: typed,
            family: *family,
            base,
            mantissa,
            decimals,
        })
    });
    let mut table: Vec<Measure> = COUNTED.split_whitespace().map(one).chain(scaled).collect();
    let renamed: Vec<Measure> = SHOWN
        .iter()
        .filter_map(|&(typed, shown)| {
            table.iter().find(|measure| measure.typed == shown).map(|known| Measure { typed, ..*known })
        })
        .collect();
    table.extend(renamed);
    let order = order_of_texts(&table.iter().map(|measure| measure.typed).collect::<Vec<_>>());
    arranged(table, &order)
});

/// The measure with exactly this name.
pub(crate) fn named(text: &str) -> Option<&'static Measure> {
    let index = TABLE.binary_search_by_key(&text, |measure| measure.typed).ok()?;
    TABLE.get(index)
}

/// The longest measure name that the text starts with, and what follows.
pub(crate) fn leading(text: &str) -> Option<(&'static Measure, &str)> {
    // Names that share the first character stand side by side, the longer ones later.
    let first = text.chars().next()?;
    let from = FIRSTS.partition_point(|letter| *letter < first);
    let count = FIRSTS.iter().skip(from).take_while(|letter| **letter == first).count();
    let alike = TABLE.iter().skip(from).take(count);
    let (measure, rest) = alike.filter_map(|measure| Some((measure, text.strip_prefix(measure.typed)?))).next_back()?;
    // m is metres; the m of an unknown Latin word is not.
    let latin = measure.typed.ends_with(|c: char| c.is_ascii_alphabetic());
    (!(latin && rest.starts_with(|c: char| c.is_ascii_alphanumeric()))).then_some((measure, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_twice_in_the_table() {
        for pair in TABLE.windows(2) {
            if let [first, second] = pair {
                assert_ne!(first.typed, second.typed);
            }
        }
    }

    #[test]
    fn every_shown_spelling_is_in_the_table() {
        for (typed, shown) in SHOWN {
            assert!(named(typed).is_some() && named(shown).is_some(), "{typed}");
        }
    }

    #[test]
    fn the_longest_name_wins() {
        assert_eq!(leading("个百分点以上").map(|(measure, rest)| (measure.shown, rest)), Some(("个百分点", "以上")));
        assert_eq!(leading("个工作日").map(|(measure, _)| measure.shown), Some("工作日"));
        assert!(leading("mobile").is_none());
    }
}
