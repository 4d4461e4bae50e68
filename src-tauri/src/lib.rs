//! The shell: a window over `postil-app`. The only package that knows Tauri.

#[cfg(target_os = "linux")]
mod clipboard;
mod drop;
mod files;
#[cfg(target_os = "linux")]
mod graphics;
mod hand_over;
mod ipc;
mod start;
#[cfg(target_os = "linux")]
mod web_process;
#[cfg(target_os = "linux")]
mod wheel;

use postil_app::article_files::read_if_asked;
use postil_app::environment::Home;
use postil_app::worker::Worker;
use std::process::ExitCode;
use tauri::{Manager, RunEvent, WebviewUrl, WebviewWindowBuilder};

/// The window when it opens, in logical pixels.
const SIZE: (f64, f64) = (1280.0, 800.0);
/// The smallest window that still works.
const SMALLEST: (f64, f64) = (640.0, 420.0);

/// Runs until the window is closed.
#[must_use]
pub fn run() -> ExitCode {
    if let Some(ended) = read_if_asked() {
        return ended;
    }
    #[cfg(target_os = "linux")]
    if let Err(error) = web_process::prepare() {
        eprintln!("postil-desktop: {error}");
        return ExitCode::FAILURE;
    }
    let start = match start::Start::from_arguments(std::env::args_os().skip(1)) {
        Ok(start) => start,
        Err(usage) => {
            eprintln!("postil-desktop: {usage}");
            return ExitCode::from(2);
        }
    };
    let home = Home::of_user();
    if hand_over::taken(&start, &home) {
        return ExitCode::SUCCESS;
    }
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![ipc::call])
        .setup(move |application| {
            let worker = start.worker(application.handle().clone())?;
            application.manage(worker);
            let window = WebviewWindowBuilder::new(application, "main", WebviewUrl::default())
                .title("Postil")
                .inner_size(SIZE.0, SIZE.1)
                .min_inner_size(SMALLEST.0, SMALLEST.1)
                // Nothing of a page that was dropped or linked may be opened.
                .on_navigation(|url| {
                    matches!(
                        url.host_str(),
                        Some("localhost" | "tauri.localhost" | "127.0.0.1")
                    )
                })
                .build()?;
            drop::listen(&window);
            let (worker, front) = (application.state::<Worker>(), window.clone());
            let raise = move || drop(front.unminimize().and_then(|()| front.set_focus()));
            // Without a place to listen at, a second start gets a window of its own.
            if let Ok(place) = hand_over::listen(&home, worker.inner().clone(), raise) {
                application.manage(place);
            }
            #[cfg(target_os = "linux")]
            graphics::choose(&window)?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(application) => {
            application.run(|application, event| match event {
                RunEvent::Exit => {
                    if let Some(place) = application.try_state::<hand_over::Place>() {
                        place.leave();
                    }
                    application.state::<Worker>().finish();
                }
                #[cfg(target_os = "macos")]
                RunEvent::Opened { urls } => {
                    let paths = urls.iter().filter_map(|url| url.to_file_path().ok());
                    application.state::<Worker>().give(paths.collect());
                }
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("postil-desktop: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
