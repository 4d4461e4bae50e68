//! A picture of the window where there is no screen to see it on.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::display::Display;
use crate::process::{in_checkout, printed, succeed};
use crate::tree;

/// How long the window has to paint an article.
const PATIENCE: Duration = Duration::from_secs(60);

const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// Fewer colours than a painted article has, more than an empty window.
const COLOURS_AT_LEAST: u32 = 32;

/// Opens the program on a virtual display, saves a picture and ends it.
///
/// With no arguments of the person's own, the demo project is opened.
///
/// # Errors
/// The window painted no article in time, or the picture shows none.
pub(crate) fn take(program: &Path, arguments: &[String]) -> Outcome {
    let target = tree::target()?;
    let picture = target.join("postil-window.png");
    let ready = target.join("postil-window.ready");
    let said = target.join("postil-window.log");
    let home = target.join("demo-home");
    for old in [&picture, &ready] {
        absent(fs::remove_file(old), old)?;
    }
    absent(fs::remove_dir_all(&home), &home)?;

    let display = Display::start()?;
    println!(
        "No display here: opening Postil on the virtual display {}.",
        display.name()
    );
    let log = File::create(&said).map_err(|cause| at(&said, &cause))?;
    let mut command = in_checkout(program);
    display
        .show(&mut command)
        .env("POSTIL_HOME", &home)
        .env("POSTIL_PICTURE_READY", &ready)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log);
    if arguments.is_empty() {
        command.arg("--demo");
    } else {
        command.args(arguments);
    }
    let child = command
        .spawn()
        .map_err(|cause| format!("could not start Postil: {cause}"))?;
    let mut window = Window(child);
    if let Err(problem) = painted(&mut window.0, &ready) {
        let said = fs::read_to_string(&said).unwrap_or_default();
        return Err(format!("{problem}; it said:\n{}", said.trim_end()));
    }
    photograph(&display, &picture)?;
    println!("A picture of the window: {}", picture.display());
    Ok(())
}

/// The program while its window is open, ended when dropped.
struct Window(Child);

impl Drop for Window {
    fn drop(&mut self) {
        // Already ended is as good as ended now.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn painted(window: &mut Child, ready: &Path) -> Outcome {
    let deadline = Instant::now() + PATIENCE;
    while !ready.exists() {
        if let Ok(Some(status)) = window.try_wait() {
            return Err(format!(
                "Postil ended before it showed an article ({status})"
            ));
        }
        if Instant::now() > deadline {
            return Err(format!(
                "Postil showed no article within {} s",
                PATIENCE.as_secs()
            ));
        }
        thread::sleep(BETWEEN_LOOKS);
    }
    Ok(())
}

/// Takes pictures until two in a row are the same and not empty: what the window has painted
/// reaches the display later, and not at once.
fn photograph(display: &Display, picture: &Path) -> Outcome {
    let deadline = Instant::now() + PATIENCE;
    let mut before = String::new();
    loop {
        let mut camera = in_checkout("import");
        camera.args(["-window", "root"]).arg(picture);
        succeed(display.show(&mut camera))?;
        let pixels = printed(
            "identify",
            &["-format", "%k %#", &picture.to_string_lossy()],
        )
        .ok_or_else(|| format!("{} is no picture", picture.display()))?;
        let (colours, signature) = pixels.split_once(' ').unwrap_or_default();
        let is_empty = colours.parse::<u32>().unwrap_or(0) < COLOURS_AT_LEAST;
        if !is_empty && signature == before {
            return Ok(());
        }
        if Instant::now() > deadline {
            return if is_empty {
                Err(format!("the window stayed empty: {}", picture.display()))
            } else {
                Ok(())
            };
        }
        signature.clone_into(&mut before);
        thread::sleep(BETWEEN_LOOKS);
    }
}

fn absent(removed: io::Result<()>, path: &Path) -> Outcome {
    match removed {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(at(path, &cause)),
        _ => Ok(()),
    }
}

fn at(path: &Path, cause: &io::Error) -> String {
    format!("{}: {cause}", path.display())
}
