use serde::Serialize;

/// The photos of a case and which of them show nearly the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PhotoList {
    /// By number.
    pub photos: Vec<ListedPhoto>,
    /// Numbers of near duplicates, group by group.
    pub near: Vec<Vec<String>>,
}

/// One photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedPhoto {
    /// Key of the record.
    pub id: String,
    /// Permanent number.
    pub number: String,
    /// Name of the file it came from.
    pub file_name: String,
    /// When it was taken, if its camera says so.
    pub taken: Option<ListedTime>,
    /// Where it was taken, if its camera says so.
    pub position: Option<ListedPosition>,
    /// Maker and model.
    pub camera: Option<String>,
    /// Codes with words under `oddity-<code>`.
    pub oddities: Vec<String>,
    /// Numbers of photos that show nearly the same.
    pub near: Vec<String>,
}

/// When a photo was taken, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedTime {
    /// What the camera's clock said, without offset.
    pub reading: String,
    /// The moment with its offset; nothing where neither camera nor case knows one.
    pub moment: Option<String>,
    /// Where the offset comes from: `camera`, or `zone` of the case.
    pub offset_source: Option<String>,
    /// Seconds added for the error of the camera's clock.
    pub correction_s: i64,
}

/// Where a photo was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedPosition {
    /// Degrees north.
    pub latitude_deg: String,
    /// Degrees east.
    pub longitude_deg: String,
    /// The datum of these: `WGS-84`.
    pub datum: String,
    /// The same as latitude and longitude in GCJ-02, for maps published in China; nothing elsewhere.
    pub gcj02: Option<[String; 2]>,
}
