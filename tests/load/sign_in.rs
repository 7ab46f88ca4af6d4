//! Signing in with a password, and what a flood of it costs those who search.

use crate::Outcome;
use crate::client::{CLIENTS, Load, Request, load};
use crate::corpus::person;
use crate::report::Report;
use crate::site::TIME;
use sanviec_domain::access::Actor;
use sanviec_exchange::Exchange;
use sanviec_exchange::accounts::passwords;
use std::net::SocketAddr;

/// So many that nobody reaches the limit of tries of one account.
const ACCOUNTS: usize = 100;
/// How many sign in at once.
const FLOOD: usize = 50;
const PASSWORD: &str = "ghế tre bên sông Trà Lý";

/// Measures both on a server that answers; twice in turn, so that a disturbance from outside doesn't
/// meet one of them alone.
pub async fn run(address: SocketAddr, exchange: &Exchange, search: &[String], report: &mut Report) -> Outcome<()> {
    let mut requests = Vec::with_capacity(ACCOUNTS);
    for number in 0..ACCOUNTS {
        let email = account(exchange, number).await?;
        let body = form(&[("lien-lac", &email), ("mat-khau", PASSWORD)]);
        requests.push(Request::form(address, "/dang-nhap/mat-khau", &body));
    }
    report.load("Sign-in with a password", &load(address, requests.clone(), CLIENTS, TIME).await?);
    let pages: Vec<Request> = search.iter().map(|path| Request::get(address, path, false)).collect();
    let (mut quiet, mut flooded, mut signed_in) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..2 {
        quiet.push(load(address, pages.clone(), CLIENTS, TIME).await?);
        let (flood, under) = tokio::join!(load(address, requests.clone(), FLOOD, TIME), load(address, pages.clone(), CLIENTS, TIME));
        signed_in.push(flood?);
        flooded.push(under?);
    }
    report.flood(&Load::mean(quiet), &Load::mean(flooded), &Load::mean(signed_in), FLOOD);
    Ok(())
}

/// Somebody with a password, set as people set it.
async fn account(exchange: &Exchange, number: usize) -> Outcome<String> {
    let email = format!("bench-{number}@example.vn");
    let id = person(exchange, Some(email.parse()?)).await?;
    passwords::change(exchange, &Actor::Seeker { person: id }, None, "", PASSWORD).await?;
    Ok(email)
}

fn form(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}
