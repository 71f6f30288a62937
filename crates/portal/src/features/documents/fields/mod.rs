//! What a text says beside its words: each kind of document has fields of its own. A press release names a contact, a law
//! its number and date, a success story its consent.
//!
//! A kind declares its fields once, in `kinds`. The draft's page, the saving script, the page that joins two texts, the
//! checks of a submission, the public page, differences, mails and search follow that declaration. What is filled in
//! belongs to the text: an approval is bound to it (`Edition::text_hash`, docs/adr/0027).
//!
//! A new field is a line in `kinds`, its words in `locales`, and where it is needed a line in the sample world.

mod actions;
mod kinds;
mod model;
pub(super) mod pages;
mod samples;
#[cfg(test)]
mod tests;

pub use actions::check;
pub use model::{Fields, Mistake, day};
pub use samples::{all_filled_in, filled_in};
