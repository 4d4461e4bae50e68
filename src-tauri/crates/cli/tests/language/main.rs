//! `postil language` as it is run.

#[cfg(test)]
mod naming;
