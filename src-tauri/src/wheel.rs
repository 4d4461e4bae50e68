//! Turns of the wheel, where the web view does not act on them itself.

use gtk::gdk::{EventScroll, ModifierType, ScrollDirection};
use gtk::glib::Propagation;
use gtk::prelude::WidgetExt;
use tauri::WebviewWindow;
use webkit2gtk::{WebView, WebViewExt};

/// Passes turns of the wheel on to the page as events, which scrolls for itself.
///
/// Without acceleration, WebKitGTK neither scrolls nor tells the page.
pub fn pass_on(view: &WebView, window: WebviewWindow) {
    view.connect_scroll_event(move |view, event| {
        let turn = Turn::of(event, f64::from(view.allocated_height()), view.zoom_level());
        if turn.across != 0.0 || turn.down != 0.0 {
            // Where this fails the window is gone, and nothing is left to scroll.
            drop(window.eval(turn.script()));
        }
        Propagation::Stop
    });
}

/// A turn of the wheel in CSS pixels.
#[derive(Debug, PartialEq)]
struct Turn {
    x: f64,
    y: f64,
    across: f64,
    down: f64,
    /// Control is held: this is no scrolling.
    control: bool,
}

impl Turn {
    /// `height` is the view's, in pixels of the screen; `zoom` is how many of them a CSS pixel has.
    fn of(event: &EventScroll, height: f64, zoom: f64) -> Self {
        let (x, y) = event.position();
        let notches = notches(event.direction(), event.delta());
        let sideways = event.state().contains(ModifierType::SHIFT_MASK);
        let (across, down) = if sideways {
            (notches.1, notches.0)
        } else {
            notches
        };
        // As far as WebKit goes for a notch.
        let step = height.powf(2.0 / 3.0) / zoom;
        Self {
            x: x / zoom,
            y: y / zoom,
            across: across * step,
            down: down * step,
            control: event.state().contains(ModifierType::CONTROL_MASK),
        }
    }

    fn script(&self) -> String {
        let Self {
            x,
            y,
            across,
            down,
            control,
        } = self;
        format!(
            "(document.elementFromPoint({x}, {y}) ?? document.documentElement).dispatchEvent(new WheelEvent('wheel', \
             {{ bubbles: true, cancelable: true, clientX: {x}, clientY: {y}, deltaX: {across}, deltaY: {down}, \
             ctrlKey: {control} }}))"
        )
    }
}

/// How far a wheel was turned to the right and down, in notches.
fn notches(direction: ScrollDirection, delta: (f64, f64)) -> (f64, f64) {
    match direction {
        ScrollDirection::Up => (0.0, -1.0),
        ScrollDirection::Down => (0.0, 1.0),
        ScrollDirection::Left => (-1.0, 0.0),
        ScrollDirection::Right => (1.0, 0.0),
        _ => delta,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wheel_with_notches_and_a_smooth_one_say_how_far() {
        assert_eq!(notches(ScrollDirection::Down, (0.0, 0.0)), (0.0, 1.0));
        assert_eq!(notches(ScrollDirection::Left, (0.0, 0.0)), (-1.0, 0.0));
        assert_eq!(notches(ScrollDirection::Smooth, (0.25, -0.5)), (0.25, -0.5));
    }

    #[test]
    fn the_page_is_told_where_and_how_far() {
        let turn = Turn {
            x: 12.5,
            y: 30.0,
            across: 0.0,
            down: -81.0,
            control: false,
        };
        let script = turn.script();
        for part in [
            "elementFromPoint(12.5, 30)",
            "deltaX: 0,",
            "deltaY: -81,",
            "ctrlKey: false",
        ] {
            assert!(script.contains(part), "{part} is not in {script}");
        }
    }
}
