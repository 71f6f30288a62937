//! PDF: the words of each page, by `pdf-extract`.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{ConvertToFmt, Document, OutputError, PlainTextOutput, output_doc};

use crate::words::Words;
use crate::{Limits, Refused};

pub fn read(bytes: &[u8], limits: &Limits, words: &mut Words) -> Result<(), Refused> {
    // The library panics on some files that only pretend to be PDF. Nothing of what it made is used then.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut document = Document::load_mem(bytes).map_err(|_| Refused::Malformed)?;
        // Many files are encrypted only against changes, and open without a password.
        if document.is_encrypted() && document.decrypt("").is_err() {
            return Err(Refused::Encrypted);
        }
        let mut found = Words::new(limits.text_bytes);
        match output_doc(&document, &mut PlainTextOutput::new(Sink(&mut found))) {
            Ok(()) => Ok(found),
            // The sink refuses more when it is full, and that is how the library is stopped.
            Err(OutputError::FormatError(_)) if found.is_full() => Ok(found),
            Err(_) => Err(Refused::Malformed),
        }
    }));
    *words = read.unwrap_or(Err(Refused::Malformed))?;
    Ok(())
}

struct Sink<'a>(&'a mut Words);

impl fmt::Write for Sink<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.push(text);
        if self.0.is_full() { Err(fmt::Error) } else { Ok(()) }
    }
}

impl<'a> ConvertToFmt for Sink<'a> {
    type Writer = Sink<'a>;

    fn convert(self) -> Self::Writer {
        self
    }
}
