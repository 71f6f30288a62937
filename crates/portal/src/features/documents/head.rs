//! What search engines, shared links and other programs are told of a text, beside its page.

use super::model::{Edition, Kind, State};
use super::pages::{OrganisationNames, organisation};
use crate::web::inserts::{resolve, resolve_plain};
use crate::web::{Ctx, Shell, markdown};
use serde_json::{Value, json};

/// Completes the shell around a public text. Answers are looked for by people who may be watched: their pages stay quiet.
pub fn complete(ctx: &Ctx, mut p: Shell, edition: &Edition, names: &OrganisationNames) -> Shell {
    p.og_type = "article";
    if !edition.text.summary.is_empty() {
        p.description = resolve_plain(&ctx.app, edition.language, &edition.text.summary).into_owned();
    }
    if edition.kind == Kind::Answer {
        p = p.quiet(ctx);
    }
    match facts(ctx, edition, names).filter(|_| edition.state == State::Published) {
        Some(facts) => p.with_facts(&facts),
        None => p,
    }
}

/// A text in the words of schema.org, for the kinds that it has a word for.
fn facts(ctx: &Ctx, edition: &Edition, names: &OrganisationNames) -> Option<Value> {
    let (lang, text) = (edition.language, &edition.text);
    let address = ctx.app.url(&format!("/{lang}/documents/{}", edition.document));
    match edition.kind {
        Kind::PressRelease | Kind::Statement => Some(json!({
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": text.title,
            "description": resolve_plain(&ctx.app, lang, &text.summary),
            "inLanguage": lang.code(),
            "datePublished": edition.published_at.map(|at| ctx.l().iso(at)),
            "publisher": { "@type": "Organization", "name": organisation(names, edition.organisation, lang) },
            "mainEntityOfPage": address,
        })),
        Kind::Answer => {
            let body = markdown::to_text(&resolve(&ctx.app, lang, &text.body));
            let answer = if body.is_empty() { text.summary.clone() } else { body };
            Some(json!({
                "@context": "https://schema.org",
                "@type": "FAQPage",
                "inLanguage": lang.code(),
                "mainEntity": [{
                    "@type": "Question",
                    "name": text.title,
                    "acceptedAnswer": { "@type": "Answer", "text": answer, "url": address },
                }],
            }))
        }
        _ => None,
    }
}

/// For the gallery: facts with words that would end their element.
pub fn sample() -> Value {
    json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "</script><b>Дорога</b>" })
}
