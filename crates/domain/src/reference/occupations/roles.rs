//! A role ("trưởng phòng", "kỹ sư") and a field together make the occupation; neither alone does. So do
//! selling and what is sold.

use super::words::{Role, Trade};

/// The seller's occupation where the trade decides it, from the one that the words alone led to.
pub(super) fn seller(code: &str, has: impl Fn(Trade) -> bool) -> Option<&'static str> {
    // Selling over the telephone is an occupation whatever is sold.
    if !matches!(code, "3322" | "5223" | "5244") || (code == "5244" && has(Trade::Distance)) {
        return None;
    }
    // Over the counter: what is driven away from it, or whatever is sold in a shop.
    let vehicles = code != "5244" && has(Trade::Vehicles) && !has(Trade::Parts);
    let counter = code == "3322" && has(Trade::Shop) && !has(Trade::Channel);
    let business = has(Trade::Business) && !has(Trade::Shop) && !has(Trade::Vehicles);
    let chosen = if has(Trade::Property) {
        "3334"
    } else if has(Trade::Insurance) {
        "3321"
    } else if has(Trade::Study) {
        "4229"
    } else if has(Trade::Software) {
        "2434"
    } else if has(Trade::Engineering) {
        "2433"
    } else if has(Trade::Credit) && code == "3322" {
        "3312"
    } else if vehicles || counter {
        "5223"
    } else if code == "5223" && has(Trade::Distance) {
        "5244"
    } else if code == "5223" && business {
        "3322"
    } else {
        return None;
    };
    (chosen != code).then_some(chosen)
}

/// Site engineers and technicians of the electrical part are those of electricity.
pub(super) fn on_site(code: &str, because: &str, has: impl Fn(Trade) -> bool) -> Option<&'static str> {
    match code {
        _ if because.contains("xây dựng") || !has(Trade::Electrical) => None,
        "2142" => Some("2151"),
        "3112" => Some("3113"),
        _ => None,
    }
}

/// The occupation that a role makes of a field; none where the role changes nothing.
pub(super) fn with_role(role: Role, field: Option<&str>) -> Option<&'static str> {
    let Some(field) = field else {
        return match role {
            Role::Head => Some("1739"),
            Role::Director => Some("1747"),
            Role::Leader => Some("3122"),
            Role::Engineer => Some("2149"),
            Role::Intern | Role::Assistant => None,
        };
    };
    let made = match role {
        Role::Head => head_of(field),
        Role::Director => match field {
            "2142" | "3123" | "3112" | "2161" | "7111" => "1743",
            "4224" | "5131" | "5120" => "1745",
            "2399" | "2393" | "2342" | "4229" | "3251" | "2211" => "1749",
            "4321" | "4323" | "8332" => "1746",
            _ if head_of(field) == "1739" => "1747",
            _ => head_of(field),
        },
        Role::Leader => led_by(field)?,
        Role::Engineer => engineer_of(field)?,
        Role::Intern => match field {
            "2411" => "4311",
            "2423" | "4110" | "4313" => "4406",
            _ => return None,
        },
        Role::Assistant => return None,
    };
    (made != field).then_some(made)
}

/// The heads of departments by what the department does.
fn head_of(field: &str) -> &'static str {
    match field {
        "2411" | "4311" | "3313" | "2413" | "2412" | "3316" | "4110" | "4312" => "1731",
        "2423" | "2424" | "4406" | "4313" => "1732",
        "3322" | "2433" | "2434" | "5223" | "5222" | "5244" | "5242" | "2431" | "2641" | "4222" => "1733",
        "2432" => "1734",
        "3323" | "3331" | "4321" | "4323" | "9621" => "1735",
        "9329" | "3122" | "1722" | "8153" | "8189" => "1722",
        "5120" | "3434" | "9402" => "3434",
        "5131" | "5132" => "1745",
        "9112" | "5151" => "5151",
        "2512" | "2513" | "2514" | "2511" | "2522" | "2523" | "3512" => "1736",
        _ => "1739",
    }
}

/// Those who lead workers have an occupation of their own; other leaders that of their team.
fn led_by(field: &str) -> Option<&'static str> {
    Some(match field {
        "5223" | "5230" | "5242" => "5222",
        "5120" | "9402" | "7512" => "3434",
        "9112" => "5151",
        "8322" | "8331" | "8332" | "9621" => "4323",
        "2142" | "3112" | "2161" => "3123",
        _ if field.starts_with("711") || field.starts_with("712") || field.starts_with("931") => "3123",
        "9321" | "9329" | "7212" | "7213" | "7214" | "7223" | "7322" | "7523" | "7522" | "7132" | "7131" | "4322" => "3122",
        _ if field.starts_with("81") || field.starts_with("82") || field.starts_with("751") || field.starts_with("753") => "3122",
        _ => return None,
    })
}

/// The engineers of what technicians and workers do.
fn engineer_of(field: &str) -> Option<&'static str> {
    Some(match field {
        "3113" | "7411" | "7412" | "7413" | "3131" => "2151",
        "3114" | "7421" => "2152",
        "3522" | "7422" => "2153",
        "3115" | "7127" | "7222" | "7223" | "7231" | "7233" | "8182" | "7212" | "7214" | "3118" => "2144",
        "3116" => "2145",
        "3112" | "3123" => "2142",
        "3132" | "2133" => "2143",
        "2263" | "3257" => "2149",
        "3142" | "6114" | "6121" => "2132",
        "3117" | "8121" => "2146",
        "3322" | "5223" => "2433",
        "3119" | "7543" | "4322" | "9329" | "8189" | "8142" | "3122" | "8153" | "7322" => "2141",
        _ => return None,
    })
}
