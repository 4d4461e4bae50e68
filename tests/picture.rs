//! Pictures of the window, pixel by pixel.

use crate::Outcome;
use std::io::Cursor;

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
    /// Reads a PNG file.
    ///
    /// # Errors
    /// It is not one, or not in colours.
    pub fn read(file: &[u8]) -> Outcome<Self> {
        let mut decoder = png::Decoder::new(Cursor::new(file));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info()?;
        let mut bytes = vec![
            0;
            reader
                .output_buffer_size()
                .ok_or("the picture is too large")?
        ];
        let info = reader.next_frame(&mut bytes)?;
        let step = info.color_type.samples();
        if step < 3 {
            return Err("the picture has no colours".into());
        }
        let pixels = bytes[..info.buffer_size()]
            .chunks_exact(step)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect();
        Ok(Self {
            width: usize::try_from(info.width)?,
            height: usize::try_from(info.height)?,
            pixels,
        })
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
