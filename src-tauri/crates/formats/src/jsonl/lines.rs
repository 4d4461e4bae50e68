//! Lines of a file, bounded in length and nesting.

use super::{LINE_LIMIT, NESTING_LIMIT};
use crate::error::Fault;
use std::io::{BufRead, Read};

/// The place of a fault: bytes from the start of the line.
pub(crate) struct At {
    pub byte: usize,
    pub fault: Fault,
}

/// Reads one line after another.
pub(crate) struct Lines<R> {
    input: R,
    line: Vec<u8>,
    number: u64,
    broken: bool,
}

impl<R: BufRead> Lines<R> {
    pub const fn new(input: R) -> Self {
        Self {
            input,
            line: Vec::new(),
            number: 0,
            broken: false,
        }
    }

    /// The number of the last line, from 1.
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// The next line that is not blank. After a line that could not be read
    /// to its end there is none.
    pub fn next(&mut self) -> Option<Result<&str, At>> {
        if let Err(at) = self.advance()? {
            return Some(Err(at));
        }
        let line = decoded(&self.line);
        Some(line.and_then(|line| check_depth(line).map(|()| line)))
    }

    /// As [`Self::next`], however deep the line is.
    pub fn next_of_any_depth(&mut self) -> Option<Result<&str, At>> {
        if let Err(at) = self.advance()? {
            return Some(Err(at));
        }
        Some(decoded(&self.line))
    }

    fn advance(&mut self) -> Option<Result<(), At>> {
        loop {
            if self.broken {
                return None;
            }
            self.line.clear();
            self.number += 1;
            let limit = u64::try_from(LINE_LIMIT).unwrap_or(u64::MAX);
            let mut bounded = self.input.by_ref().take(limit.saturating_add(1));
            match bounded.read_until(b'\n', &mut self.line) {
                Ok(0) => return None,
                Ok(_) if self.line.len() > LINE_LIMIT => {
                    self.broken = true;
                    let fault = Fault::LineTooLong { limit: LINE_LIMIT };
                    return Some(Err(At {
                        byte: LINE_LIMIT,
                        fault,
                    }));
                }
                Ok(_) => {}
                Err(error) => {
                    self.broken = true;
                    let byte = self.line.len();
                    return Some(Err(At {
                        byte,
                        fault: error.into(),
                    }));
                }
            }
            if self.number == 1 && self.line.starts_with(b"\xef\xbb\xbf") {
                self.line.drain(..3);
            }
            if !self.line.iter().all(u8::is_ascii_whitespace) {
                break;
            }
        }
        Some(Ok(()))
    }

    /// The last line as far as it is UTF-8, to find places in.
    pub fn readable(&self) -> &str {
        readable(&self.line)
    }
}

fn readable(line: &[u8]) -> &str {
    match std::str::from_utf8(line) {
        Ok(text) => text,
        Err(error) => line
            .get(..error.valid_up_to())
            .and_then(|valid| std::str::from_utf8(valid).ok())
            .unwrap_or_default(),
    }
}

fn decoded(line: &[u8]) -> Result<&str, At> {
    std::str::from_utf8(line).map_err(|error| At {
        byte: error.valid_up_to(),
        fault: Fault::NotUtf8,
    })
}

/// Refuses a line that is nested too deep.
pub(super) fn check_depth(line: &str) -> Result<(), At> {
    match too_deep(line.as_bytes()) {
        Some(byte) => Err(At {
            byte,
            fault: Fault::TooDeep {
                limit: NESTING_LIMIT,
            },
        }),
        None => Ok(()),
    }
}

/// Where the nesting goes beyond the limit.
fn too_deep(line: &[u8]) -> Option<usize> {
    let (mut depth, mut inside, mut escaped) = (0_usize, false, false);
    for (at, byte) in line.iter().enumerate() {
        if inside {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => inside = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => inside = true,
            b'[' | b'{' => {
                depth += 1;
                if depth > NESTING_LIMIT {
                    return Some(at);
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_strings_are_no_nesting() {
        let quoted = format!("[\"{}\\\"[\"]", "[".repeat(200));
        assert_eq!(too_deep(quoted.as_bytes()), None);
        assert_eq!(too_deep("[".repeat(64).as_bytes()), None);
        assert_eq!(too_deep("[{".repeat(33).as_bytes()), Some(64));
        assert_eq!(too_deep("[]".repeat(99).as_bytes()), None);
    }

    #[test]
    fn blank_lines_and_a_byte_order_mark_are_passed_over() {
        let mut lines = Lines::new("\u{feff}one\r\n\n  \ntwo".as_bytes());
        assert_eq!(lines.next().unwrap().ok(), Some("one\r\n"));
        assert_eq!(lines.next().unwrap().ok(), Some("two"));
        assert_eq!(lines.number(), 4);
        assert!(lines.next().is_none());
    }

    #[test]
    fn a_line_beyond_the_limit_ends_the_reading() {
        let mut lines = Lines::new(std::io::BufReader::new(std::io::repeat(b'x')));
        let fault = lines.next().unwrap().err().unwrap().fault;
        assert!(matches!(fault, Fault::LineTooLong { .. }));
        assert!(lines.next().is_none());
    }
}
