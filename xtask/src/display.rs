//! A display that no screen shows.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::Outcome;
use crate::process::in_checkout;

/// A virtual X display of 1280 × 800 pixels, ended when dropped.
pub(crate) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts one under the first free number.
    ///
    /// # Errors
    /// Xvfb is missing or could not start.
    pub(crate) fn start() -> Outcome<Display> {
        // The server writes the number it found to its standard output once it accepts windows.
        let mut server = in_checkout("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24"])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|cause| format!("could not start Xvfb: {cause}"))?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            // An end without a number is seen below.
            let _ = BufReader::new(output).read_line(&mut number);
        }
        let display = Display {
            server,
            name: format!(":{}", number.trim()),
        };
        if display.name == ":" {
            return Err("Xvfb ended before it had a display".to_owned());
        }
        Ok(display)
    }

    /// The name of the display, like `:99`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Makes a command show its windows here.
    pub(crate) fn show<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.name)
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("XAUTHORITY")
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Asked to end it takes its lock and its socket along; killed it leaves them in /tmp.
        let asked = in_checkout("sh")
            .args(["-c", "kill \"$0\"", &self.server.id().to_string()])
            .status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}
