//! The interface texts of all features in three languages: checks them at start-up, looks them up afterwards.
//! Reading files is not here: features embed their Fluent sources with `include_str!`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use super::{Lang, Localized};

/// The Fluent sources of one feature.
pub type Locales = Localized<&'static str>;

/// A value for a variable of a message. Numbers choose the plural form and are grouped as the language does it.
#[derive(Clone, PartialEq, Debug)]
pub enum Arg<'a> {
    Text(Cow<'a, str>),
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! number_arg {
    ($($number:ty)+) => {$(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }

        impl From<&$number> for Arg<'_> {
            fn from(number: &$number) -> Self {
                (*number).into()
            }
        }
    )+};
}
number_arg!(i64 i32 u64 u32 usize);

/// Why the texts cannot be used; each names the language and the message or line.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    #[error("the {lang} texts do not parse at line {line}, `{text}`: {reason}")]
    Syntax { lang: Lang, line: usize, text: String, reason: String },
    #[error("the {lang} texts hold `{key}` twice; each key exists once in all features together")]
    Duplicate { lang: Lang, key: String },
    #[error("the {lang} text `{key}` is not usable: {reason}")]
    Unusable { lang: Lang, key: String, reason: String },
}

/// All interface texts, ready for use.
pub struct Catalogue(Localized<Texts>);

struct Texts {
    /// Messages without variables, resolved once: most texts of a page, each one hash look-up.
    /// The fast hash suits: the keys are ours, so nobody can choose them to collide.
    plain: FxHashMap<Box<str>, Box<str>>,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Reads the texts of all features. Fails on the first text that could not be shown later.
    ///
    /// ```
    /// use platform::lang::{Catalogue, Lang, Locales};
    /// let texts = Locales { ky: "save = Сактоо", ru: "save = Сохранить", en: "save = Save" };
    /// assert_eq!(Catalogue::new(&[texts]).unwrap().text(Lang::Ky, "save"), Some("Сактоо"));
    /// ```
    pub fn new(features: &[Locales]) -> Result<Self, CatalogueError> {
        let read = |lang| Texts::new(lang, features);
        Ok(Self(Localized { ky: read(Lang::Ky)?, ru: read(Lang::Ru)?, en: read(Lang::En)? }))
    }

    /// What differs between the languages: a key that one of them lacks, a variable that one of them does not use. One sentence each,
    /// for a test to print.
    pub fn differences(features: &[Locales]) -> Result<Vec<String>, CatalogueError> {
        let mut variables = Vec::new();
        for lang in Lang::ALL {
            variables.push((lang, Sources::read(lang, features)?.variables()?));
        }
        let keys: BTreeSet<&String> = variables.iter().flat_map(|(_, texts)| texts.keys()).collect();
        let mut differences = Vec::new();
        for key in keys {
            let uses: Vec<_> =
                variables.iter().filter_map(|(lang, texts)| Some((lang, texts.get(key)?))).collect();
            let has: Vec<_> = uses.iter().map(|(lang, _)| lang.code()).collect();
            if uses.len() < Lang::ALL.len() {
                differences.push(format!("`{key}` exists only in {}", has.join(" and ")));
            } else if uses.iter().any(|(_, names)| *names != uses[0].1) {
                let names = uses.iter().map(|(lang, names)| format!("{lang}: {names:?}"));
                differences.push(format!(
                    "`{key}` uses different variables, {}",
                    names.collect::<Vec<_>>().join(", ")
                ));
            }
        }
        Ok(differences)
    }

    /// The text of a message without variables.
    pub fn text(&self, lang: Lang, key: &str) -> Option<&str> {
        self.0.get(lang).plain.get(key).map(AsRef::as_ref)
    }

    /// The text of a message with its variables filled in; a variable without a value is an error named in the second part.
    pub(super) fn filled(
        &self,
        lang: Lang,
        key: &str,
        args: &[(&str, Arg<'_>)],
    ) -> Option<(String, Vec<FluentError>)> {
        let bundle = &self.0.get(lang).bundle;
        let pattern = bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, FluentValue::from(text.as_ref())),
                Arg::Number(number) => values.set(*name, FluentValue::from(*number)),
            }
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        Some((text, errors))
    }

    /// Every key, for the test that finds texts nobody shows.
    pub fn keys(features: &[Locales]) -> Result<BTreeSet<String>, CatalogueError> {
        Ok(Sources::read(Lang::En, features)?.variables()?.into_keys().collect())
    }
}

