//! Answers of the API: JSON that any site may read, and problems as RFC 9457 writes them.

use super::answers::Problem;
use crate::web::{Error, Subjects};
use axum::response::{IntoResponse, Response};
use http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE};
use http::{HeaderName, HeaderValue, StatusCode};
use platform::subject::Subject;
use serde::Serialize;

static RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Lets pages of other sites use an answer. They send no cookies of ours along, and nothing here depends on any.
pub fn for_all(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(&RESOURCE, HeaderValue::from_static("cross-origin"));
    response
}

/// An answer that may be kept until one of its subjects changes, under this spelling of the query.
pub fn json(answer: &impl Serialize, shown: Vec<Subject>, query: String) -> Result<Response, Error> {
    let text = serde_json::to_string(answer).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(kept("application/json; charset=utf-8", text, shown, query))
}

pub fn kept(kind: &'static str, text: String, shown: Vec<Subject>, query: String) -> Response {
    let mut response = for_all(([(CONTENT_TYPE, kind)], text).into_response());
    response.extensions_mut().insert(Subjects { shown, query });
    response
}

pub fn problem(status: StatusCode, detail: &str) -> Response {
    let problem = Problem {
        kind: "about:blank".into(),
        title: status.canonical_reason().unwrap_or_default().into(),
        status: status.as_u16(),
        detail: detail.into(),
    };
    let text = serde_json::to_string(&problem).expect("a problem is plain");
    for_all((status, [(CONTENT_TYPE, "application/problem+json")], text).into_response())
}

/// What a program gets of a failure. Details of our own failures stay in the log.
pub fn or_problem(answer: Result<Response, Error>) -> Response {
    match answer {
        Ok(response) => response,
        Err(Error::Invalid(detail)) => problem(StatusCode::BAD_REQUEST, &detail),
        Err(Error::NotFound) => problem(StatusCode::NOT_FOUND, "Nothing is published under this id."),
        Err(error) => {
            if let Error::Internal(why) = &error {
                tracing::error!(why, "the API could not answer");
            }
            problem(error.status(), "Try again in a minute.")
        }
    }
}
