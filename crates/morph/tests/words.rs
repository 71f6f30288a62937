//! Words as people write and look for them: which belong together, and which do not.

use morph::{Language, key, loose};

/// All words of a line have one key; the lines have different ones.
fn each_line_is_a_word(language: Language, lines: &[&str]) {
    let mut keys: Vec<(String, &str)> = Vec::new();
    for line in lines {
        let mut words = line.split_whitespace();
        let first = words.next().expect("a line has words");
        let own = key(language, first).into_owned();
        for word in words {
            assert_eq!(key(language, word), own, "{word}, {first}");
        }
        if let Some((_, other)) = keys.iter().find(|(known, _)| *known == own) {
            panic!("{first} and {other} have the key {own}");
        }
        keys.push((own, first));
    }
}

#[test]
fn kyrgyz_nouns_with_case_possession_and_plural_are_one_word() {
    each_line_is_a_word(
        Language::Kyrgyz,
        &[
            "кызмат кызматы кызматка кызматтын кызматтар кызматтарынын кызматыбыз кызматтагы",
            "кыз кызы кызга кыздар кыздардын кызымдын",
            "үй үйдө үйүбүзгө үйлөрүндөгүлөр үйүмө",
            "мыйзам мыйзамды мыйзамдардын мыйзамдуу мыйзамсыз мыйзамына",
            "өлкө өлкөдө өлкөлөрдүн өлкөсүнүн өлкөбүздөн өлкөгө",
            "адам адамды адамдарды адамдарга адамга",
            "кулчулук кулчулуктан кулчулукка кулчулуктун",
            "мигрант мигранттар мигранттарга мигранттын мигранты",
        ],
    );
}

#[test]
fn a_final_sound_that_changes_before_a_vowel_is_the_same_sound() {
    each_line_is_a_word(
        Language::Kyrgyz,
        &[
            "китеп китеби китепти китептер китебинен",
            "мектеп мектеби мектепке мектебинде",
            "укук укугу укуктар укугун укуктук",
            "ук угат уккан угуп",
        ],
    );
}

#[test]
fn kyrgyz_verbs_with_tense_person_voice_and_negation_are_one_word() {
    each_line_is_a_word(
        Language::Kyrgyz,
        &[
            "кел келди келет келген келбейт келбей келсе келип келүү келүүнү келбеген келгендер",
            "айт айтты айткан айтылды айтып айтсаң айтышты айтылган айтпайт айтуу",
            "коргоо коргойт коргоду корголгон коргоп коргобойт коргоочу",
            "изде издөө издейт изделүүдө издеди издеген",
            "окуу окуйт окуган окуп окубайт",
            "тап табат таап тапты табуу табылды",
            "кой коёт коюп койду коюу койгон",
            "сат сатуу сатты сатылган сатып сатуучу",
            "бер берүү берилген бербеди беришти берейин бербесе",
        ],
    );
}

#[test]
fn kyrgyz_words_no_rule_explains_are_listed() {
    each_line_is_a_word(
        Language::Kyrgyz,
        &[
            "бала балдар балдарга балага",
            "мен мага менин",
            "орун ордунда орундар",
            "убакыт убактысы убагында",
        ],
    );
}

#[test]
fn kyrgyz_words_of_the_topic_stay_apart() {
    each_line_is_a_word(
        Language::Kyrgyz,
        &[
            "кыз",
            "кызмат",
            "кызык",
            "кул",
            "кулчулук",
            "иш",
            "ишеним",
            "эл",
            "элчи",
            "сат",
            "саат",
            "күн",
            "күң",
            "жол",
            "жолдош",
        ],
    );
}

#[test]
fn words_nobody_listed_follow_the_rules() {
    each_line_is_a_word(
        Language::Kyrgyz,
        &[
            "Жумгал Жумгалда Жумгалдын Жумгалдан",
            "смартфон смартфондор смартфондун смартфондорду",
            "Токтогул Токтогулдагы Токтогулдан",
            "волейбол волейболдун волейболдо",
        ],
    );
}

#[test]
fn what_is_typed_on_a_russian_keyboard_has_the_loose_key() {
    for (typed, meant) in [
        ("кундор", "күндөр"),
        ("омурунун", "өмүрүнүн"),
        ("олкобуздо", "өлкөбүздө"),
        ("жаны", "жаңы"),
        ("беруудон", "берүүдөн"),
        ("билимдуу", "билимдүү"),
        ("болсонуз", "болсоңуз"),
        ("суйлоо", "сүйлөө"),
    ] {
        let loosely = |word: &str| loose(&key(Language::Kyrgyz, word)).into_owned();
        assert_eq!(loosely(typed), loosely(meant), "{typed}");
    }
}

#[test]
fn russian_forms_are_one_word() {
    each_line_is_a_word(
        Language::Russian,
        &[
            "закон закона законов законами",
            "человек люди людей людям человеком",
            "жертва жертвы жертв жертвами",
            "порядок порядка порядке порядком",
            "ещё еще",
            "идти шёл шла идёт иду",
            "прийти пришёл придут пришла",
            "использовать использует использовали использовал",
            "голосовать голосует голосовала",
            "подготовить подготовил подготовленный подготовленного",
            "орган органа органов органами",
            "бюджет бюджета бюджете",
            "Кыргызстан Кыргызстана Кыргызстане Кыргызстаном",
            "возможен возможно возможна возможные",
            "лучше хороший лучшие хорошо",
            "нажать нажал нажмут",
            "гражданин граждане граждан гражданами",
            "оказать оказал окажут оказавших",
        ],
    );
}

#[test]
fn russian_words_of_the_topic_stay_apart() {
    each_line_is_a_word(
        Language::Russian,
        &["раб", "работа", "рабство", "право", "правило", "торговля", "торг", "вера", "верный"],
    );
}

#[test]
fn english_forms_are_one_word() {
    each_line_is_a_word(
        Language::English,
        &[
            "traffic trafficked trafficking",
            "child children children's",
            "victim victims victim's",
            "make makes making made",
            "hop hops hopping hopped",
            "hope hopes hoping hoped",
            "travel travels travelled traveled travelling",
            "organise organize organised organizing",
            "labour labor labours",
            "agency agencies",
            "easy easier easiest",
            "big bigger biggest",
            "person people",
            "inform informed informs",
            "information",
            "crisis crises",
            "go goes went gone",
        ],
    );
}

#[test]
fn words_of_another_script_keep_their_spelling() {
    assert_eq!(key(Language::Kyrgyz, "Telegram"), "telegram");
    assert_eq!(key(Language::English, "Бишкек"), "бишкек");
    assert_eq!(key(Language::Russian, "1899"), "1899");
}
