//! What WebKitGTK and GTK read when they start: variables that their processes inherit.

use crate::graphics;
use gtk::glib;

/// The JavaScript heap is collected once it has taken half as much again as what lives, and so
/// many bytes at least: WebKit's own values are three times and 32 MB where the computer has
/// room, and a book once opened took 100 MB until something else filled the heap.
const HEAP: [(&str, &str); 2] = [
    ("JSC_heapGrowthMaxIncrease", "0.5"),
    ("JSC_largeHeapSize", "4000000"),
];

/// Of the C library, for the processes that are started: one arena for all threads, and what is
/// larger than so many bytes goes back as soon as it is free.
const ALLOCATION: [(&str, &str); 3] = [
    ("MALLOC_ARENA_MAX", "1"),
    ("MALLOC_MMAP_THRESHOLD_", "262144"),
    ("MALLOC_TRIM_THRESHOLD_", "262144"),
];

/// Without a graphics card, the window's own process needs none of what draws with one. It would
/// load a card imitated by the processor, three times, for 27 MB and a tenth of the start.
const NO_CARD: [(&str, &str); 4] = [
    ("GDK_GL", "disable"),
    ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
    ("WEBKIT_WEB_RENDER_DEVICE_FILE", "/dev/null"),
];

/// Sets what is not set already. To be called before anything starts a thread: the environment
/// belongs to all of them.
///
/// # Errors
/// The system has no memory for a variable.
pub fn prepare() -> Result<(), glib::BoolError> {
    HEAP.into_iter().chain(ALLOCATION).try_for_each(set)?;
    if !graphics::has_card() {
        NO_CARD.into_iter().try_for_each(set)?;
    }
    Ok(())
}

fn set((name, value): (&str, &str)) -> Result<(), glib::BoolError> {
    glib::setenv(name, value, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_set_stays() {
        let name = "POSTIL_SET_BY_A_PERSON";
        set((name, "theirs")).unwrap();
        set((name, "ours")).unwrap();
        assert_eq!(std::env::var(name).as_deref(), Ok("theirs"));
    }
}
