//! Rules of a scheme: what the text and the links already say.
