//! Alternates and muted mails: who is told, and how. A member names a colleague who is told in their place from a day until a
//! day; the colleague gets no right by it. Mails of a kind can be muted; the notice in the portal always comes.

pub mod pages;
pub mod routes;
pub mod store;

use crate::web::Notice;
use platform::db::{Result, WriteTx};

/// The notices as they go out: alternates are told, too, and nobody gets a mail of a kind they muted.
pub async fn reroute(tx: &mut WriteTx, notices: Vec<Notice>) -> Result<Vec<Notice>> {
    let members: Vec<_> = notices.iter().map(|notice| notice.member).collect();
    if members.is_empty() {
        return Ok(notices);
    }
    let mut told = notices;
    for (member, alternate) in store::alternates_of(tx, &members).await? {
        let mail = told.iter().find(|notice| notice.member == member).and_then(|notice| notice.mail);
        if !told.iter().any(|notice| notice.member == alternate) {
            told.push(Notice { member: alternate, mail });
        }
    }
    let everybody: Vec<_> = told.iter().map(|notice| notice.member).collect();
    let muted = store::muted(tx, &everybody).await?;
    for notice in &mut told {
        let is_muted =
            |kind: &str| muted.iter().any(|(member, known)| *member == notice.member && known == kind);
        notice.mail = notice.mail.filter(|kind| !is_muted(kind));
    }
    Ok(told)
}
