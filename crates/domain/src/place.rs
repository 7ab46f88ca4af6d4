//! Where something is: province → commune (two levels since 1 July 2025), or an industrial park.
//!
//! Codes are text with leading zeros and are never joined across July 2025: a new commune keeps the
//! code of one old commune, so the same code means different areas before and after.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $digits:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $digits]);

        impl $name {
            /// The code as text, with its leading zeros.
            pub fn as_str(&self) -> &str {
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }

        impl FromStr for $name {
            type Err = BadCode;
            fn from_str(written: &str) -> Result<Self, BadCode> {
                let bytes: [u8; $digits] = written.as_bytes().try_into().map_err(|_| BadCode)?;
                if bytes.iter().all(u8::is_ascii_digit) { Ok(Self(bytes)) } else { Err(BadCode) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let written = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                written.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

/// A code that is not the right number of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a code of the right number of digits")]
pub struct BadCode;

code!(
    /// A province or city: two digits (QĐ 19/2025/QĐ-TTg).
    ProvinceCode,
    2
);
code!(
    /// A commune, ward or special zone of today: five digits (QĐ 19/2025/QĐ-TTg).
    CommuneCode,
    5
);

/// An industrial park by its slug ("lien-ha-thai"): parks have no official code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParkSlug(pub String);

impl fmt::Display for ParkSlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A place of work or an address, as form 03a writes it: province, then commune or park, then a
/// free line. Whether the codes exist and fit together is checked against the reference lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The province.
    pub province: ProvinceCode,
    /// The commune, where it is known.
    pub commune: Option<CommuneCode>,
    /// The industrial park, where it is in one.
    pub park: Option<ParkSlug>,
    /// House number, street, hamlet; at most 200 characters.
    #[serde(default)]
    pub street: String,
}

impl Place {
    /// Somewhere in a province.
    pub fn province(province: ProvinceCode) -> Self {
        Self {
            province,
            commune: None,
            park: None,
            street: String::new(),
        }
    }
}

/// A point on the earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Latitude, north positive.
    pub latitude: f64,
    /// Longitude, east positive.
    pub longitude: f64,
}

impl Point {
    /// Great-circle distance in kilometres (haversine on a sphere of 6,371 km).
    pub fn distance_km(&self, other: &Self) -> f64 {
        let (lat1, lat2) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half_lat = ((lat2 - lat1) / 2.0).sin();
        let half_lon = ((other.longitude - self.longitude).to_radians() / 2.0).sin();
        let a = half_lat * half_lat + lat1.cos() * lat2.cos() * half_lon * half_lon;
        2.0 * 6371.0 * a.sqrt().asin()
    }
}
