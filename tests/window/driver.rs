//! WebKitWebDriver itself.

use crate::Outcome;
use std::ffi::OsString;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The user that owns nothing.
pub const NOBODY: u32 = 65_534;

/// Whether we may do everything; mode bits do not hold root.
pub fn is_root() -> Outcome<bool> {
    Ok(fs::metadata("/proc/self")?.uid() == 0)
}

/// A running driver, ended when dropped.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts one that starts programs with these variables; `powerless`, as
    /// a user who may only write where everyone may.
    ///
    /// # Errors
    /// There is no display, or no WebKitWebDriver.
    pub fn start(environment: &[(&str, OsString)], powerless: bool) -> Outcome<Self> {
        if std::env::var_os("DISPLAY").is_none() {
            return Err("there is no display; `cargo xtask test` brings one".into());
        }
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let mut command = if powerless && is_root()? {
            let mut command = Command::new("setpriv");
            command.args([
                &format!("--reuid={NOBODY}"),
                "--clear-groups",
                "WebKitWebDriver",
            ]);
            command
        } else {
            Command::new("WebKitWebDriver")
        };
        let process = command
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("WebKitWebDriver: {error}"))?;
        let driver = Self { process, port };
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if begun.elapsed() > Duration::from_secs(20) {
                return Err("WebKitWebDriver does not answer".into());
            }
            std::thread::yield_now();
        }
        Ok(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The process id of the program it started.
    pub fn program(&self) -> Outcome<String> {
        let id = self.process.id();
        let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children"))?;
        let child = children
            .split_whitespace()
            .next()
            .ok_or("the driver started no program")?;
        Ok(child.to_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
