//! The funds block of a table from elsewhere: rows named at the left, columns named above, wherever they stand.

use jibiao_model::{CellId, Concept, Matrix, MatrixRow};
use jibiao_reading::Vocabulary;
use jibiao_table::{Grid, bare, plain};

use super::recognised::Recognition;

/// A label that is looked for, as it is compared, and the lists of the pack that hold its other names.
struct Wanted {
    exact: String,
    short: String,
    lists: Vec<String>,
}

impl Wanted {
    /// Whether a text is the form's own label.
    fn is(&self, text: &str) -> bool {
        let (own, short) = (bare(text), plain(text));
        !own.is_empty() && own == self.exact || !short.is_empty() && short == self.short
    }

    fn fits(&self, text: &str, vocabulary: &Vocabulary) -> bool {
        let short = plain(text);
        self.is(text) || !short.is_empty() && self.lists.iter().any(|list| vocabulary.list(list).has(&short))
    }
}

/// Lists with the names of a row: those of its source, as pages that ask for one amount alone call it.
fn of_row(row: &MatrixRow, concept: impl Fn(&CellId) -> Option<Concept>) -> Wanted {
    let funds = row.cells.iter().flatten().filter_map(concept);
    let mut lists: Vec<String> = Vec::new();
    for fund in funds {
        let name = fund.to_string();
        if let Some((source, _)) = name.rsplit_once('.') {
            let list = ["column-", source, ".year"].concat();
            if !lists.contains(&list) {
                lists.push(list);
            }
        }
    }
    Wanted { exact: bare(&row.label.zh), short: plain(&row.label.zh), lists }
}

/// Finds the block and takes its amounts.
pub(super) fn take(found: &mut Recognition<'_>, matrix: &Matrix, cells: &[jibiao_model::Cell]) {
    let vocabulary = found.vocabulary;
    let concept = |id: &CellId| cells.iter().find(|cell| cell.id == *id)?.concept;
    let columns: Vec<Wanted> = (0..matrix.columns.len())
        .filter_map(|at| {
            let label = &matrix.columns.get(at)?.label;
            // The names of a moment stand with the total of that moment.
            let ids = matrix.rows.iter().filter_map(|row| row.cells.get(at)?.as_ref());
            let lists = ids.filter_map(concept).filter(|fund| fund.to_string().starts_with("fund.total."));
            let lists = lists.map(|fund| ["column-", &fund.to_string()].concat()).collect();
            Some(Wanted { exact: bare(&label.zh), short: plain(&label.zh), lists })
        })
        .collect();
    let rows: Vec<Wanted> = matrix.rows.iter().map(|row| of_row(row, concept)).collect();
    let grid = found.view.grid.clone();
    let Some((head, at)) = header(found, &grid, &columns, vocabulary) else {
        alone(found, &grid, matrix, &rows, &concept);
        return;
    };
    for (column, _) in at.iter().flatten().zip(0..) {
        found.use_up(head, *column);
    }
    let mut taken = vec![false; rows.len()];
    for row in head.saturating_add(1)..grid.height() {
        if found.is_table(row) || taken.iter().all(|taken| *taken) {
            break;
        }
        let named = (0..grid.width()).find_map(|column| {
            let text = grid.own(row, column);
            let index = rows.iter().zip(&taken).position(|(wanted, taken)| !taken && wanted.fits(text, vocabulary));
            index.filter(|_| !text.is_empty() && !found.is_used(row, column)).map(|index| (column, index))
        });
        let Some((column, index)) = named else { continue };
        found.use_up(row, column);
        if let Some(taken) = taken.get_mut(index) {
            *taken = true;
        }
        let ids = matrix.rows.get(index).map(|row| row.cells.as_slice()).unwrap_or_default();
        for (id, place) in ids.iter().zip(&at) {
            let Some(place) = place else { continue };
            let text = grid.own(row, *place);
            match id {
                Some(id) => found.place(id, text, row, *place),
                None if is_dash(text) => found.use_up(row, *place),
                None => {}
            }
        }
    }
}

