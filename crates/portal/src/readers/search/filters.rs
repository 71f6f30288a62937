//! What a search was narrowed by: read from the address, which names only filters and choices that sections declare.

use crate::web::App;
use crate::web::search::{DAY, Filter};
use platform::clock::Timestamp;
use platform::lang::Lang;

/// All filters, each once: kind, language and date first, then as the sections come. With their choices in this language.
pub fn all(app: &App, lang: Lang) -> Vec<Filter> {
    let l = app.l(lang);
    let languages = Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), lang.own_name().to_owned()));
    let mut filters = vec![
        Filter { code: "kind", label: l.t("search-kind").into_owned(), choices: Vec::new() },
        Filter { code: "language", label: l.t("search-language").into_owned(), choices: languages.collect() },
    ];
    for search in app.features.iter().filter_map(|feature| feature.search) {
        for filter in (search.filters)(app, lang) {
            match filters.iter_mut().find(|known| known.code == filter.code) {
                Some(known) => known.choices.extend(filter.choices),
                None => filters.push(filter),
            }
        }
    }
    filters
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Since {
    Month,
    Year,
}

impl Since {
    pub const ALL: [Since; 2] = [Since::Month, Since::Year];

    pub fn code(self) -> &'static str {
        match self {
            Since::Month => "month",
            Since::Year => "year",
        }
    }

    pub fn start(self, now: Timestamp) -> Timestamp {
        match self {
            Since::Month => now - DAY * 31,
            Since::Year => now - DAY * 366,
        }
    }
}

/// Pages of results, at most: who has not found it in a hundred asks differently.
pub const PAGES: usize = 10;

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    pub query: String,
    /// Codes and choices, as declared.
    pub chosen: Vec<(&'static str, String)>,
    pub since: Option<Since>,
    /// From one on.
    pub page: usize,
}

impl Address {
    /// Reads the query of an address; what no section declares is not there.
    pub fn read(query: &str, filters: &[Filter]) -> Address {
        let mut address = Address { page: 1, ..Address::default() };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "q" => address.query = value.chars().take(super::analysis::LONGEST_QUERY).collect(),
                "date" => address.since = Since::ALL.into_iter().find(|since| since.code() == value),
                "page" => address.page = value.parse().unwrap_or(1).clamp(1, PAGES),
                name => {
                    let filter = filters.iter().find(|filter| filter.code == name);
                    let known = filter.filter(|it| it.choices.iter().any(|(key, _)| *key == value));
                    if let Some(filter) = known
                        && !address.chosen.iter().any(|(code, _)| *code == filter.code)
                    {
                        address.chosen.push((filter.code, value.into_owned()));
                    }
                }
            }
        }
        address
    }

    /// As the query of an address, with `?`.
    pub fn write(&self) -> String {
        let mut query = form_urlencoded::Serializer::for_suffix(String::from("?"), 1);
        query.append_pair("q", &self.query);
        query.extend_pairs(&self.chosen);
        if let Some(since) = self.since {
            query.append_pair("date", since.code());
        }
        if self.page > 1 {
            query.append_pair("page", &self.page.to_string());
        }
        query.finish()
    }

    pub fn at_page(&self, page: usize) -> Address {
        Address { page, ..self.clone() }
    }

    /// The same words without filters.
    pub fn everywhere(&self) -> Address {
        Address { query: self.query.clone(), page: 1, ..Address::default() }
    }

    /// How many filters are set.
    pub fn set(&self) -> usize {
        self.chosen.len() + usize::from(self.since.is_some())
    }

    pub fn choice(&self, code: &str) -> Option<&str> {
        self.chosen.iter().find(|(chosen, _)| *chosen == code).map(|(_, choice)| choice.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filters() -> Vec<Filter> {
        let choices = vec![("law".to_owned(), "Law".to_owned()), ("poster".to_owned(), "Poster".to_owned())];
        vec![Filter { code: "kind", label: "Kind".into(), choices }]
    }

    #[test]
    fn an_address_reads_as_it_was_written() {
        let address = Address {
            query: "адам сатуу & укук".into(),
            chosen: vec![("kind", "law".into())],
            since: Some(Since::Year),
            page: 3,
        };
        assert_eq!(Address::read(&address.write()[1..], &filters()), address);
    }

    #[test]
    fn what_nobody_declared_is_left_out_and_no_page_is_too_far() {
        let address = Address::read("q=x&kind=secret&colour=red&kind=poster&kind=law&page=9999", &filters());
        assert_eq!(address.chosen, [("kind", "poster".to_owned())]);
        assert_eq!(address.page, PAGES);
        assert_eq!(Address::read("page=0", &filters()).page, 1);
    }
}
