//! Tests of the formats as a whole.

#[cfg(test)]
mod articles;
#[cfg(test)]
mod build;
#[cfg(test)]
mod cas;
#[cfg(test)]
mod csv;
#[cfg(test)]
mod export;
#[cfg(test)]
mod foreign;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod identity;
#[cfg(test)]
mod inception;
#[cfg(test)]
mod jsonl;
#[cfg(test)]
mod noise;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod workbook;
