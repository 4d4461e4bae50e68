//! CSV and its relatives.

use super::table::{COLUMNS, ROWS, Table};
use super::{Choices, Kind, Left, LeftOut, Reading, Refusal, encoding};
use csv::{ReaderBuilder, StringRecord};

/// A name of a column is no longer than this, in characters.
const NAME: usize = 100;

/// The rows of the file. What stands between values is found out for CSV, as many programs write
/// semicolons.
pub(super) fn read(bytes: &[u8], kind: Kind, choices: &Choices) -> Result<Reading, Refusal> {
    let (source, used) = encoding::decode(bytes, choices.encoding.as_deref(), None)?;
    let separator = match kind {
        Kind::Tsv => b'\t',
        _ => separator(&source),
    };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(source.as_bytes());
    let mut left_out = LeftOut::default();
    let mut table = Table::default();
    let mut record = StringRecord::new();
    let mut first = true;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                left_out.add(Left::BadRow, &error.to_string());
                continue;
            }
        }
        if record.len() > COLUMNS {
            return Err(Refusal::TooManyColumns { limit: COLUMNS });
        }
        let line = record.position().map_or(0, csv::Position::line);
        let values: Vec<String> = record.iter().map(str::to_owned).collect();
        if first {
            first = false;
            if names_columns(&values) {
                table.names = values;
                continue;
            }
        }
        while table.names.len() < values.len() {
            table.names.push((table.names.len() + 1).to_string());
        }
        if table.rows.len() >= ROWS {
            return Err(Refusal::TooManyRows { limit: ROWS });
        }
        table.rows.push((line, values));
    }
    if table.rows.is_empty() {
        return Err(Refusal::NoText);
    }
    Ok(Reading {
        encoding: Some(used),
        ..table.into_reading(kind, choices, left_out)?
    })
}

/// Whether a first row names the columns: short names, each once.
fn names_columns(values: &[String]) -> bool {
    let short = values.iter().all(|value| {
        let value = value.trim();
        value.chars().count() <= NAME && !value.contains('\n')
    });
    let mut sorted: Vec<&str> = values.iter().map(|value| value.trim()).collect();
    sorted.sort_unstable();
    let once = sorted
        .windows(2)
        .all(|pair| pair[0] != pair[1] || pair[0].is_empty());
    let numbers = values
        .iter()
        .any(|value| value.trim().parse::<f64>().is_ok());
    short && once && !numbers && sorted.iter().any(|name| !name.is_empty())
}

/// The sign that the first line has most often outside of quotation marks.
fn separator(source: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0_u32), (b';', 0), (b'\t', 0), (b'|', 0)];
    for byte in source.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            byte if !quoted => {
                for (separator, count) in &mut counts {
                    *count += u32::from(*separator == byte);
                }
            }
            _ => {}
        }
    }
    // Of equals the first: a comma.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(separator, _)| *separator)
}