impl Texts {
    fn new(lang: Lang, features: &[Locales]) -> Result<Self, CatalogueError> {
        let sources = Sources::read(lang, features)?;
        let variables = sources.variables()?;
        let id: LanguageIdentifier = lang.code().parse().expect("the codes are language identifiers");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolating marks would end up in titles, mails and copied text; the three languages are all written left to right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped));
        bundle.add_builtins().expect("a new bundle has no functions yet");
        for resource in sources.resources {
            bundle.add_resource(resource).map_err(|errors| duplicate(lang, &errors))?;
        }
        let mut plain = FxHashMap::default();
        for (key, _) in variables.into_iter().filter(|(_, names)| names.is_empty()) {
            let mut errors = Vec::new();
            let pattern = bundle
                .get_message(&key)
                .and_then(|message| message.value())
                .expect("every message was just read and has a text");
            let text = bundle.format_pattern(pattern, None, &mut errors).into();
            match errors.first() {
                Some(error) => return Err(CatalogueError::Unusable { lang, key, reason: error.to_string() }),
                None => plain.insert(key.into(), text),
            };
        }
        Ok(Self { plain, bundle })
    }
}

fn duplicate(lang: Lang, errors: &[FluentError]) -> CatalogueError {
    let key = match errors.first() {
        Some(FluentError::Overriding { id, .. }) => id.clone(),
        other => format!("{other:?}"),
    };
    CatalogueError::Duplicate { lang, key }
}

/// Writes whole numbers with the separators of the language, which fluent-bundle leaves out. `NUMBER($year, useGrouping: "false")` stays plain.
fn grouped(value: &FluentValue<'_>, intls: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole = number.value as i64;
    if whole as f64 != number.value || !number.options.use_grouping {
        return None;
    }
    intls
        .with_try_get::<Grouping, _, _>((), |grouping| grouping.0.format_to_string(&Decimal::from(whole)))
        .ok()
}

struct Grouping(DecimalFormatter);

impl Memoizable for Grouping {
    type Args = ();
    type Error = String;

    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, String> {
        let lang = Lang::parse(lang.language.as_str()).ok_or("a bundle has one of the three languages")?;
        Ok(Self(super::l10n::decimal_formatter(lang)))
    }
}

/// The parsed sources of one language.
struct Sources {
    lang: Lang,
    resources: Vec<FluentResource>,
}

impl Sources {
    fn read(lang: Lang, features: &[Locales]) -> Result<Self, CatalogueError> {
        let parse = |feature: &Locales| {
            let source = *feature.get(lang);
            FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
                let first = &errors[0];
                let line = source[..first.pos.start].lines().count().max(1);
                let text = source.lines().nth(line - 1).unwrap_or_default().trim().to_owned();
                CatalogueError::Syntax { lang, line, text, reason: first.kind.to_string() }
            })
        };
        Ok(Self { lang, resources: features.iter().map(parse).collect::<Result<_, _>>()? })
    }

    /// The variables of each message, those of the messages and terms it refers to included.
    fn variables(&self) -> Result<BTreeMap<String, BTreeSet<String>>, CatalogueError> {
        let mut parts = HashMap::new();
        let mut messages = Vec::new();
        for entry in self.resources.iter().flat_map(FluentResource::entries) {
            let (key, pattern, attributes) = match entry {
                Entry::Message(message) => {
                    (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
                }
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
                Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => continue,
            };
            // One key, one text: an attribute would be a text that no test looks for.
            let Some(pattern) = pattern.filter(|_| attributes.is_empty()) else {
                let reason = "a message has a text and no attributes".to_owned();
                return Err(CatalogueError::Unusable { lang: self.lang, key, reason });
            };
            if !key.starts_with('-') {
                messages.push(key.clone());
            }
            if parts.insert(key.clone(), Part::of(pattern)).is_some() {
                return Err(CatalogueError::Duplicate { lang: self.lang, key });
            }
        }
        messages
            .into_iter()
            .map(|key| {
                let mut names = BTreeSet::new();
                collect(&parts, &key, &mut Vec::new(), &mut names).map_err(|reason| {
                    CatalogueError::Unusable { lang: self.lang, key: key.clone(), reason }
                })?;
                Ok((key, names))
            })
            .collect()
    }
}

