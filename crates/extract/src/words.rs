//! Words as they are collected: single spaces and line breaks between them, and an end.

/// What stands between the last word and the next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Nothing,
    Space,
    Line,
}

pub struct Words {
    collected: String,
    most: usize,
    gap: Gap,
    is_full: bool,
}

impl Words {
    /// Takes up to `most` bytes.
    pub fn new(most: usize) -> Self {
        Self { collected: String::new(), most, gap: Gap::Nothing, is_full: false }
    }

    pub fn push(&mut self, text: &str) {
        for letter in text.chars() {
            if self.is_full {
                return;
            }
            match letter {
                '\n' | '\r' | '\u{b}' | '\u{c}' => self.line(),
                // Marks that show nothing stand inside words and would keep them from being found.
                '\u{ad}' | '\u{200b}' | '\u{feff}' => (),
                space if space.is_whitespace() || space.is_control() => self.space(),
                letter => self.letter(letter),
            }
        }
    }

    fn letter(&mut self, letter: char) {
        let between = match self.gap {
            Gap::Nothing => "",
            _ if self.collected.is_empty() => "",
            Gap::Space => " ",
            Gap::Line => "\n",
        };
        if self.collected.len() + between.len() + letter.len_utf8() > self.most {
            self.is_full = true;
            return;
        }
        self.collected.push_str(between);
        self.collected.push(letter);
        self.gap = Gap::Nothing;
    }

    pub fn space(&mut self) {
        self.gap = self.gap.max(Gap::Space);
    }

    pub fn line(&mut self) {
        self.gap = Gap::Line;
    }

    /// Nothing more will be taken, so nothing more needs to be read.
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    pub fn finish(self) -> String {
        self.collected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_single_and_only_between() {
        let mut words = Words::new(100);
        words.push(" \n Бир\u{a0} \t эки\u{ad}нчи ");
        words.line();
        words.push(" үч\n\n");
        assert_eq!(words.finish(), "Бир экинчи\nүч");
    }

    #[test]
    fn the_end_falls_between_letters() {
        let mut words = Words::new(6);
        words.push("ө ө ө");
        assert!(words.is_full());
        assert_eq!(words.finish(), "ө ө");
    }
}
