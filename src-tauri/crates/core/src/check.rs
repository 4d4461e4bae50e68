//! Checks of a scheme: what is unfinished in a layer.
