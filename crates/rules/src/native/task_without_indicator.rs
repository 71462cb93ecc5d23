//! A task of the goal, or a large item of the cost, that no indicator measures.

use jibiao_model::Amount;
use jibiao_reading::{Stated, parts, same_kin, stated, statements};

use crate::{
    lines::{Role, compositions},
    prelude::*,
    prose::shares_words,
    row, subject,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("task-without-indicator"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[
        Need::Words("void-words"),
        Need::Words("group-words"),
        Need::Words("things-done"),
        Need::Words("standing-words"),
        Need::Words("overheads"),
        Need::Words("line-totals"),
        Need::Words("line-subtotals"),
        Need::Number("main-cost-share"),
    ],
    messages: &[
        ("task-without-indicator", &["cell", "task"]),
        ("task-without-indicator-all", &["cell", "words"]),
        ("task-without-indicator-line", &["item", "percent"]),
        ("task-without-indicator-main", &["task"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[cells]\nyear-goal = '1.养护县道46公里；2.新建农村客运站3座；3.修补路面5000平方米。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '县道养护里程'\ntarget = '46公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '路面修补面积'\ntarget = '5000平方米'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '100%'",
        ),
        Example::finds(
            1,
            "[cells]\nyear-goal = '全年举办消防演练12场，为高层住宅安装烟感报警器3000只，火灾起数下降10%。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '消防演练场次'\ntarget = '12场'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '火灾起数下降率'\ntarget = '10%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完成时间'\ntarget = '12月底前'",
        ),
        Example::finds(
            1,
            "[cells]\nyear-goal = '建设村级文化广场4个，配备健身器材60件。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '低保对象人数'\ntarget = '6100人'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '审批准确率'\ntarget = '100%'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '政策知晓率'\ntarget = '95%'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nyear-goal = '养护县道46公里。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '县道养护里程'\ntarget = '46公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完成时间'\ntarget = '12月底前'\n[[lines]]\nline-item = '县道养护'\nline-amount = '60'\n[[lines]]\nline-item = '治超检测站称重仪'\nline-amount = '40'\n[[lines]]\nline-item = '差旅费'\nline-amount = '2'",
        ),
        // One letter in common, and another thing counted.
        Example::finds(
            1,
            "[cells]\nyear-goal = '养护县道46公里，安装太阳能路灯260盏。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '县道养护里程'\ntarget = '46公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '优良路率'\ntarget = '≥85%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完成时间'\ntarget = '12月底前'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '养护县道46公里，改建旱厕18座。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '公路养护长度'\ntarget = '≥45公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '水冲式公厕'\ntarget = '≥16座'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完成时间'\ntarget = '12月底前'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '1.养护县道46公里；2.修补路面5000平方米。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '日常养护里程'\ntarget = '46公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '沥青罩面'\ntarget = '≥5000平方米'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '100%'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '养护县道46公里，方便沿线1.2万名村民出行，投入资金300万元。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '县道养护里程'\ntarget = '46公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完成时间'\ntarget = '12月底前'",
        ),
        Example::clean(
            "extent = 'excerpt'\n[cells]\nyear-goal = '1.养护县道46公里；2.新建农村客运站3座。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '县道养护里程'\ntarget = '46公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完成时间'\ntarget = '12月底前'",
        ),
        Example::finds(
            1,
            "form = 'department-declaration'\n[[tables.tasks]]\nmain-task = '农村公路养护'\nmain-task-content = '养护县道46公里'\n[[tables.tasks]]\nmain-task = '公交运营补贴'\nmain-task-content = '开行12条线路'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '县道养护里程'\ntarget = '46公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完成时间'\ntarget = '12月底前'",
        ),
        Example::clean(
            "form = 'department-declaration'\n[[tables.tasks]]\nmain-task = '农村公路养护'\nmain-task-content = '养护县道46公里'\n[[tables.tasks]]\nmain-task = '公交运营补贴'\nmain-task-content = '开行12条线路'\n[[tables.tasks]]\nmain-task = '合计'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '县道养护里程'\ntarget = '46公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '公交线路开行率'\ntarget = '95%'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    // Rows that were not read may measure anything.
    if !view.reading.is_whole() || view.rows().len() < FEW_ROWS {
        return Ok(());
    }
    let measured = measured(view);
    let stated = |concept: &Concept| !view.reading.text(*concept).trim().is_empty();
    let goal = [Concept::YearGoal, Concept::WholeGoal].into_iter().find(stated);
    if let Some((concept, cell)) = goal.and_then(|concept| Some((concept, view.form.cell_of(concept)?))) {
        let tasks = tasks(view, view.reading.text(concept));
        let missed: Vec<&str> = tasks.iter().filter(|task| !is_measured(view, &measured, task)).copied().collect();
        let cell = ("cell", Arg::Cell(cell.clone()));
        if missed.len() > 1 && missed.len() == tasks.len() {
            let words = missed.iter().flat_map(|task| subject::own_words(view, task));
            let args = [cell, ("words", Arg::Text(subject::said(words)))];
            sink.report(view.at(concept), "task-without-indicator-all", args);
        } else {
            for task in missed {
                let args = [cell.clone(), ("task", Arg::Text(task.to_owned()))];
                sink.report(view.at(concept), "task-without-indicator", args);
            }
        }
    }
    main_tasks(view, &measured, sink);
    lines(view, &measured, sink)
}

/// 年度主要任务 of a department, of which neither name nor content is measured.
fn main_tasks(view: &View<'_>, measured: &str, sink: &mut Sink<'_>) {
    let Some((table, column)) = view.form.tasks().and_then(|table| Some((table, table.column(Concept::Task)?))) else {
        return;
    };
    for (index, row) in view.document.rows(table.id.as_str()).iter().enumerate() {
        let task = row.text(column.id.as_str()).trim();
        let content = table.column(Concept::TaskContent).map_or("", |column| row.text(column.id.as_str()));
        let named = subject::letters_of(subject::own_words(view, task)) >= LEAST_LETTERS;
        let total = view.words("line-totals").has(task);
        if named && !total && !is_measured(view, measured, task) && !is_measured(view, measured, content) {
            let args = [("task", Arg::Text(task.to_owned()))];
            sink.report(view.at_line(table, index, &row.id, &column.id), "task-without-indicator-main", args);
        }
    }
}

/// Rows of the shortest table that can be meant to measure everything.
const FEW_ROWS: usize = 3;

/// What a goal says will be done: its numbered parts, or the clauses that name an act and say how much of it.
fn tasks<'t>(view: &View<'_>, goal: &'t str) -> Vec<&'t str> {
    let acts = view.words("things-done");
    let own = |task: &&str| subject::letters_of(subject::own_words(view, task)) >= LEAST_LETTERS;
    let parts = parts(goal);
    if !parts.is_empty() {
        return parts.into_iter().filter(|part| acts.is_in(part)).filter(own).collect();
    }
    let clauses = goal.split(['，', ',', '。', '；', ';', '、', '\n']).map(str::trim);
    let counted = |clause: &&str| {
        let standing = view.words("standing-words");
        stated(clause, standing).any(|(stated, _)| stated == Stated::Quantity)
    };
    clauses.filter(|clause| acts.is_in(clause)).filter(counted).filter(own).collect()
}

/// Letters that say what is to be done.
const LEAST_LETTERS: usize = 2;

/// What the rows measure, in one piece: their names and notes.
fn measured(view: &View<'_>) -> String {
    let texts = view.indicators().flat_map(|row| [row.name, view.row_text(row, Concept::Note).unwrap_or("")]);
    texts.collect()
}

/// Whether some row has two letters side by side in common with what the task names, or one letter and the unit, or
/// the task's figure for a target. 路灯260盏 and 优良路率 share a letter, and nothing that is counted.
fn is_measured(view: &View<'_>, measured: &str, task: &str) -> bool {
    let letters = || subject::own_words(view, task).flat_map(str::chars);
    if !letters().any(|letter| measured.contains(letter)) {
        return has_its_figure(view, task);
    }
    if subject::own_words(view, task).any(|word| shares_words(word, measured, 2)) {
        return true;
    }
    let figures = statements(task);
    let units = || figures.items.iter().filter_map(|item| item.unit.as_ref());
    // What is not counted is held against the letters alone.
    if units().next().is_none() {
        return true;
    }
    let counts_alike = |indicator: &Indicator<'_>| {
        let unit = row::target(indicator).and_then(|target| target.unit.as_ref());
        unit.is_none_or(|own| units().any(|unit| same_kin(Some(own), Some(unit))))
    };
    let named = |indicator: &&Indicator<'_>| {
        let note = view.row_text(indicator, Concept::Note).unwrap_or("");
        letters().any(|letter| indicator.name.contains(letter) || note.contains(letter))
    };
    view.indicators().filter(named).any(counts_alike) || has_its_figure(view, task)
}

fn has_its_figure(view: &View<'_>, task: &str) -> bool {
    let standing = view.words("standing-words");
    view.indicators().any(|indicator| {
        row::target(indicator).is_some()
            && stated(task, standing).any(|(_, run)| same_figure(indicator.target_text, run))
    })
}

/// Whether a target holds exactly the digits of a figure.
fn same_figure(target: &str, run: &str) -> bool {
    target.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').any(|digits| digits == run)
}

/// Items that take a large part of the money, and of which neither goal nor row speaks.
fn lines(view: &View<'_>, measured: &str, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let share = view.number("main-cost-share")?;
    for composition in compositions(view) {
        let Some(amounts) = composition.amounts(view, Concept::LineAmount) else { continue };
        let Some(column) = composition.column(Concept::LineItem) else { continue };
        let parts = || composition.lines.iter().zip(&amounts).filter(|(line, _)| line.role == Role::Part);
        if parts().count() < 2 || !parts().all(|(_, amount)| amount.answered().is_some()) {
            continue;
        }
        let mut sum = Amount::ZERO;
        for amount in parts().filter_map(|(_, amount)| amount.answered()) {
            sum = sum.plus(*amount)?;
        }
        for (line, amount) in parts() {
            let Known::Answered(amount) = amount else { continue };
            if sum.yuan().is_zero() || view.words("overheads").is_in(line.item) {
                continue;
            }
            let percent = amount.yuan().times(Number::HUNDRED)?.over(sum.yuan())?;
            let named = subject::letters_of(subject::own_words(view, line.item)) >= LEAST_LETTERS;
            if percent < share || !named || is_measured(view, measured, line.item) {
                continue;
            }
            let percent = Arg::Text(percent.fixed(0, jibiao_model::Rounding::HalfUp));
            let args = [("item", Arg::Text(line.item.to_owned())), ("percent", percent)];
            sink.report(
                view.at_line(composition.table, line.index, &line.row.id, column),
                "task-without-indicator-line",
                args,
            );
        }
    }
    Ok(())
}
