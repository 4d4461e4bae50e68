//! The characters of a page and where they are painted.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};
use std::sync::atomic::{AtomicBool, Ordering};

/// No page has more characters.
const MOST: usize = 400_000;

/// A character, or several that are painted as one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// Its left edge, in points from the left.
    pub x: f64,
    /// Its base line, in points upwards.
    pub y: f64,
    /// How wide it is, in points.
    pub width: f64,
    /// The size of its font, in points.
    pub size: f64,
    /// The characters.
    pub text: String,
}

/// Collects the characters of a page.
pub(super) struct Glyphs<'stop> {
    pub painted: Vec<Glyph>,
    /// How many had no character.
    pub unknown: usize,
    stop: &'stop AtomicBool,
}

impl<'stop> Glyphs<'stop> {
    pub fn new(stop: &'stop AtomicBool) -> Self {
        Self {
            painted: Vec::new(),
            unknown: 0,
            stop,
        }
    }
}

impl OutputDev for Glyphs<'_> {
    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        if self.stop.load(Ordering::Relaxed) || self.painted.len() >= MOST {
            let error = std::io::Error::other("stopped");
            return Err(OutputError::IoError(error));
        }
        // Words across the page are seldom text of the article, and have no line here.
        let upright = place.m11.abs() >= place.m12.abs();
        let size = font_size.abs() * (place.m21.powi(2) + place.m22.powi(2)).sqrt();
        let wide = width * font_size.abs() * (place.m11.powi(2) + place.m12.powi(2)).sqrt();
        let numbers = [place.m31, place.m32, size, wide];
        if !upright || !numbers.iter().all(|number| number.is_finite()) || size < 0.5 {
            return Ok(());
        }
        let unreadable = |c: char| matches!(c, '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}');
        let known: String = text.chars().filter(|c| !unreadable(*c)).collect();
        if known.is_empty() {
            self.unknown += usize::from(!text.is_empty());
            return Ok(());
        }
        self.painted.push(Glyph {
            x: place.m31,
            y: place.m32,
            width: wide.max(0.0),
            size,
            text: known,
        });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
