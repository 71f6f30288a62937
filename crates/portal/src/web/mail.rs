//! The one look of our mails: a greeting, a few paragraphs, perhaps a text to read, one thing to do, and why it came.
//! Sections write the words; queueing and sending are in `platform::mail`.

use super::app::App;
use super::inserts;
use super::markdown;
use super::page::Link;
use askama::Template;
use platform::lang::{L10n, Lang};
use platform::mail::Message;
use serde::{Deserialize, Serialize};

/// What a mail about an event carries in the outbox; the section loads everything else when it is sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NoticeMail {
    /// The event's place in the log.
    pub seq: i64,
}

/// The words of one mail, in the recipient's language.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    pub subject: String,
    pub paragraphs: Vec<String>,
    /// A text to read, as Markdown.
    pub quote: Option<String>,
    /// The one thing to do, with an absolute address.
    pub action: Option<Link>,
    /// What to know about the action: until when, what if not.
    pub note: Option<String>,
}

#[derive(Template)]
#[template(path = "web/emails/letter.html")]
struct HtmlPart<'a> {
    letter: &'a Letter,
    lang: Lang,
    portal: &'a str,
    home: &'a str,
    greeting: &'a str,
    why: &'a str,
    plain_address: &'a str,
    quote_html: Option<String>,
}

#[derive(Template)]
#[template(path = "web/emails/letter.txt")]
struct TextPart<'a> {
    letter: &'a Letter,
    home: &'a str,
    greeting: &'a str,
    why: &'a str,
    quote_text: Option<String>,
}

impl Letter {
    /// The finished mail to one person.
    pub fn message(&self, app: &App, lang: Lang, name: &str, address: &str) -> Message {
        let portal = app.settings.portal.name.get(lang);
        let quote = self.quote.as_deref().map(|text| inserts::resolve(app, lang, text).into_owned());
        let letter = Letter { quote, ..self.clone() };
        letter.render(app.l(lang), portal, &app.url(&format!("/{lang}/")), name, address)
    }

    fn render(&self, l: &L10n, portal: &str, home: &str, name: &str, address: &str) -> Message {
        const WRITTEN: &str = "a template without filters that fail, written to memory";
        let greeting = l.f1("web-mail-greeting", "name", name);
        let why = l.f1("web-mail-why", "portal", portal);
        let html = HtmlPart {
            letter: self,
            lang: l.lang,
            portal,
            home,
            greeting: &greeting,
            why: &why,
            plain_address: &l.t("web-mail-plain-address"),
            quote_html: self.quote.as_deref().map(markdown::to_html),
        };
        let text = TextPart {
            letter: self,
            home,
            greeting: &greeting,
            why: &why,
            quote_text: self.quote.as_deref().map(markdown::to_text),
        };
        Message {
            to_name: name.to_owned(),
            to_address: address.to_owned(),
            // A title typed over two lines must not begin a second header.
            subject: self.subject.split_whitespace().collect::<Vec<_>>().join(" "),
            text: text.render().expect(WRITTEN),
            html: html.render().expect(WRITTEN),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::lang::{Catalogue, TimeZone};
    use std::sync::Arc;

    fn sent(letter: &Letter, lang: Lang) -> Message {
        let catalogue = Arc::new(Catalogue::new(&[crate::web::LOCALES]).unwrap());
        let l = L10n::new(lang, catalogue, TimeZone::get("Asia/Bishkek").unwrap());
        letter.render(&l, "Бирге", "https://birge.example/ky/", "Азамат & Ко", "azamat@example.org")
    }

    fn letter() -> Letter {
        Letter {
            subject: "Жаңы текст:\n<b>калың</b>".into(),
            paragraphs: vec!["Биринчи <script>x</script>".into(), "Экинчи".into()],
            quote: Some("# Башы\n\n**Калың** [шилтеме](https://a.example) <img src=x>".into()),
            action: Some(Link::new("https://birge.example/ky/x?a=1&b=2", "Окуу > бекитүү")),
            note: Some("Шилтеме жети күн иштейт".into()),
        }
    }

    #[test]
    fn what_people_typed_is_text_and_never_markup() {
        let mail = sent(&letter(), Lang::Ky);
        assert_eq!(mail.subject, "Жаңы текст: <b>калың</b>");
        assert!(!mail.html.contains("<script>") && !mail.html.contains("<img"), "{}", mail.html);
        assert!(mail.html.contains("<strong>Калың</strong>"), "{}", mail.html);
        assert!(mail.text.contains("Биринчи <script>x</script>"), "{}", mail.text);
        assert!(mail.text.contains("https://birge.example/ky/x?a=1&b=2\n"), "{}", mail.text);
        assert!(mail.text.contains("Азамат & Ко"), "{}", mail.text);
    }

    #[test]
    fn both_parts_say_the_same_in_the_language_of_the_recipient() {
        for lang in Lang::ALL {
            let mail = sent(&letter(), lang);
            let page = scraper::Html::parse_document(&mail.html);
            let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let html = words(page.root_element().text().collect());
            let text = words(mail.text.replace("----------------------------------------", ""));
            for line in text.split(" -- ").flat_map(|part| part.split(" (https://a.example)")) {
                for sentence in line.split(": ").map(str::trim) {
                    let missing = sentence.split(' ').find(|word| !html.contains(word));
                    assert_eq!(missing, None, "{sentence}\n{html}");
                }
            }
            assert!(mail.html.contains(&format!("<html lang=\"{lang}\">")));
            assert!(mail.html.contains("href=\"https://birge.example/ky/x?a=1&#38;b=2\""), "{}", mail.html);
        }
    }

    #[test]
    fn a_mail_may_be_short() {
        let mail = sent(&Letter { subject: "Салам".into(), ..Letter::default() }, Lang::En);
        assert_eq!(
            mail.text,
            "Good day, Азамат & Ко\n\n--\nYou get this mail because you take part in the portal “Бирге”.\nhttps://birge.example/ky/"
        );
    }
}
