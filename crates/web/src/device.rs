//! What a session remembers of where it was begun: which browser on which system, and which network.
//! Enough to know one's own devices by, and no more: no versions, no address of a single machine.

use axum::extract::ConnectInfo;
use http::request::Parts;
use http::{HeaderMap, header};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Where a session was begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// "Firefox, Android".
    pub browser: Option<String>,
    /// "203.0.113.0/24", "2001:db8:12::/48".
    pub network: Option<String>,
    /// Whether that network is the house's own: a proxy that says nothing, a check from the machine.
    inside: bool,
}

impl Device {
    /// The device that a request came from.
    pub fn of(parts: &Parts) -> Self {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let agent = parts.headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
        let address = address(peer, &parts.headers);
        Self {
            browser: agent.and_then(browser),
            network: address.map(network),
            inside: address.is_some_and(is_in_the_house),
        }
    }

    /// The network, where it is somebody's out there: limits count no other, or one proxy that keeps
    /// addresses to itself would lock everybody out.
    pub fn network_outside(&self) -> Option<&str> {
        self.network.as_deref().filter(|_| !self.inside)
    }
}

/// Browsers by what only their names contain, the particular before those they pretend to be.
const BROWSERS: [(&str, &str); 10] = [
    ("Zalo", "Zalo"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Systems in the same way.
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

fn browser(agent: &str) -> Option<String> {
    let find = |known: &[(&str, &'static str)]| known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let names: Vec<&str> = [find(&BROWSERS), find(&SYSTEMS)].into_iter().flatten().collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The address of the person's side. A proxy's word on it counts only where the proxy stands in the
/// house; its own line is the last one.
fn address(peer: Option<IpAddr>, headers: &HeaderMap) -> Option<IpAddr> {
    if peer.is_some_and(|peer| !is_in_the_house(peer)) {
        return peer;
    }
    let told = headers.get_all("x-forwarded-for").iter().next_back().and_then(|line| line.to_str().ok());
    let told = told.and_then(|line| line.rsplit(',').next()).and_then(|last| last.trim().parse().ok());
    told.or(peer)
}

fn is_in_the_house(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(ip) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}

fn network(ip: IpAddr) -> String {
    match ip.to_canonical() {
        IpAddr::V4(ip) => {
            let [a, b, c, _] = ip.octets();
            format!("{}/24", Ipv4Addr::new(a, b, c, 0))
        }
        IpAddr::V6(ip) => {
            let [a, b, c, ..] = ip.segments();
            format!("{}/48", Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_named_without_its_version() {
        for (agent, name) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox, Linux"),
            (
                "Mozilla/5.0 (Linux; Android 14; SM-A156E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/131.0.0 Chrome/125.0.0.0 Safari/537.36",
                "Cốc Cốc, Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
                "Safari, iOS",
            ),
        ] {
            assert_eq!(browser(agent).as_deref(), Some(name));
        }
        assert_eq!(browser("curl/8.5.0"), None);
    }

    #[test]
    fn only_a_proxy_in_the_house_is_believed() {
        let headers = |line: &'static str| HeaderMap::from_iter([(http::HeaderName::from_static("x-forwarded-for"), http::HeaderValue::from_static(line))]);
        let told = headers("192.0.2.1, 203.0.113.77");
        let said = |peer: &str, headers: &HeaderMap| address(peer.parse().ok(), headers).map(network);
        assert_eq!(said("127.0.0.1", &told).as_deref(), Some("203.0.113.0/24"), "the proxy's own line is the last");
        assert_eq!(said("::ffff:10.0.0.7", &told).as_deref(), Some("203.0.113.0/24"));
        assert_eq!(said("198.51.100.9", &told).as_deref(), Some("198.51.100.0/24"), "anybody can send a header");
        assert_eq!(said("127.0.0.1", &headers("no address")).as_deref(), Some("127.0.0.0/24"));
        assert_eq!(said("2001:db8:12:34::1", &HeaderMap::new()).as_deref(), Some("2001:db8:12::/48"));
        assert_eq!(address(None, &HeaderMap::new()), None);
    }
}
