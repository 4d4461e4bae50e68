//! Journeys through the real `postil`, without a window.

#[cfg(test)]
mod adding;
#[cfg(test)]
mod beside;
#[cfg(test)]
mod choosing;
#[cfg(test)]
mod datasets;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod foreign;
#[cfg(test)]
mod helping;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod import;
#[cfg(test)]
mod inception;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod list;
#[cfg(test)]
mod output;
#[cfg(test)]
mod projects;
#[cfg(test)]
mod reporting;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod streams;