/// Adds the variables of `key` and of everything it refers to. `path` holds the keys on the way here.
fn collect(
    parts: &HashMap<String, Part>,
    key: &str,
    path: &mut Vec<String>,
    names: &mut BTreeSet<String>,
) -> Result<(), String> {
    let part = parts.get(key).ok_or_else(|| format!("it refers to `{key}`, which does not exist"))?;
    if path.iter().any(|above| above == key) {
        return Err(format!("it refers to itself through `{}`", path.join("`, `")));
    }
    path.push(key.to_owned());
    // The variables of a term are given where it is used, never by the program.
    if !key.starts_with('-') {
        names.extend(part.variables.iter().cloned());
    }
    for reference in &part.references {
        collect(parts, reference, path, names)?;
    }
    path.pop();
    Ok(())
}

/// What one message or term mentions.
#[derive(Default)]
struct Part {
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
}

impl Part {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut part = Self::default();
        part.pattern(pattern);
        part
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                arguments.iter().flat_map(|all| &all.named).for_each(|named| self.inline(&named.value));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(source: &'static str) -> Locales {
        Locales { ky: source, ru: source, en: source }
    }

    fn refusal(source: &'static str) -> String {
        Catalogue::new(&[Locales { ru: source, ..same("greeting = Салам") }]).err().unwrap().to_string()
    }

    #[test]
    fn texts_of_all_features_are_found() {
        let catalogue = Catalogue::new(&[
            same("-portal = Бирге\nwelcome = { -portal }: кош келиңиз"),
            same("bye = Жакшы калыңыз"),
        ])
        .unwrap();
        assert_eq!(catalogue.text(Lang::Ky, "welcome"), Some("Бирге: кош келиңиз"));
        assert_eq!(catalogue.text(Lang::En, "bye"), Some("Жакшы калыңыз"));
        assert_eq!(catalogue.text(Lang::En, "missing"), None);
        let keys = Catalogue::keys(&[same("-portal = Бирге\nwelcome = { -portal }")]).unwrap();
        assert_eq!(keys.into_iter().collect::<Vec<_>>(), ["welcome"]);
    }

    #[test]
    fn broken_texts_are_refused_with_the_place() {
        assert!(
            refusal("greeting = Привет\nsave = { $n")
                .starts_with("the ru texts do not parse at line 2, `save = { $n`: "),
            "{}",
            refusal("greeting = Привет\nsave = { $n")
        );
        assert!(
            refusal("greeting = Привет\ngreeting = Здравствуйте")
                .starts_with("the ru texts hold `greeting` twice")
        );
        assert!(refusal("greeting = { hello }").contains("refers to `hello`, which does not exist"));
        assert!(refusal("a = { b }\nb = { a }").contains("refers to itself"));
        assert!(refusal("greeting = Привет\n    .title = Приветствие").contains("no attributes"));
    }

    #[test]
    fn one_key_in_two_features_is_refused() {
        let error = Catalogue::new(&[same("save = Сактоо"), same("save = Сактап коюу")]).err().unwrap();
        assert_eq!(
            error.to_string(),
            "the ky texts hold `save` twice; each key exists once in all features together"
        );
    }

    #[test]
    fn differences_name_the_key_and_the_languages() {
        let texts = Locales {
            ky: "name = { $who }\nseen = { $n }\nsent = { name }, { $when }",
            ru: "name = { $who }\nseen = { $n }\nsent = { $when }\nonly = Только здесь",
            en: "name = { $who }\nseen = { $n ->\n   [one] { $m }\n   *[other] { NUMBER($n) }\n }\nsent = { name }, { $when }",
        };
        let differences = Catalogue::differences(&[texts]).unwrap();
        assert_eq!(
            differences,
            [
                "`only` exists only in ru",
                "`seen` uses different variables, ky: {\"n\"}, ru: {\"n\"}, en: {\"m\", \"n\"}",
                "`sent` uses different variables, ky: {\"when\", \"who\"}, ru: {\"when\"}, en: {\"when\", \"who\"}",
            ]
        );
        assert!(Catalogue::differences(&[same("name = { $who }")]).unwrap().is_empty());
    }

    #[test]
    fn a_year_can_be_written_without_grouping() {
        let catalogue =
            Catalogue::new(&[same("year = { NUMBER($year, useGrouping: \"false\") }, { $year }")]).unwrap();
        let (text, errors) = catalogue.filled(Lang::En, "year", &[("year", 2026.into())]).unwrap();
        assert_eq!((text.as_str(), errors.len()), ("2026, 2,026", 0));
    }

    #[test]
    fn text_is_filled_in_as_it_is() {
        let catalogue = Catalogue::new(&[same("hello = Салам, { $name }!")]).unwrap();
        let (text, _) = catalogue.filled(Lang::Ky, "hello", &[("name", "<Айжан> { $x }".into())]).unwrap();
        assert_eq!(text, "Салам, <Айжан> { $x }!");
    }
}
