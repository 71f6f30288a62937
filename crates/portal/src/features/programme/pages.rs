//! The page about the programme: the whole file in the reader's language, with an anchor for every key.

use super::model::{Dimension, Duty, Per, Programme, Standing};
use crate::web::{Ctx, Shell};
use askama::Template;
use jiff::civil::Date;
use platform::lang::Localized;
use std::borrow::Cow;

/// Sections with their anchors and headings, in the order of the page.
const SECTIONS: [(&str, &str); 10] = [
    ("goals", "programme-goals"),
    ("tasks", "programme-tasks"),
    ("audiences", "programme-audiences"),
    ("channels", "programme-channels"),
    ("regions", "programme-regions"),
    ("themes", "programme-themes"),
    ("parts", "programme-campaign-parts"),
    ("trainings", "programme-trainings"),
    ("duties", "programme-duties"),
    ("bodies", "programme-bodies"),
];

#[derive(Template)]
#[template(path = "features/programme/pages/index.html")]
pub struct About<'a> {
    p: Shell,
    programme: &'a Programme,
    ended: bool,
}

impl<'a> About<'a> {
    pub fn new(p: Shell, programme: &'a Programme, ctx: &Ctx) -> Self {
        let today = p.today(ctx.app.db.clock().now());
        About { ended: programme.ends < today, p, programme }
    }

    fn text<'t>(&self, text: &'t Localized<String>) -> &'t str {
        text.get(self.p.lang)
    }

    fn day(&self, day: &Date) -> String {
        self.p.day(*day)
    }

    fn body(&self, key: &str) -> &str {
        self.programme.body(key).map_or("", |body| body.name.get(self.p.lang))
    }

    fn channel(&self, key: &str) -> &str {
        self.programme.name(Dimension::Channel, key, self.p.lang).unwrap_or_default()
    }

    fn standing(&self, standing: &Standing) -> Cow<'_, str> {
        self.p.t(match standing {
            Standing::Beneficiary => "programme-standing-beneficiary",
            Standing::Stakeholder => "programme-standing-stakeholder",
            Standing::Both => "programme-standing-both",
        })
    }

    /// A duty in words: how many, and in which time or on which occasion.
    fn how_often(&self, duty: &Duty) -> String {
        let Some(least) = duty.at_least else { return self.p.t("programme-duty-regularly").into_owned() };
        let least = i64::from(least);
        let count = match duty.at_most {
            Some(most) => {
                let most = i64::from(most);
                self.p.f("programme-duty-between", &[("least", least.into()), ("most", most.into())])
            }
            None => self.p.f1("programme-duty-at-least", "least", least),
        };
        let per = match duty.per {
            Per::Year => "programme-per-year",
            Per::Programme => "programme-per-programme",
            Per::Meeting => "programme-per-meeting",
            Per::Campaign => "programme-per-campaign",
            Per::Ongoing => return count,
        };
        let per = self.p.t(per);
        self.p.f("programme-duty", &[("count", count.as_str().into()), ("per", per.as_ref().into())])
    }
}