/// A row of headers: how many are named, how many of them by the form's own labels; and where each column stands.
struct Header {
    rank: (usize, usize),
    row: usize,
    places: Vec<Option<usize>>,
}

/// The row in which the most columns are named, and where.
fn header(
    found: &Recognition<'_>,
    grid: &Grid,
    columns: &[Wanted],
    vocabulary: &Vocabulary,
) -> Option<(usize, Vec<Option<usize>>)> {
    let mut best: Option<Header> = None;
    for row in (0..grid.height()).filter(|row| !found.is_table(*row)) {
        let mut places: Vec<Option<usize>> = vec![None; columns.len()];
        // The form's own labels come first: 项目资金 over the names of rows is no amount.
        let mut own = 0;
        for exact in [true, false] {
            for column in 0..grid.width() {
                let text = grid.own(row, column);
                let fits = |wanted: &Wanted| if exact { wanted.is(text) } else { wanted.fits(text, vocabulary) };
                // What goes on over all rows is the name of the block, not of a column.
                let tall = found.view.below(row, column) > row.saturating_add(2);
                let named = tall || places.contains(&Some(column));
                let mut free = columns.iter().zip(&mut places).filter(|(_, place)| place.is_none());
                if let Some((_, place)) = free.find(|(wanted, _)| !named && !text.is_empty() && fits(wanted)) {
                    *place = Some(column);
                }
            }
            own = if exact { places.iter().flatten().count() } else { own };
        }
        let count = places.iter().flatten().count();
        // One header alone may be a coincidence, unless it is the form's own and the only one.
        let rank = (count, own);
        let enough = count > 1 || own == 1 && columns.len() == 1;
        if enough && best.as_ref().is_none_or(|before| rank > before.rank) {
            best = Some(Header { rank, row, places });
        }
    }
    best.map(|best| (best.row, best.places))
}

/// A block without headers: an amount stands behind its own name, or behind that of a row that has no other.
fn alone(found: &mut Recognition<'_>, grid: &Grid, matrix: &Matrix, rows: &[Wanted], concept: &Named<'_>) {
    for (wanted, row) in rows.iter().zip(&matrix.rows) {
        let ids: Vec<&CellId> = row.cells.iter().flatten().collect();
        for id in &ids {
            let lists = concept(id).map(|fund| ["column-", &fund.to_string()].concat()).into_iter().collect();
            let own = Wanted { exact: String::new(), short: String::new(), lists };
            behind(found, grid, &own, id);
        }
        if let [id] = ids.as_slice() {
            behind(found, grid, wanted, id);
        }
    }
}

/// What a cell of the form means.
type Named<'a> = dyn Fn(&CellId) -> Option<Concept> + 'a;

/// Takes the amount that stands behind a name.
fn behind(found: &mut Recognition<'_>, grid: &Grid, wanted: &Wanted, id: &CellId) {
    let vocabulary = found.vocabulary;
    let named: Vec<(usize, usize)> = found
        .view
        .cells()
        .filter(|(row, column, text)| {
            !found.is_used(*row, *column) && !found.is_table(*row) && wanted.fits(text, vocabulary)
        })
        .map(|(row, column, _)| (row, column))
        .collect();
    // 项目资金 may name the whole block before it names an amount.
    for (at, column) in named {
        let behind = found.view.behind(at, column);
        let text = grid.own(at, behind).to_owned();
        if is_dash(&text) {
            found.use_up(at, column);
        } else if found.is_free(id) && !found.labels.is_label(&text) {
            found.use_up(at, column);
            found.place(id, &text, at, behind);
            return;
        }
    }
}

/// A printed sign for “nothing is asked for here”.
fn is_dash(text: &str) -> bool {
    text.is_empty() || text.chars().all(|sign| matches!(sign, '—' | '-' | '－' | '–' | '/' | '\\' | '*'))
}
