//! Which current texts lead to a document: laws that change it, a law whose plain words it is, texts that link to it. The
//! references of a text are written down when it becomes current, in the same transaction, so that a page asks once and
//! reads no text. Members see them on the page of the document. Not here: what other sections use (`Feature::uses`).

mod store;

use super::model::Edition;
use super::reading::named_in;
use crate::web::{Ctx, Error, Link, markdown};
use platform::db::{ReadTx, Result, WriteTx};

use store::Use;
pub use store::{ALL, forget};

/// How a text refers to another one if not by a field: with a link among its words.
const LINK: &str = "link";

/// Every address that readers of a text can open.
pub fn addresses(edition: &Edition) -> Vec<String> {
    let (kind, text) = (edition.kind, &edition.text);
    let mut found = markdown::links(&text.body);
    found.extend(markdown::links(&text.fields.words(kind, true)));
    found.extend(text.fields.links(kind).into_iter().map(str::to_owned));
    found.sort();
    found.dedup();
    found
}

/// Writes down what a text refers to.
pub async fn note(tx: &mut WriteTx, edition: &Edition) -> Result<()> {
    let mut named = edition.text.fields.documents(edition.kind);
    // An address of another portal may name a document, too; that one is not here, so nothing is kept of it.
    named.extend(addresses(edition).iter().filter_map(|address| Some((LINK, named_in(address)?))));
    named.retain(|(_, document)| *document != edition.document);
    named.sort_unstable();
    named.dedup();
    for (manner, document) in named {
        store::add(tx, edition.id, document, manner).await?;
    }
    Ok(())
}

/// The texts that lead to a document, each named once a manner, in the reader's language where it has it.
pub async fn uses(ctx: &Ctx, tx: &mut ReadTx, of: &Edition) -> std::result::Result<Vec<Link>, Error> {
    let l = ctx.l();
    let mut found = store::uses(tx, of.document).await?;
    found.sort_by_key(|it| (it.document, it.manner.clone(), it.language != ctx.lang));
    found.dedup_by_key(|it| (it.document, it.manner.clone()));
    found.sort_by(|one, other| l.compare(&one.title, &other.title));
    let link = |it: &Use| {
        let words = match it.manner.as_str() {
            "changed" => "documents-used-changed",
            "plain_twin" => "documents-used-twin",
            _ => "documents-used-link",
        };
        let path = format!("/{}/documents/{}", it.language, it.document);
        Link::new(path, l.f1(words, "title", it.title.as_str()))
    };
    Ok(found.iter().map(link).collect())
}
