//! Asks one address after the other, politely: a host hears from us once in two seconds, by HEAD, and only if that does not
//! work by GET for the first byte. We say who we are. What is not of the public web is not asked (`platform::fetch`).

use super::model::Answer;
use super::store::Due;
use super::{actions, store};
use crate::settings::Settings;
use crate::web::App;
use http::header::{RANGE, RETRY_AFTER, USER_AGENT};
use http::{HeaderMap, Method, Request};
use platform::actor::Actor;
use platform::clock::Timestamp;
use platform::fetch::{Fetch, FetchError, Fetcher, Glance, Limits, Origin};
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::Instant;

pub const LIMITS: Limits = Limits { longest: 0, within: Duration::from_secs(10), redirects: 5, plain: true };
/// So many addresses of a host in one round; the others are due again when the claim ends.
const OF_A_HOST: usize = 20;
const CLAIM: Duration = Duration::from_mins(5);
/// Less than the lease of the job.
const ROUND: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
const WEEK: Duration = Duration::from_hours(7 * 24);

pub struct Asker {
    pub fetch: Fetch,
    /// Who asks, for the logs of those who are asked.
    pub agent: String,
    /// Between two requests to the same host.
    pub pause: Duration,
}

impl Asker {
    /// The portal's own pages are asked as well, even if its name leads into the own network here.
    pub fn open(settings: &Settings) -> anyhow::Result<Asker> {
        let own = Origin::of(&settings.server.public_url)?;
        let fetch = Fetcher::new(LIMITS).allowing(own).open()?;
        let agent = format!("Birge link check (+{})", settings.server.public_url);
        Ok(Asker { fetch, agent, pause: Duration::from_secs(2) })
    }

    /// Asks what is due, for a minute. Each answer is kept at once, so that nothing is lost and nothing asked twice when the
    /// process ends in between.
    pub async fn round(&self, app: &App) -> anyhow::Result<()> {
        let until = Instant::now() + ROUND;
        let mut turns = Turns { pause: self.pause, last: HashMap::new() };
        let mut waiting: Vec<String> = Vec::new();
        for due in claim(app).await? {
            if Instant::now() >= until {
                break;
            }
            if waiting.contains(&due.host) || unused(app, &due).await? {
                continue;
            }
            let answer = self.ask(&mut turns, &due, app.db.clock().now()).await;
            if matches!(answer, Answer::Wait(_)) {
                waiting.push(due.host.clone());
            }
            let mut tx = app.db.write(&Actor::System("addresses")).await?;
            let kept = actions::answered(&mut tx, &due, &answer).await;
            kept.map_err(|refusal| anyhow::anyhow!("an answer could not be kept: {refusal:?}"))?;
            tx.commit_unrecorded("what an address answers is no history, unless it is broken").await?;
        }
        Ok(())
    }

    async fn ask(&self, turns: &mut Turns, due: &Due, now: Timestamp) -> Answer {
        let head = self.request(turns, due, Method::HEAD, now).await;
        match head {
            // Some servers know no HEAD, or answer it wrongly.
            Answer::Nothing | Answer::Refused | Answer::Nobody => {
                self.request(turns, due, Method::GET, now).await
            }
            head => head,
        }
    }

    async fn request(&self, turns: &mut Turns, due: &Due, method: Method, now: Timestamp) -> Answer {
        let whole = Request::builder().uri(&due.address).header(USER_AGENT, &self.agent);
        let whole = if method == Method::GET { whole.header(RANGE, "bytes=0-0") } else { whole };
        let Ok(request) = whole.method(method).body(Vec::new()) else { return Answer::NotAsked };
        turns.wait(&due.host).await;
        let answer = self.fetch.glance(request).await;
        turns.had(&due.host);
        match answer {
            Ok(glance) => read(glance, now),
            Err(FetchError::Forbidden(_)) => Answer::NotAsked,
            Err(FetchError::TooManyRedirects) => Answer::Nothing,
            Err(FetchError::TooLong | FetchError::TooSlow | FetchError::Request(_)) => Answer::Nobody,
        }
    }
}

/// When each host was asked last.
struct Turns {
    pause: Duration,
    last: HashMap<String, Instant>,
}

