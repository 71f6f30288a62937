//! The pages that ask before something is published, withdrawn or removed, for the gallery.

use super::super::gallery::{shell, title};
use super::super::samples::AT;
use super::pages::{Emergency, Publish, Withdraw};
use crate::web::{Ctx, FormErrors};

pub fn publish(ctx: &Ctx) -> Publish {
    Publish {
        p: shell(ctx, &ctx.l().t("documents-publish-title")),
        errors: FormErrors::default(),
        action: "#".into(),
        back: "#".into(),
        heading: title(),
        version: 3,
        embargo: Some(ctx.l().date_time(AT)),
        when: "at".into(),
        publish_at: ctx.l().local_input(AT),
    }
}

pub fn withdraw(ctx: &Ctx) -> Withdraw {
    let mut errors = FormErrors::default();
    errors.add("reason", ctx.l().t("documents-cannot-no-reason"));
    Withdraw {
        p: shell(ctx, &ctx.l().t("documents-withdraw-title")),
        errors,
        action: "#".into(),
        back: "#".into(),
        heading: title(),
        version: 3,
        manner: "withdrawn".into(),
        may_remove: true,
        reason: String::new(),
    }
}

pub fn emergency(ctx: &Ctx) -> Emergency {
    Emergency {
        p: shell(ctx, &ctx.l().t("documents-emergency-title")),
        errors: FormErrors::default(),
        action: "#".into(),
        back: "#".into(),
        heading: title(),
        version: 3,
        reason: String::new(),
    }
}
