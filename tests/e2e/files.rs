//! Files that can't be opened: a sentence, and a window that goes on.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::Window;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

const ARTICLE: &str = "Mayor Brandt said the boats would sail.";

/// What the start says when it refuses a file.
fn refusal(window: &Window) -> Outcome<String> {
    window.until("document.querySelector('.refusal')?.textContent.trim()")?;
    let said = window.read("document.querySelector('.refusal').textContent")?;
    Ok(said
        .as_str()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" "))
}

/// Opens a file and gives the sentence; the window must be there afterwards,
/// and take an article.
fn refused(desk: &Desk, file: &Path) -> Outcome<String> {
    let window = desk.start_named(&[&file.display().to_string()])?;
    let said = refusal(&window)?;
    assert!(window.alive());
    assert!(!said.contains("problem-"), "{said}");
    window.add_article(ARTICLE)?;
    Ok(said)
}

/// A project with one article, closed.
fn project_at(desk: &Desk, name: &str) -> Outcome<std::path::PathBuf> {
    let window = desk.start_named(&[])?;
    window.add_article(ARTICLE)?;
    window.close()?;
    let file = desk.path(name);
    std::fs::rename(desk.untitled(), &file)?;
    Ok(file)
}

#[test]
fn a_picture_called_postil_is_refused_in_a_sentence() -> Outcome {
    let desk = Desk::new()?;
    let file = desk.path("photo.postil");
    let picture: Vec<u8> = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70, 73, 70].repeat(400);
    std::fs::write(&file, &picture)?;
    assert!(refused(&desk, &file)?.starts_with("This file is not a Postil project."));
    assert_eq!(std::fs::read(&file)?, picture);
    Ok(())
}

#[test]
fn a_truncated_project_is_refused_in_a_sentence() -> Outcome {
    let desk = Desk::new()?;
    let file = project_at(&desk, "cut.postil")?;
    let whole = std::fs::read(&file)?;
    std::fs::write(&file, &whole[..whole.len() / 2])?;
    assert!(refused(&desk, &file)?.starts_with("This project file is damaged."));
    assert_eq!(std::fs::read(&file)?, whole[..whole.len() / 2]);
    Ok(())
}

#[test]
fn a_project_of_a_newer_version_is_refused_in_a_sentence() -> Outcome {
    let desk = Desk::new()?;
    let file = project_at(&desk, "newer.postil")?;
    let newer = "PRAGMA user_version = 900; UPDATE project SET readable_by = 900;";
    assert!(
        Command::new("sqlite3")
            .arg(&file)
            .arg(newer)
            .status()?
            .success()
    );
    assert!(
        refused(&desk, &file)?
            .starts_with("This project was written by a newer version of Postil.")
    );
    Ok(())
}

#[test]
fn a_second_program_on_the_same_project_says_who_has_it() -> Outcome {
    let desk = Desk::new()?;
    let first = desk.start_named(&[])?;
    first.add_article(ARTICLE)?;
    let file = desk.untitled();
    // A person at another desk: at the same one the first window would come forward.
    let other = Desk::new()?;
    let second = other.start_named(&[&file.display().to_string()])?;
    let said = refusal(&second)?;
    assert!(
        said.starts_with("This project is open in another program."),
        "{said}"
    );
    assert!(second.alive());
    drop(second);
    // The first one goes on.
    first.run("window.focus();", Vec::new())?;
    first.press("Ctrl+Home")?;
    first.answer("C")?;
    assert_eq!(project::spans(&file)?.len(), 1);
    first.close()
}

#[test]
fn a_project_in_a_folder_that_may_not_be_written_is_shown_and_refuses_marks() -> Outcome {
    let desk = Desk::new()?;
    let closed = project_at(&desk, "closed.postil")?;
    let folder = desk.path("shelf");
    std::fs::create_dir(&folder)?;
    let file = folder.join("read.postil");
    std::fs::rename(closed, &file)?;
    let before = std::fs::read(&file)?;
    std::fs::set_permissions(&file, Permissions::from_mode(0o444))?;
    std::fs::set_permissions(&folder, Permissions::from_mode(0o555))?;
    let window = desk.start_powerless(&[&file.display().to_string()])?;
    window.until("document.documentElement.dataset.ready === 'article'")?;
    window.until("document.activeElement?.classList.contains('cm-content')")?;
    let said = window.answer("C")?;
    assert!(said.starts_with("This project cannot be written"), "{said}");
    assert!(window.alive());
    drop(window);
    assert_eq!(std::fs::read(&file)?, before);
    assert_eq!(std::fs::read_dir(&folder)?.count(), 1);
    std::fs::set_permissions(&folder, Permissions::from_mode(0o755))?;
    Ok(())
}
