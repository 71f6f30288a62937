//! The verbs on addresses: write down those of a text, keep an answer and tell owners of a broken one.

use super::super::actions::{Refusal, load};
use super::super::events::Facts;
use super::super::model::{DocumentId, Edition, State};
use super::super::references;
use super::model::{Answer, Status, after};
use super::store::{self, Due};
use platform::actor::Actor;
use platform::db::{Result, WriteTx};
use reqwest::Url;
use std::time::Duration;

/// More links than any text has, and few enough to ask.
const MOST: usize = 200;
/// No page is longer, and an index of a database takes no more.
const LONGEST: usize = 2_000;

/// Writes down where a text leads outside, without the place within a page.
pub async fn note(tx: &mut WriteTx, edition: &Edition) -> Result<()> {
    let mut found: Vec<(String, String)> =
        references::addresses(edition).iter().filter_map(|address| outside(address)).collect();
    found.dedup();
    for (address, host) in found.into_iter().take(MOST) {
        store::add(tx, edition.id, &address, &host).await?;
    }
    Ok(())
}

/// An address of the web as it is asked, and its host.
fn outside(address: &str) -> Option<(String, String)> {
    let mut url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    url.set_fragment(None);
    let host = url.host_str()?.to_owned();
    (url.as_str().len() <= LONGEST).then(|| (url.into(), host))
}

/// Keeps what an address answered. When it turns out to be broken, the owners of each text that leads there are told, once.
pub async fn answered(tx: &mut WriteTx, due: &Due, answer: &Answer) -> std::result::Result<(), Refusal> {
    let standing = after(&due.standing, answer, tx.now());
    if let Answer::Wait(_) = answer {
        store::put_off(tx, &due.host, standing.next_at).await?;
        // The others of its host have their turn first, or one that is always busy would keep them from being asked for ever.
        store::put_one_off(tx, due.id, standing.next_at + Duration::from_hours(1)).await?;
        return Ok(());
    }
    store::keep(tx, due.id, &standing).await?;
    match standing.status {
        Status::Broken => tell(tx, due).await,
        _ if due.standing.status == Status::Broken => Ok(store::mended(tx, due.id).await?),
        _ => Ok(()),
    }
}

async fn tell(tx: &mut WriteTx, due: &Due) -> std::result::Result<(), Refusal> {
    let mut told: Vec<DocumentId> = Vec::new();
    for id in store::untold(tx, due.id).await? {
        store::tell(tx, id, due.id).await?;
        let edition = load(tx, &Actor::System("addresses"), id).await?.edition;
        // One word for all languages of a document.
        if edition.state == State::Published && !told.contains(&edition.document) {
            told.push(edition.document);
            let facts = Facts { address: Some(due.address.clone()), ..Facts::of(&edition) };
            tx.record(facts.event("documents.address.broken"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::outside;

    #[test]
    fn addresses_are_asked_as_browsers_write_them_and_once_for_all_their_places() {
        let asked = |address| outside(address).map(|(address, _)| address);
        assert_eq!(
            asked("https://Мисал.kg/жол#бөлүм").unwrap(),
            "https://xn--80apkb0a.kg/%D0%B6%D0%BE%D0%BB"
        );
        assert_eq!(asked("http://a.example"), Some("http://a.example/".into()));
        for other in ["mailto:a@a.example", "tel:101", "/ky/hotlines", "javascript:x", "https://"] {
            assert_eq!(asked(other), None, "{other}");
        }
        assert_eq!(asked(&format!("https://a.example/{}", "x".repeat(2_000))), None);
    }
}
