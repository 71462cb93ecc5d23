//! A cell for which the form prints the answers, and something else is written.

use jibiao_model::{CellId, Place};
use jibiao_reading::{Chosen, chosen, fold, read_money_unit, read_value};

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("choice-unlisted"),
    dimension: Dimension::Completeness,
    purposes: EVERY,
    basis: &[REVIEW],
    needs: &[],
    messages: &[
        ("choice-unlisted", &["cell", "text", "choices"]),
        ("choice-unlisted-kind", &["cell", "text", "choices"]),
        ("choice-unlisted-row", &["row", "cell", "text", "choices"]),
        ("choice-unlisted-meant", &["cell", "text", "answer"]),
        ("choice-unlisted-row-meant", &["row", "cell", "text", "answer"]),
        ("choice-unlisted-several", &["cell", "text", "choices"]),
        ("choice-unlisted-row-several", &["row", "cell", "text", "choices"]),
    ],
    examples: examples![
        Example::finds(1, "form = 're-evaluation'\n[cells]\nconclusion = '差不多'"),
        Example::finds(
            2,
            "form = 'ex-ante-five-questions'\n[cells]\nproject-attribute = '说不清'\n[[tables.items]]\nrating-item = '依据是否充分'\nrating-grade = '大概吧'",
        ),
        Example::finds(
            2,
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '县道养护里程'\nlikelihood = '不确定能'\n[[rows]]\nlevel-3 = '养护次数'\nlikelihood = '□确定能 □有可能'",
        ),
        // Several where one is to be chosen; other words for one of them; prose where a tick belongs.
        Example::finds(
            3,
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '县道养护里程'\nlikelihood = '确定能、有可能'\n[[rows]]\nlevel-3 = '养护次数'\nlikelihood = '确定能完成'\ncause-funds = '钱没有到位'",
        ),
        Example::clean("form = 're-evaluation'\n[cells]\nconclusion = ' 自评基本可信,需更正。'\ngrade = '良'",),
        Example::clean(
            "form = 'ex-ante-five-questions'\n[cells]\nproject-attribute = '☑新增项目 □延续项目'\nbudget-type = '一般公共预算、政府性基金预算'\n[[tables.items]]\nrating-item = '依据是否充分'\nrating-grade = '√ 是'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '县道养护里程'\noperator = '大于等于'\nlikelihood = '有可能√'\ncause-funds = '✔'\ncause-rules = '/'",
        ),
        Example::clean("[cells]\nmoney-unit = '单位：万元'\ninstrument = ''"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for (_, cell) in view.form.cells().filter(|(_, cell)| !cell.choices.is_empty()) {
        let text = view.document.text(cell.id.as_str());
        let asked = Asked { concept: cell.concept, choices: &cell.choices, several: cell.several };
        if let Some(said) = asked.off(text) {
            let edit = |text| Edit::SetCell { cell: cell.id.clone(), text };
            report(said, text, &asked, None, &cell.id, view.at_cell(&cell.id), edit, sink);
        }
    }
    for (_, table) in view.form.tables() {
        let asked: Vec<_> = table.columns.iter().filter(|column| !column.choices.is_empty()).collect();
        if asked.is_empty() {
            continue;
        }
        for (index, row) in view.document.rows(table.id.as_str()).iter().enumerate() {
            for column in &asked {
                let text = row.text(column.id.as_str());
                let asked = Asked { concept: column.concept, choices: &column.choices, several: false };
                if let Some(said) = asked.off(text) {
                    let edit = |text| Edit::SetRowCell {
                        table: table.id.clone(),
                        row: row.id.clone(),
                        cell: column.id.clone(),
                        text,
                    };
                    let place = view.at_line(table, index, &row.id, &column.id);
                    let name = view.line_name(table, row, index);
                    report(said, text, &asked, Some(name), &column.id, place, edit, sink);
                }
            }
        }
    }
    Ok(())
}

/// What a form prints for a cell.
struct Asked<'f> {
    concept: Option<Concept>,
    choices: &'f [String],
    several: bool,
}

impl<'f> Asked<'f> {
    /// What a text says that is not one of the answers.
    fn off(&self, text: &str) -> Option<Chosen<'f>> {
        let said = chosen(text, self.choices);
        let off = match &said {
            Chosen::Nothing | Chosen::Answer(_) => false,
            Chosen::Several(_) => !self.several,
            Chosen::Meant(_) | Chosen::Other => !self.is_read(text),
        };
        off.then_some(said)
    }

    /// Whether the answers sort projects and money into kinds. Places have kinds of their own, and nothing is decided by them.
    fn sorts(&self) -> bool {
        use Concept::{BudgetType, FundClass, Instrument, ProjectAttribute, ProjectClass, ProjectNature};
        let sorting = [ProjectAttribute, ProjectNature, ProjectClass, BudgetType, FundClass, Instrument];
        self.concept.is_some_and(|concept| sorting.contains(&concept))
    }

    /// Whether the text is understood as it stands: 不低于 is a sign, 人民币万元 a unit.
    fn is_read(&self, text: &str) -> bool {
        match self.concept {
            Some(Concept::Operator) => {
                let signed = fold(text).as_str().contains(['≥', '≤', '=', '>', '<']);
                let said = || read_value("1", Some(text), None);
                signed || matches!(said(), Known::Answered(value) if value.operator.is_some())
            }
            Some(Concept::MoneyUnit) => read_money_unit(text).is_some(),
            _ => false,
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "what a finding is made of")]
fn report(
    said: Chosen<'_>,
    text: &str,
    asked: &Asked<'_>,
    row: Option<Arg>,
    cell: &CellId,
    place: Place,
    edit: impl FnOnce(String) -> Edit,
    sink: &mut Sink<'_>,
) {
    let quoted = ("text", Arg::Text(text.trim().to_owned()));
    let cell = ("cell", Arg::Cell(cell.clone()));
    if let Chosen::Meant(answer) = said {
        let words = || Arg::Text(answer.to_owned());
        let fix = Fix {
            message: "fix-set".to_owned(),
            args: vec![("text".to_owned(), words())],
            edit: edit(answer.to_owned()),
        };
        let meant = ("answer", words());
        match row {
            Some(row) => {
                let args = [("row", row), cell, quoted, meant];
                sink.report_with_fixes(place, "choice-unlisted-row-meant", args, vec![fix]);
            }
            None => sink.report_with_fixes(place, "choice-unlisted-meant", [cell, quoted, meant], vec![fix]),
        }
        return;
    }
    let choices = ("choices", Arg::Words(asked.choices.to_vec()));
    let several = matches!(said, Chosen::Several(_));
    match row {
        Some(row) => {
            let key = if several { "choice-unlisted-row-several" } else { "choice-unlisted-row" };
            sink.report(place, key, [("row", row), cell, quoted, choices]);
        }
        None => {
            let key = match (several, asked.sorts()) {
                (true, _) => "choice-unlisted-several",
                (false, true) => "choice-unlisted-kind",
                (false, false) => "choice-unlisted",
            };
            sink.report(place, key, [cell, quoted, choices]);
        }
    }
}
