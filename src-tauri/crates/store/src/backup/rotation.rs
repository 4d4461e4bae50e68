//! Which backups are kept.

use crate::error::StoreError;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::path::Path;

/// How many are kept whatever their age.
const RECENT: usize = 5;
const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;

/// The file name of a backup made at `now`: the time in UTC, so that names
/// sort by age.
pub(super) fn name(connection: &Connection, now: i64) -> Result<String, StoreError> {
    let sql = "SELECT strftime('%Y-%m-%dT%H-%M-%fZ.postil', ?1 / 1000.0, 'unixepoch')";
    let name: Option<String> = connection
        .prepare_cached(sql)?
        .query_row([now], |row| row.get(0))?;
    name.ok_or_else(|| StoreError::Invalid(format!("{now} is no time of our calendar")))
}

/// Deletes the backups in `folder` that no rule keeps. Other files stay.
pub(super) fn rotate(connection: &Connection, folder: &Path) -> Result<(), StoreError> {
    let mut backups = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        if let Ok(name) = entry?.file_name().into_string()
            && let Some(week) = week_of(connection, &name)?
        {
            backups.push((name, week));
        }
    }
    backups.sort_by(|one, other| other.cmp(one));
    let kept = kept(&backups);
    for (name, _) in &backups {
        if !kept.contains(name.as_str()) {
            std::fs::remove_file(folder.join(name))?;
        }
    }
    Ok(())
}

/// The week of a backup; none for a file that is no backup.
fn week_of(connection: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let shape: String = name
        .chars()
        .map(|character| {
            if character.is_ascii_digit() {
                '0'
            } else {
                character
            }
        })
        .collect();
    if shape != "0000-00-00T00-00-00.000Z.postil" {
        return Ok(None);
    }
    let day = name.get(..10).unwrap_or_default();
    Ok(connection
        .prepare_cached("SELECT strftime('%G-%V', ?1)")?
        .query_row([day], |row| row.get(0))?)
}

/// The names to keep of backups with their weeks, the latest first.
fn kept(backups: &[(String, String)]) -> BTreeSet<&str> {
    let mut kept: BTreeSet<&str> = backups
        .iter()
        .take(RECENT)
        .map(|(name, _)| name.as_str())
        .collect();
    last_of_each(backups, DAYS, |(name, _)| name.get(..10), &mut kept);
    last_of_each(backups, WEEKS, |(_, week)| Some(week.as_str()), &mut kept);
    last_of_each(backups, MONTHS, |(name, _)| name.get(..7), &mut kept);
    kept
}

fn last_of_each<'a>(
    backups: &'a [(String, String)],
    count: usize,
    period: impl Fn(&'a (String, String)) -> Option<&'a str>,
    kept: &mut BTreeSet<&'a str>,
) {
    let mut seen = BTreeSet::new();
    for backup in backups {
        if let Some(period) = period(backup)
            && seen.len() < count
            && seen.insert(period)
        {
            kept.insert(&backup.0);
        }
    }
}