impl Turns {
    async fn wait(&self, host: &str) {
        if let Some(last) = self.last.get(host) {
            tokio::time::sleep_until(*last + self.pause).await;
        }
    }

    fn had(&mut self, host: &str) {
        self.last.insert(host.to_owned(), Instant::now());
    }
}

/// What an answer says.
fn read(glance: Glance, now: Timestamp) -> Answer {
    let Glance { status, headers, moved_to } = glance;
    match status.as_u16() {
        // Asked for the first byte of nothing, a server may say that there is none: the page is there.
        200..=299 | 304 | 416 => moved_to.map_or(Answer::Works, Answer::Moved),
        429 => Answer::Wait(wait(&headers, now).unwrap_or(DAY)),
        503 => wait(&headers, now).map_or(Answer::Nobody, Answer::Wait),
        // 999 is what one large network says to every program.
        401 | 402 | 403 | 407 | 451 | 999 => Answer::Refused,
        500.. => Answer::Nobody,
        _ => Answer::Nothing,
    }
}

/// `Retry-After`: seconds or a date. An hour at least, a week at most.
fn wait(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let time = match text.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => {
            let moment = jiff::fmt::rfc2822::parse(text).ok()?.timestamp();
            Timestamp(moment.as_millisecond()).since(now)
        }
    };
    Some(time.clamp(HOUR, WEEK))
}

/// What is due, for this process alone: of many hosts by turns, so that little of the time is spent waiting.
async fn claim(app: &App) -> anyhow::Result<Vec<Due>> {
    let now = app.db.clock().now();
    let hosts = store::due_hosts(&mut app.db.read().await?, now).await?;
    let mut claimed: Vec<(usize, Due)> = Vec::new();
    let mut tx = app.db.write(&Actor::System("addresses")).await?;
    for host in hosts {
        let due = store::claim(&mut tx, &host, now + CLAIM).await?;
        claimed.extend(due.into_iter().take(OF_A_HOST).enumerate());
    }
    tx.commit_unrecorded("claims are no history").await?;
    claimed.sort_by_key(|(turn, _)| *turn);
    Ok(claimed.into_iter().map(|(_, due)| due).collect())
}

async fn unused(app: &App, due: &Due) -> anyhow::Result<bool> {
    let mut tx = app.db.write(&Actor::System("addresses")).await?;
    let gone = store::drop_unused(&mut tx, due.id).await?;
    tx.commit_unrecorded("no text leads there any more").await?;
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::StatusCode;

    fn said(status: u16, retry_after: &str) -> Answer {
        let mut headers = HeaderMap::new();
        if !retry_after.is_empty() {
            headers.insert(RETRY_AFTER, retry_after.parse().unwrap());
        }
        let status = StatusCode::from_u16(status).unwrap();
        // 23 November 2026, noon.
        read(Glance { status, headers, moved_to: None }, Timestamp(1_795_435_200_000))
    }

    #[test]
    fn only_what_is_said_not_to_be_there_counts_as_nothing() {
        for there in [200, 206, 304, 416] {
            assert_eq!(said(there, ""), Answer::Works, "{there}");
        }
        for nothing in [400, 404, 410] {
            assert_eq!(said(nothing, ""), Answer::Nothing, "{nothing}");
        }
        for refused in [401, 403, 451, 999] {
            assert_eq!(said(refused, ""), Answer::Refused, "{refused}");
        }
        for trouble in [500, 502, 503, 504] {
            assert_eq!(said(trouble, ""), Answer::Nobody, "{trouble}");
        }
    }

    #[test]
    fn a_host_that_names_a_time_gets_it_within_an_hour_and_a_week() {
        assert_eq!(said(429, ""), Answer::Wait(DAY));
        assert_eq!(said(429, "7200"), Answer::Wait(2 * HOUR));
        assert_eq!(said(503, "1"), Answer::Wait(HOUR));
        assert_eq!(said(429, "99999999"), Answer::Wait(WEEK));
        assert_eq!(said(503, "Mon, 23 Nov 2026 15:00:00 GMT"), Answer::Wait(3 * HOUR));
        assert_eq!(said(429, "soon"), Answer::Wait(DAY));
    }
}
