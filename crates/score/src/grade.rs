//! The grade of a number of points.

use jibiao_model::Number;

use crate::Grade;

/// The best grade whose lower bound `points` reach; grades are listed best first.
pub(crate) fn grade(grades: &[Grade], points: Number) -> Option<String> {
    grades.iter().find(|grade| points >= grade.from).map(|grade| grade.name.clone())
}
