//! What goes into a statement and what comes out of a row, the same for both databases.
//!
//! Four kinds of value cross the border: nothing, a 64-bit number, text and bytes. Times, ids, languages and
//! states are written in terms of these, which avoids every difference of type systems.

use super::DbError;
use crate::clock::Timestamp;
use crate::lang::Lang;
use std::borrow::Cow;

/// A parameter of a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    Null,
    Int(i64),
    Text(Cow<'a, str>),
    Bytes(Cow<'a, [u8]>),
}

impl From<i64> for Value<'_> {
    fn from(v: i64) -> Self {
        Value::Int(v)
    }
}
impl From<i32> for Value<'_> {
    fn from(v: i32) -> Self {
        Value::Int(v.into())
    }
}
impl From<bool> for Value<'_> {
    fn from(v: bool) -> Self {
        Value::Int(v.into())
    }
}
impl<'a> From<&'a str> for Value<'a> {
    fn from(v: &'a str) -> Self {
        Value::Text(Cow::Borrowed(v))
    }
}
impl<'a> From<&'a String> for Value<'a> {
    fn from(v: &'a String) -> Self {
        Value::Text(Cow::Borrowed(v))
    }
}
impl From<String> for Value<'_> {
    fn from(v: String) -> Self {
        Value::Text(Cow::Owned(v))
    }
}
impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(v: &'a [u8]) -> Self {
        Value::Bytes(Cow::Borrowed(v))
    }
}
impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(v: &'a [u8; N]) -> Self {
        Value::Bytes(Cow::Borrowed(v))
    }
}
impl From<Timestamp> for Value<'_> {
    fn from(v: Timestamp) -> Self {
        Value::Int(v.0)
    }
}
impl From<Lang> for Value<'_> {
    fn from(v: Lang) -> Self {
        Value::Text(Cow::Borrowed(v.code()))
    }
}
impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(v: Option<T>) -> Self {
        v.map_or(Value::Null, Into::into)
    }
}

/// The parameters of one statement, in the order of its `?`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Value::from($value)),*] };
}

/// A list of ids for a `{bigints}` parameter.
pub fn id_list<T: Into<i64>>(ids: impl IntoIterator<Item = T>) -> String {
    let mut out = String::from("[");
    for (i, id) in ids.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push_str(&id.into().to_string());
    }
    out.push(']');
    out
}

/// One value of a row.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

pub trait FromCell: Sized {
    fn from_cell(cell: Cell<'_>) -> Result<Self, DbError>;
}

fn wrong(expected: &str, cell: Cell<'_>) -> DbError {
    DbError::Other(format!("expected {expected} in a row, found {cell:?}"))
}

impl FromCell for i64 {
    fn from_cell(cell: Cell<'_>) -> Result<Self, DbError> {
        match cell {
            Cell::Int(v) => Ok(v),
            other => Err(wrong("a number", other)),
        }
    }
}
impl FromCell for bool {
    fn from_cell(cell: Cell<'_>) -> Result<Self, DbError> {
        i64::from_cell(cell).map(|v| v != 0)
    }
}
impl FromCell for String {
    fn from_cell(cell: Cell<'_>) -> Result<Self, DbError> {
        match cell {
            Cell::Text(v) => Ok(v.to_owned()),
            other => Err(wrong("text", other)),
        }
    }
}
impl FromCell for Vec<u8> {
    fn from_cell(cell: Cell<'_>) -> Result<Self, DbError> {
        match cell {
            Cell::Bytes(v) => Ok(v.to_vec()),
            other => Err(wrong("bytes", other)),
        }
    }
}
impl<const N: usize> FromCell for [u8; N] {
    fn from_cell(cell: Cell<'_>) -> Result<Self, DbError> {
        match cell {
            Cell::Bytes(v) => v.try_into().map_err(|_| wrong("bytes of another length", cell)),
            other => Err(wrong("bytes", other)),
        }
    }
}
impl FromCell for Timestamp {
    fn from_cell(cell: Cell<'_>) -> Result<Self, DbError> {
        i64::from_cell(cell).map(Timestamp)
    }
}
impl FromCell for Lang {
    fn from_cell(cell: Cell<'_>) -> Result<Self, DbError> {
        match cell {
            Cell::Text(v) => Lang::parse(v).ok_or_else(|| wrong("a language", cell)),
            other => Err(wrong("a language", other)),
        }
    }
}
impl<T: FromCell> FromCell for Option<T> {
    fn from_cell(cell: Cell<'_>) -> Result<Self, DbError> {
        match cell {
            Cell::Null => Ok(None),
            other => T::from_cell(other).map(Some),
        }
    }
}

/// Gives a type that has `code()` and `parse()` its place in rows and parameters, as text.
#[macro_export]
macro_rules! text_column {
    ($($type:ty),*) => {$(
        impl From<$type> for $crate::db::Value<'_> {
            fn from(v: $type) -> Self { $crate::db::Value::Text(v.code().into()) }
        }
        impl $crate::db::FromCell for $type {
            fn from_cell(cell: $crate::db::Cell<'_>) -> ::std::result::Result<Self, $crate::db::DbError> {
                let text = <String as $crate::db::FromCell>::from_cell(cell)?;
                <$type>::parse(&text).ok_or_else(|| {
                    $crate::db::DbError::Other(format!("`{text}` is no {}", stringify!($type)))
                })
            }
        }
    )*};
}

crate::text_column!(crate::actor::Role);

/// The values of one row, taken from left to right.
pub trait Cells {
    fn next_cell(&mut self) -> Result<Cell<'_>, DbError>;
}

/// Takes the next value of the row as `T`.
pub fn take<T: FromCell>(row: &mut dyn Cells) -> Result<T, DbError> {
    T::from_cell(row.next_cell()?)
}

/// A type that is read from one row, its fields in the order of the columns.
pub trait FromRow: Sized {
    fn from_row(row: &mut dyn Cells) -> Result<Self, DbError>;
}

macro_rules! single_column {
    ($($type:ty),*) => {$(
        impl FromRow for $type {
            fn from_row(row: &mut dyn Cells) -> Result<Self, DbError> { take(row) }
        }
    )*};
}
single_column!(i64, bool, String, Vec<u8>, Timestamp, Lang, Option<i64>, Option<String>, Option<Timestamp>);

macro_rules! tuples {
    ($(($($t:ident),+)),*) => {$(
        impl<$($t: FromCell),+> FromRow for ($($t,)+) {
            fn from_row(row: &mut dyn Cells) -> Result<Self, DbError> {
                Ok(($(take::<$t>(row)?,)+))
            }
        }
    )*};
}
tuples!((A, B), (A, B, C), (A, B, C, D), (A, B, C, D, E), (A, B, C, D, E, F));

/// Reads a struct from a row: its fields, in the order of the columns of the statement.
///
/// ```
/// struct Listed { id: i64, title: String }
/// platform::from_row!(Listed { id, title });
/// ```
#[macro_export]
macro_rules! from_row {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl $crate::db::FromRow for $type {
            fn from_row(row: &mut dyn $crate::db::Cells) -> ::std::result::Result<Self, $crate::db::DbError> {
                Ok($type { $($field: $crate::db::take(row)?),* })
            }
        }
    };
}
