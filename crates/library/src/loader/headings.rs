//! Which column holds what, found by the headings.

use jibiao_reading::fold;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    One,
    Two,
    Name,
    Direction,
    Unit,
    Pattern,
    Reference,
    Counts,
    Evidence,
    Keywords,
    Common,
    Type,
    Sector,
}

/// Headings in use. Of several headings for one column the first of this list is taken.
const HEADINGS: &[(&str, Column)] = &[
    ("一级指标", Column::One),
    ("一级", Column::One),
    ("二级指标", Column::Two),
    ("二级", Column::Two),
    ("三级指标", Column::Name),
    ("三级指标名称", Column::Name),
    ("三级", Column::Name),
    ("指标名称", Column::Name),
    ("方向", Column::Direction),
    ("指标方向", Column::Direction),
    ("指标方向性", Column::Direction),
    ("计算符号", Column::Direction),
    ("指标性质", Column::Direction),
    ("单位", Column::Unit),
    ("计量单位", Column::Unit),
    ("度量单位", Column::Unit),
    ("写法", Column::Pattern),
    ("指标值写法", Column::Pattern),
    ("参考值", Column::Reference),
    ("标准值", Column::Reference),
    ("指标值", Column::Reference),
    ("口径", Column::Counts),
    ("指标解释", Column::Counts),
    ("计算方法", Column::Counts),
    ("计算公式", Column::Counts),
    ("指标说明", Column::Counts),
    ("指标内容", Column::Counts),
    ("佐证资料", Column::Evidence),
    ("佐证材料", Column::Evidence),
    ("佐证", Column::Evidence),
    ("数据来源", Column::Evidence),
    ("关键词", Column::Keywords),
    ("关键字", Column::Keywords),
    ("常用", Column::Common),
    ("项目类型", Column::Type),
    ("项目类别", Column::Type),
    ("类型", Column::Type),
    ("类别", Column::Type),
    ("行业领域", Column::Sector),
    ("行业类别", Column::Sector),
    ("行业", Column::Sector),
    ("领域", Column::Sector),
];

impl Column {
    /// The first heading of this column.
    pub(super) fn heading(self) -> &'static str {
        HEADINGS.iter().find(|(_, column)| *column == self).map_or("", |(heading, _)| heading)
    }
}

/// Where each column stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Headings(Vec<(Column, usize)>);

impl Headings {
    /// The columns that a row of headings names, and headings that stand there twice.
    pub(super) fn find(cells: &[&str]) -> (Self, Vec<&'static str>) {
        let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        let mut found = Self::default();
        let mut twice = Vec::new();
        for (heading, column) in HEADINGS {
            let mut places = cells.iter().enumerate().filter(|(_, cell)| cell == heading).map(|(place, _)| place);
            if let Some(place) = places.next().filter(|_| !found.has(*column)) {
                found.0.push((*column, place));
                if places.next().is_some() {
                    twice.push(*heading);
                }
            }
        }
        (found, twice)
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.0.iter().any(|(known, _)| *known == column)
    }

    /// The cell of a column; blank where the table has no such column or the row ends before it.
    pub(super) fn cell<'c>(&self, column: Column, cells: &[&'c str]) -> &'c str {
        let place = self.0.iter().find(|(known, _)| *known == column).map(|(_, place)| *place);
        place.and_then(|place| cells.get(place)).copied().unwrap_or_default().trim()
    }
}

/// A heading without marks and without a remark in brackets: `*三级指标 (必填)` is 三级指标.
fn plain(heading: &str) -> String {
    let folded = fold(heading);
    let head = folded.as_str().split('(').next().unwrap_or_default();
    head.chars().filter(|c| c.is_alphanumeric()).collect()
}
