//! The printed table.

use postil_tests::Outcome;
use std::io::{Write, stdout};

/// Several figures of the same thing.
#[derive(Clone, Debug)]
pub struct Figures(Vec<f64>);

impl Figures {
    /// Sorts them.
    pub fn new(mut figures: Vec<f64>) -> Self {
        figures.sort_by(f64::total_cmp);
        Self(figures)
    }

    /// The smallest of which at least `percent` of a hundred are not above.
    pub fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or(f64::NAN)
    }

    /// The middle one.
    pub fn median(&self) -> f64 {
        self.percentile(50)
    }

    /// The largest.
    pub fn worst(&self) -> f64 {
        self.percentile(100)
    }
}

/// Prints a line as it is.
///
/// # Errors
/// Standard output refuses.
pub fn line(text: &str) -> Outcome {
    let mut out = stdout().lock();
    writeln!(out, "{text}")?;
    Ok(out.flush()?)
}

/// Prints the head of some rows: what the two figures are, and which of them
/// the budget is for.
///
/// # Errors
/// As [`line`].
pub fn head(what: &str, first: &str, second: &str, judged: &str) -> Outcome {
    line("")?;
    line(&format!(
        "{what:<52}{first:>10}{second:>12}{:>12}{:>20}",
        "budget",
        format!("{judged} ÷ budget")
    ))
}

/// Prints a row of two figures; `judged` is the one that the budget is for.
///
/// # Errors
/// As [`line`].
pub fn row(
    what: &str,
    unit: &str,
    (first, second): (f64, f64),
    budget: f64,
    judged: f64,
) -> Outcome {
    line(&format!(
        "{what:<52}{:>10}{:>12}{:>12}{:>20.2}",
        figure(first, unit),
        figure(second, unit),
        figure(budget, unit),
        judged / budget
    ))
}

fn figure(value: f64, unit: &str) -> String {
    format!("{value:.0} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_figures_that_were_measured() {
        let forty = Figures::new((1..=40).rev().map(f64::from).collect());
        assert_eq!(
            (forty.median(), forty.percentile(95), forty.worst()),
            (20.0, 38.0, 40.0)
        );
        let five = Figures::new(vec![9.0, 1.0, 5.0, 3.0, 7.0]);
        assert_eq!((five.median(), five.worst()), (5.0, 9.0));
        assert!(Figures::new(Vec::new()).median().is_nan());
    }
}
