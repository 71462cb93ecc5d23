//! The native rules: one file each. A forgotten `mod` line does not compile, because the table names it.

mod actual_in_other_unit;
mod actual_not_quantified;
mod adjustment_unexplained;
mod approved_changed;
mod below_target_unexplained;
mod budget_change_unexplained;
mod carried_changed;
mod category_unlike;
mod cell_unreadable;
mod choice_unlisted;
mod completion_contradicted;
mod cost_above_budget;
mod cost_result_off;
mod cost_without_cost;
mod deadline_in_name;
mod deadline_outside_period;
mod deviation_off;
mod ex_ante_exceeded;
mod ex_ante_rejected;
mod execution_rate_off;
mod figure_in_two_versions;
mod fund_in_text_off;
mod fund_lines_absent;
mod fund_lines_off;
mod fund_source_contradicted;
mod goal_not_a_goal;
mod goal_number_contradicted;
mod goal_number_unmeasured;
mod goal_of_another_year;
mod goal_off_project;
mod goal_repeated;
mod goal_result_copied;
mod goal_unlike_plan;
mod goal_without_figure;
mod grade_off;
mod grade_without_points;
mod grounds_unnamed;
mod income_off;
mod indicator_foreign;
mod indicator_name_empty;
mod indicator_name_poor;
mod indicator_repeated;
mod indicators_few;
mod instruction_left;
mod level_skipped;
mod level_two_elsewhere;
mod level_unknown;
mod likelihood_contradicted;
mod line_growth_unexplained;
mod line_product_off;
mod money_and_goals_apart;
mod money_unit_mixed;
mod note_contradicted;
mod over_target_in_text;
mod over_target_unexplained;
mod own_cell_blank;
mod part_overspent;
mod period_reversed;
mod price_as_quality;
mod printed_text_changed;
mod progress_behind_spending;
mod progress_going_back;
mod progress_implausible;
mod prose_product_off;
mod prose_rate_off;
mod prose_sum_off;
mod rate_above_100;
mod result_missing;
mod result_negative;
mod result_without_figure;
mod results_too_even;
mod review_total_off;
mod row_inapplicable;
mod row_score_off;
mod satisfaction_target_off;
mod schedule_off;
mod so_far_rate_off;
mod spending_behind_time;
mod target_asks_nothing;
mod target_direction_odd;
mod target_is_a_name;
mod target_not_quantified;
mod target_several;
mod target_vague;
mod task_without_indicator;
mod text_of_another;
mod text_slip;
mod total_score_off;
mod unfinished_unexplained;
mod unit_cost_off;
mod unit_missing;
mod unit_of_another_thing;
mod unit_unfit;
mod weight_concentrated;
mod weight_split_off;
mod weight_sum_off;
mod whole_beyond_period;
mod years_contradicted;

use crate::Rule;

/// All native rules, in the order of their names.
pub static NATIVE: &[&Rule] = &[
    &actual_in_other_unit::RULE,
    &actual_not_quantified::RULE,
    &adjustment_unexplained::RULE,
    &approved_changed::RULE,
    &below_target_unexplained::RULE,
    &budget_change_unexplained::RULE,
    &carried_changed::RULE,
    &category_unlike::RULE,
    &cell_unreadable::RULE,
    &choice_unlisted::RULE,
    &completion_contradicted::RULE,
    &cost_above_budget::RULE,
    &cost_result_off::RULE,
    &cost_without_cost::RULE,
    &deadline_in_name::RULE,
    &deadline_outside_period::RULE,
    &deviation_off::RULE,
    &ex_ante_exceeded::RULE,
    &ex_ante_rejected::RULE,
    &execution_rate_off::RULE,
    &figure_in_two_versions::RULE,
    &fund_in_text_off::RULE,
    &fund_lines_absent::RULE,
    &fund_lines_off::RULE,
    &fund_source_contradicted::RULE,
    &goal_not_a_goal::RULE,
    &goal_number_contradicted::RULE,
    &goal_number_unmeasured::RULE,
    &goal_of_another_year::RULE,
    &goal_off_project::RULE,
    &goal_repeated::RULE,
    &goal_result_copied::RULE,
    &goal_unlike_plan::RULE,
    &goal_without_figure::RULE,
    &grade_off::RULE,
    &grade_without_points::RULE,
    &grounds_unnamed::RULE,
    &income_off::RULE,
    &indicator_foreign::RULE,
    &indicator_name_empty::RULE,
    &indicator_name_poor::RULE,
    &indicator_repeated::RULE,
    &indicators_few::RULE,
    &instruction_left::RULE,
    &level_skipped::RULE,
    &level_two_elsewhere::RULE,
    &level_unknown::RULE,
    &likelihood_contradicted::RULE,
    &line_growth_unexplained::RULE,
    &line_product_off::RULE,
    &money_and_goals_apart::RULE,
    &money_unit_mixed::RULE,
    &note_contradicted::RULE,
    &over_target_in_text::RULE,
    &over_target_unexplained::RULE,
    &own_cell_blank::RULE,
    &part_overspent::RULE,
    &period_reversed::RULE,
    &price_as_quality::RULE,
    &printed_text_changed::RULE,
    &progress_behind_spending::RULE,
    &progress_going_back::RULE,
    &progress_implausible::RULE,
    &prose_product_off::RULE,
    &prose_rate_off::RULE,
    &prose_sum_off::RULE,
    &rate_above_100::RULE,
    &result_missing::RULE,
    &result_negative::RULE,
    &result_without_figure::RULE,
    &results_too_even::RULE,
    &review_total_off::RULE,
    &row_inapplicable::RULE,
    &row_score_off::RULE,
    &satisfaction_target_off::RULE,
    &schedule_off::RULE,
    &so_far_rate_off::RULE,
    &spending_behind_time::RULE,
    &target_asks_nothing::RULE,
    &target_direction_odd::RULE,
    &target_is_a_name::RULE,
    &target_not_quantified::RULE,
    &target_several::RULE,
    &target_vague::RULE,
    &task_without_indicator::RULE,
    &text_of_another::RULE,
    &text_slip::RULE,
    &total_score_off::RULE,
    &unfinished_unexplained::RULE,
    &unit_cost_off::RULE,
    &unit_missing::RULE,
    &unit_of_another_thing::RULE,
    &unit_unfit::RULE,
    &weight_concentrated::RULE,
    &weight_split_off::RULE,
    &weight_sum_off::RULE,
    &whole_beyond_period::RULE,
    &years_contradicted::RULE,
];
