//! What WebKitGTK and GTK read when they start: variables that their processes inherit.

use crate::graphics;
use gtk::glib;

/// How much more than what lives the JavaScript heap may take before it is collected. WebKit's
/// own value is 3 where the computer has room, so that a book once opened took 100 MB until
/// something else filled the heap.
const HEAP_GROWTH: (&str, &str) = ("JSC_heapGrowthMaxIncrease", "0.5");

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
    set(HEAP_GROWTH)?;
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
