//! What the API answers. Fields are a public contract: new ones may come, none changes its meaning or goes.

use platform::lang::Localized;
use serde::Serialize;
use utoipa::ToSchema;

/// Words in the three languages of the portal.
#[derive(Clone, Serialize, ToSchema)]
pub struct Words {
    pub ky: String,
    pub ru: String,
    pub en: String,
}

impl From<Localized<String>> for Words {
    fn from(Localized { ky, ru, en }: Localized<String>) -> Words {
        Words { ky, ru, en }
    }
}

#[derive(Serialize, ToSchema)]
pub struct OrganisationRef {
    pub id: String,
    pub name: Words,
}

/// A published text in one language, without its body.
#[derive(Serialize, ToSchema)]
pub struct TextSummary {
    /// The document; the same in every language and edition.
    pub id: String,
    pub language: String,
    pub kind: String,
    pub title: String,
    pub summary: String,
    /// `official`, `agreed` or `own`; missing while an emergency text waits for its approval.
    pub level: Option<String>,
    pub edition: i64,
    pub published_at: String,
    pub organisation: OrganisationRef,
    /// The page for people.
    pub url: String,
    /// The document in this API.
    pub api_url: String,
}

#[derive(Serialize, ToSchema)]
pub struct TextPage {
    /// The newest first, twenty at most.
    pub items: Vec<TextSummary>,
    /// The value of `cursor` for the next page; missing on the last one.
    pub next: Option<String>,
}

/// A term of the programme under which a document stands.
#[derive(Serialize, ToSchema)]
pub struct Tag {
    /// `audience`, `channel`, `region`, `task`, `theme` or `campaign`.
    pub dimension: String,
    pub term: String,
    pub name: Words,
}

#[derive(Serialize, ToSchema)]
pub struct FileRef {
    pub name: String,
    pub url: String,
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    /// Hexadecimal.
    pub sha256: String,
}

/// The current edition of a language.
#[derive(Serialize, ToSchema)]
pub struct Text {
    pub language: String,
    pub edition: i64,
    pub level: Option<String>,
    pub published_at: String,
    pub title: String,
    pub summary: String,
    /// Numbers to call stand in it as they are now.
    pub markdown: String,
    /// The same as safe HTML.
    pub html: String,
    pub files: Vec<FileRef>,
    /// The address of exactly this edition.
    pub url: String,
}

#[derive(Serialize, ToSchema)]
pub struct Document {
    pub id: String,
    pub kind: String,
    pub organisation: OrganisationRef,
    pub supporters: Vec<OrganisationRef>,
    pub tags: Vec<Tag>,
    /// One for each language in which it is published.
    pub texts: Vec<Text>,
}

/// Texts put together for one purpose.
#[derive(Serialize, ToSchema)]
pub struct Kit {
    pub id: String,
    pub title: Words,
    /// Markdown; may be empty in a language.
    pub introduction: Words,
    /// Keys of the programme, or empty.
    pub audience: String,
    pub theme: String,
    /// The campaign it was made for.
    pub campaign: Option<String>,
    /// Documents in their order.
    pub documents: Vec<String>,
    /// The page for people, in each language.
    pub url: Words,
}

/// What partners do together for a time.
#[derive(Serialize, ToSchema)]
pub struct Campaign {
    pub id: String,
    pub title: Words,
    /// Markdown; may be empty in a language.
    pub goal: Words,
    /// The first day: `2026-11-23`.
    pub starts: String,
    /// The last day, which belongs to it.
    pub ends: String,
    /// A key of the programme, or empty.
    pub theme: String,
    /// Keys of the programme.
    pub audiences: Vec<String>,
    /// ISO 3166-2 codes in lower case; none for the whole country.
    pub regions: Vec<String>,
    /// Keys of the programme.
    pub channels: Vec<String>,
    /// The one that leads it.
    pub organisation: OrganisationRef,
    pub supporters: Vec<OrganisationRef>,
    /// The page for people, in each language.
    pub url: Words,
}

/// Something that everybody may come to or know of.
#[derive(Serialize, ToSchema)]
pub struct Event {
    pub id: String,
    /// `press`, `training`, `meeting`, `action`, `deadline` or `observance`.
    pub layer: String,
    pub title: Words,
    /// May be empty.
    pub place: Words,
    /// A time with its offset, or of whole days the first: `2026-11-23`.
    pub starts: String,
    /// The same, or the same as the start if no end is known; of whole days the last, which belongs to it.
    pub ends: String,
    pub whole_days: bool,
    /// Where to take part or register, or empty.
    pub link: String,
    /// An ISO 3166-2 code in lower case, or empty for the whole country.
    pub region: String,
    /// A key of the programme, or empty for everybody.
    pub audience: String,
    /// The campaign it is held for.
    pub campaign: Option<String>,
    /// It does not take place; its page says why.
    pub cancelled: bool,
    /// The one that holds it.
    pub organisation: OrganisationRef,
    /// The page for people, in each language.
    pub url: Words,
}

/// One notion of the programme, with its words in each language.
#[derive(Serialize, ToSchema)]
pub struct Term {
    pub key: String,
    /// In plain words; may be empty in a language.
    pub definition: Words,
    pub ky: Forms,
    pub ru: Forms,
    pub en: Forms,
    /// Its page, in each language.
    pub url: Words,
}

/// How it is said in one language.
#[derive(Serialize, ToSchema)]
pub struct Forms {
    /// The preferred form first.
    pub say: Vec<String>,
    pub avoid: Vec<AvoidedForm>,
}

#[derive(Serialize, ToSchema)]
pub struct AvoidedForm {
    pub form: String,
    /// Why, in its language.
    pub reason: String,
}

/// A line that a member has called and heard answer.
#[derive(Serialize, ToSchema)]
pub struct Hotline {
    pub key: String,
    pub name: Words,
    pub number: String,
    /// As a phone dials it: `tel:…`.
    pub tel: String,
    /// What callers are helped with; may be empty in a language.
    pub about: Words,
    /// Codes of languages in which somebody answers.
    pub languages: Vec<String>,
    /// Codes of countries from which it can be called; `any` for all.
    pub countries: Vec<String>,
    /// When a member last heard it answer.
    pub checked_at: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct Organisation {
    pub id: String,
    pub kind: String,
    pub name: Words,
    pub about: Words,
    pub website: String,
    /// The page for people, in each language.
    pub url: Words,
}

/// What went wrong, as RFC 9457 writes it.
#[derive(Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says which kind it is.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    /// What to change in the request.
    pub detail: String,
}
