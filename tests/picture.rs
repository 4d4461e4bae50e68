//! Pictures of the window, pixel by pixel.

use crate::Outcome;

/// A pixel: red, green, blue.
pub type Colour = [u8; 3];

/// How much a channel of a pixel may change, of 255, when the engine paints
/// the same text again: it mixes ink and paper in another order, and rounds
/// otherwise. A letter that moves or changes its form differs by far more.
pub const ROUNDING: u8 = 2;

/// A picture in device pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<Colour>,
}

impl Picture {
    /// Reads what a display of 24 bits answers: blue, green, red and a byte
    /// of nothing for each pixel, row by row.
    ///
    /// # Errors
    /// There are more or fewer bytes than that.
    pub fn from_display(width: usize, height: usize, bytes: &[u8]) -> Outcome<Self> {
        let pixels: Vec<Colour> = bytes
            .chunks_exact(4)
            .map(|pixel| [pixel[2], pixel[1], pixel[0]])
            .collect();
        if pixels.len() != width * height || bytes.len() != width * height * 4 {
            return Err("the display does not have 24 bits a pixel".into());
        }
        Ok(Self {
            width,
            height,
            pixels,
        })
    }

    /// The pixel at the lower right.
    #[must_use]
    pub fn last(&self) -> Option<Colour> {
        self.pixels.last().copied()
    }

    /// The colour of a pixel, or `None` outside the picture.
    #[must_use]
    pub fn at(&self, x: usize, y: usize) -> Option<Colour> {
        if x >= self.width || y >= self.height {
            return None;
        }
        self.pixels.get(y * self.width + x).copied()
    }

    /// Pixels of a rectangle in which two pictures differ by more than
    /// [`ROUNDING`].
    #[must_use]
    pub fn differences(
        &self,
        other: &Self,
        left: usize,
        top: usize,
        right: usize,
        bottom: usize,
    ) -> Vec<(usize, usize)> {
        (top..bottom)
            .flat_map(|y| (left..right).map(move |x| (x, y)))
            .filter(|&(x, y)| match (self.at(x, y), other.at(x, y)) {
                (Some(one), Some(two)) => {
                    one.iter().zip(two).any(|(a, b)| a.abs_diff(b) > ROUNDING)
                }
                (one, two) => one != two,
            })
            .collect()
    }

    /// How many different colours a rectangle has.
    #[must_use]
    pub fn colours(&self, left: usize, top: usize, right: usize, bottom: usize) -> usize {
        let mut seen: Vec<Colour> = (top..bottom)
            .flat_map(|y| (left..right).filter_map(move |x| self.at(x, y)))
            .collect();
        seen.sort_unstable();
        seen.dedup();
        seen.len()
    }
}
