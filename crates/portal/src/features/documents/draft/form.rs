//! A draft as it was sent: by its page, by the script that saves while people type, or by the page that joins two
//! texts. What is done with it is decided in `routes`.

use super::super::actions::{self, Placement, Refusal};
use super::super::fields::Fields;
use super::super::model::{EditionId, Kind, Text};
use super::super::store;
use super::super::terms::{self, Terms};
use platform::actor::OrganisationId;
use platform::db::WriteTx;

/// The fields of a draft as sent: all of them by a page, only the changed ones by the saving script.
#[derive(Default)]
pub struct DraftForm {
    pub fields: Vec<(String, String)>,
    pub by_script: bool,
}

impl DraftForm {
    /// Nothing of the draft, only what shall happen after its approval: this travels in addresses.
    pub fn wish_of(query: Vec<(String, String)>) -> DraftForm {
        let fields =
            query.into_iter().filter(|(name, _)| matches!(name.as_str(), "wish" | "publish_at")).collect();
        DraftForm { fields, by_script: true }
    }

    /// The address of the draft's page, which keeps what shall happen after the approval: drafts do not store it.
    pub fn page(&self, id: EditionId) -> String {
        let path = format!("{}/edit", super::super::pages::work_path(id));
        let (wish, at) = (self.wish(), self.publish_at());
        if wish == "now" && at.is_empty() {
            return path;
        }
        let pairs = [("wish", wish), ("publish_at", at)];
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("{path}?{query}")
    }

    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a field was sent at all: a group without a tick sends nothing, so the script names what changed.
    fn sent(&self, name: &str) -> bool {
        !self.by_script || self.values("_changed").any(|changed| changed == name)
    }

    pub fn version(&self) -> i64 {
        self.value("version").and_then(|version| version.parse().ok()).unwrap_or(0)
    }

    pub fn wish(&self) -> &str {
        self.value("wish").unwrap_or("now")
    }

    /// Why the text may differ from its siblings; kept only when it is handed in.
    pub fn differences_reason(&self) -> &str {
        self.value("differences_reason").unwrap_or_default()
    }

    pub fn publish_at(&self) -> &str {
        self.value("publish_at").unwrap_or_default()
    }

    pub fn text(&self, kind: Kind, now: &Text) -> Text {
        let field = |name: &str, now: &str| {
            if self.sent(name) { self.value(name).unwrap_or(now).to_owned() } else { now.to_owned() }
        };
        Text {
            title: field("title", &now.title),
            summary: field("summary", &now.summary),
            body: field("body", &now.body),
            fields: self.own_fields(kind, &now.fields),
        }
    }

    /// The fields of the kind. A page that saves by itself goes on with its empty rows; sent as a whole, they close up.
    fn own_fields(&self, kind: Kind, now: &Fields) -> Fields {
        Fields::read(kind, now, self.by_script, |name| {
            if self.sent(name) { self.value(name).map(str::to_owned) } else { None }
        })
    }

    /// What is ticked now, with what this page ticked and unticked since it was delivered; `_was` says what was ticked
    /// then. So neither a stale page nor the page of another language puts back what a colleague changed.
    fn ticked(&self, group: &str, now: Vec<String>) -> Vec<String> {
        if !self.sent(group) {
            return now;
        }
        let mine: Vec<&str> = self.values(group).collect();
        let was: Vec<&str> =
            self.values("_was").filter_map(|was| was.strip_prefix(group)?.strip_prefix(':')).collect();
        let kept = now.into_iter().filter(|it| mine.contains(&it.as_str()) || !was.contains(&it.as_str()));
        let added = mine.iter().filter(|it| !was.contains(it)).map(|it| (*it).to_owned());
        kept.chain(added).collect()
    }

    /// The tags and supporters as they shall stand, from those that stand now.
    pub fn placement(
        &self,
        tags: &[(String, String)],
        supporters: &[OrganisationId],
        terms: &Terms<'_>,
    ) -> Placement {
        let mut placement = Placement::default();
        for code in terms::codes() {
            let now = tags.iter().filter(|(known, _)| known == code).map(|(_, term)| term.clone()).collect();
            let ticked = self.ticked(code, now).into_iter();
            let known = ticked.filter(|term| terms.is_known(code, term));
            placement.tags.extend(known.map(|term| (code, term)));
        }
        placement.tags.sort();
        placement.tags.dedup();
        let now = supporters.iter().map(ToString::to_string).collect();
        let ids = self.ticked("supporter", now);
        placement.supporters = ids.iter().filter_map(|id| id.parse().ok()).collect();
        placement
    }

    /// Saves it. From the page that joins two texts it may first take the text back or begin the next edition; then the
    /// edition that was saved is another one.
    pub async fn save(
        &self,
        tx: &mut WriteTx,
        terms: &Terms<'_>,
        id: EditionId,
    ) -> Result<(EditionId, i64), Refusal> {
        let actor = tx.actor().clone();
        let (id, version) = match self.value("then") {
            Some("take_back") => {
                actions::take_back(tx, id, self.version()).await?;
                (id, self.version() + 1)
            }
            Some("next") => {
                let language = actions::load(tx, &actor, id).await?.edition.language;
                (actions::begin(tx, id, language).await?, 1)
            }
            _ => (id, self.version()),
        };
        let loaded = actions::load(tx, &actor, id).await?;
        let tags = store::tags(tx, loaded.edition.document).await?;
        let placement = self.placement(&tags, &loaded.supporters, terms);
        let text = self.text(loaded.edition.kind, &loaded.edition.text);
        Ok((id, actions::save(tx, id, version, &text, &placement).await?))
    }
}

/// What a page says was ticked when it was delivered, for [`DraftForm::placement`].
pub fn was(tags: &[(String, String)], supporters: &[OrganisationId]) -> Vec<String> {
    let tags = tags.iter().map(|(dimension, term)| format!("{dimension}:{term}"));
    tags.chain(supporters.iter().map(|id| format!("supporter:{id}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticked(fields: &[(&str, &str)], by_script: bool, now: &[&str]) -> Vec<String> {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let form = DraftForm { fields, by_script };
        form.ticked("region", now.iter().map(|it| (*it).to_owned()).collect())
    }

    #[test]
    fn a_page_changes_only_the_ticks_that_it_changed() {
        let was = ("_was", "region:osh");
        assert_eq!(ticked(&[was, ("region", "osh")], false, &["osh", "talas"]), ["osh", "talas"]);
        assert_eq!(ticked(&[was], false, &["osh", "talas"]), ["talas"]);
        assert_eq!(
            ticked(&[was, ("region", "osh"), ("region", "naryn")], false, &["talas"]),
            ["talas", "naryn"]
        );
        assert_eq!(ticked(&[("_was", "regional:osh")], false, &["osh"]), ["osh"]);
    }

    #[test]
    fn what_the_script_does_not_name_stays() {
        assert_eq!(ticked(&[("_was", "region:osh")], true, &["osh"]), ["osh"]);
        assert!(ticked(&[("_was", "region:osh"), ("_changed", "region")], true, &["osh"]).is_empty());
    }

    #[test]
    fn an_address_carries_a_wish_and_nothing_of_a_text() {
        let query = [("wish", "at"), ("publish_at", "2026-12-01T10:00"), ("_changed", "body"), ("body", "x")];
        let query = query.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let form = DraftForm::wish_of(query);
        assert_eq!(form.text(Kind::Law, &Text::default()), Text::default());
        assert!(form.page(1.into()).ends_with("/edit?wish=at&publish_at=2026-12-01T10%3A00"));
        assert!(DraftForm::default().page(1.into()).ends_with("/edit"));
    }
}
