//! The page where a text is checked, and what it says.

use super::super::model::{Level, State};
use super::super::pages::{Badge, level_badge, public_path};
use super::lookup::Outcome;
use super::store::Found;
use crate::web::diff::Piece;
use crate::web::{Ctx, FormErrors, Link, Shell};
use askama::Template;
use platform::lang::Lang;

#[derive(Template)]
#[template(path = "features/documents/pages/verify.html")]
pub struct Verify {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub code: String,
    pub text: String,
    pub answer: Option<Answer>,
}

/// What the page says of what somebody brought.
pub struct Answer {
    /// Of the notice: `ok`, `warn` or `bad`.
    pub class: &'static str,
    pub heading: String,
    /// What it means for whoever wants to pass the text on.
    pub advice: String,
    /// The text that was recognised, with its language.
    pub text: Option<(Link, Lang)>,
    pub level: Option<Badge>,
    /// The edition to use instead.
    pub instead: Option<(Link, Lang)>,
    pub pieces: Vec<Piece>,
}

impl Answer {
    /// `by_code`: nothing was compared, so nothing is said about the words on the paper.
    pub fn of(ctx: &Ctx, outcome: Outcome, by_code: bool) -> Answer {
        let l = ctx.l();
        let t = |key: &str| l.t(key).into_owned();
        let mut answer = Answer {
            class: "warn",
            heading: String::new(),
            advice: String::new(),
            text: None,
            level: None,
            instead: None,
            pieces: Vec::new(),
        };
        match outcome {
            Outcome::Current { text, passage } => {
                answer.class = "ok";
                let approved = text.level.is_some_and(|level| level != Level::Own);
                answer.heading = t(match (passage, approved) {
                    (true, _) => "documents-verify-passage",
                    (false, true) => "documents-verify-current",
                    (false, false) => "documents-verify-current-own",
                });
                answer.advice = t(match () {
                    () if text.approval_due_at.is_some() => "documents-verify-emergency",
                    () if by_code => "documents-verify-compare",
                    () if passage => "documents-verify-passage-advice",
                    () => "documents-verify-current-advice",
                });
                answer.about(ctx, &text);
            }
            Outcome::Replaced { text, current } => {
                let date = text.superseded_at.map(|at| l.date(at)).unwrap_or_default();
                answer.heading = l.f1("documents-verify-replaced", "date", date);
                answer.use_instead(ctx, current);
                answer.about(ctx, &text);
            }
            Outcome::Withdrawn { text, current } => {
                (answer.class, answer.heading) = ("bad", t("documents-verify-withdrawn"));
                answer.use_instead(ctx, current);
                answer.about(ctx, &text);
            }
            Outcome::Removed { current } => {
                (answer.class, answer.heading) = ("bad", t("documents-verify-removed"));
                answer.use_instead(ctx, current);
            }
            Outcome::Differs { text, differences } => {
                answer.heading = t("documents-verify-differs");
                answer.advice = t(match (text.state, differences.incomplete) {
                    (State::Published, false) => "documents-verify-differs-advice",
                    (State::Published, true) => "documents-verify-differs-part",
                    _ => "documents-verify-differs-old",
                });
                answer.pieces = differences.pieces;
                answer.about(ctx, &text);
            }
            Outcome::Unknown => {
                answer.heading = t("documents-verify-unknown");
                answer.advice = t(if by_code {
                    "documents-verify-unknown-code"
                } else {
                    "documents-verify-unknown-text"
                });
            }
        }
        answer
    }

    fn about(&mut self, ctx: &Ctx, text: &Found) {
        let here = ctx.in_language(text.language);
        let mut path = format!("/documents/{}", text.document);
        if text.state != State::Published {
            path = public_path(text.document, text.number);
        }
        self.level = (text.state == State::Published).then(|| level_badge(text.level, ctx.l()));
        self.text = Some((Link::new(here.path(&path), text.title.clone()), text.language));
    }

    fn use_instead(&mut self, ctx: &Ctx, current: Option<Found>) {
        let key =
            if current.is_some() { "documents-verify-use-current" } else { "documents-verify-no-current" };
        self.advice = ctx.l().t(key).into_owned();
        self.instead = current.map(|current| {
            let here = ctx.in_language(current.language);
            (
                Link::new(here.path(&format!("/documents/{}", current.document)), current.title),
                current.language,
            )
        });
    }
}
