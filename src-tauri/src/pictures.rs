//! The `thumb` protocol: `/<photo key>/<320|1600>` and `/<paper key>/page-<n>` as JPEG. A key names
//! a photo or paper of the open case;
//! there is no way to name a file.

use std::borrow::Cow;

use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

use crate::shell::Shell;

/// Name of the scheme; `http://thumb.localhost` on Windows.
pub const SCHEME: &str = "thumb";

/// Longest side of the two pictures kept of each photo.
const SIDES_PX: [u32; 2] = [320, 1600];

/// A UUID with its dashes.
const KEY_CHARS: usize = 36;

/// Answers from the open case, off the thread that paints.
pub fn serve<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let Some((key, picture)) = asked(request.uri().path()) else {
        return responder.respond(missing());
    };
    let app = context.app_handle().state::<Shell>().app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        // A case that was closed meanwhile has no pictures either.
        let jpeg = match picture {
            Picture::Photo(side_px) => app.picture(&key, side_px),
            Picture::Page(page) => app.page_picture(&key, page),
        };
        let jpeg = jpeg.ok().flatten();
        responder.respond(jpeg.map_or_else(missing, found));
    });
}

/// Which picture of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Picture {
    Photo(u32),
    Page(u32),
}

/// Pages have at most so many digits.
const PAGE_DIGITS: usize = 4;

/// Reads `/<key>/<side>` and `/<key>/page-<n>`; the page's way of writing it may have escaped the stroke between.
fn asked(path: &str) -> Option<(String, Picture)> {
    let path = path.strip_prefix('/')?;
    let (key, side) = path
        .split_once('/')
        .or_else(|| path.split_once("%2F"))
        .or_else(|| path.split_once("%2f"))?;
    let good =
        key.len() == KEY_CHARS && key.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let page = side.strip_prefix("page-").filter(|page| {
        (1..=PAGE_DIGITS).contains(&page.len())
            && page.bytes().all(|byte| byte.is_ascii_digit())
            && !page.starts_with('0')
    });
    let picture = match page {
        Some(page) => Picture::Page(page.parse().ok()?),
        None => Picture::Photo(SIDES_PX.into_iter().find(|known| known.to_string() == side)?),
    };
    good.then(|| (key.to_owned(), picture))
}

fn found(jpeg: Vec<u8>) -> Response<Cow<'static, [u8]>> {
    let mut response = Response::new(Cow::Owned(jpeg));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("image/jpeg"));
    headers.insert(
        header::CACHE_CONTROL,
        // A key is never used again and what is drawn from an original does not change.
        header::HeaderValue::from_static("private, max-age=31536000, immutable"),
    );
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, header::HeaderValue::from_static("nosniff"));
    response
}

fn missing() -> Response<Cow<'static, [u8]>> {
    let mut response = Response::new(Cow::Borrowed(&[][..]));
    *response.status_mut() = StatusCode::NOT_FOUND;
    // A picture may be made later; a miss must not stick.
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "019a3c5e-7b1d-7c3a-9f00-0123456789ab";

    #[test]
    fn reads_key_and_side() {
        for path in [format!("/{KEY}/320"), format!("/{KEY}%2F320"), format!("/{KEY}%2f320")] {
            assert_eq!(asked(&path), Some((KEY.to_owned(), Picture::Photo(320))), "{path}");
        }
        let large = asked(&format!("/{KEY}/1600"));
        assert_eq!(large, Some((KEY.to_owned(), Picture::Photo(1600))));
        let page = asked(&format!("/{KEY}%2Fpage-12"));
        assert_eq!(page, Some((KEY.to_owned(), Picture::Page(12))));
    }

    #[test]
    fn refuses_everything_else() {
        for path in [
            "",
            "/",
            "/etc/passwd",
            "/../320",
            &format!("/{KEY}"),
            &format!("/{KEY}/640"),
            &format!("/{KEY}/page-"),
            &format!("/{KEY}/page-0"),
            &format!("/{KEY}/page-12345"),
            &format!("/{KEY}/page-1a"),
            &format!("/{KEY}/0320"),
            &format!("/{KEY}/320/"),
            &format!("/{KEY}x/320"),
            &format!("//{KEY}/320"),
        ] {
            assert_eq!(asked(path), None, "{path} names no picture");
        }
    }

    #[test]
    fn a_miss_is_not_kept() {
        let response = missing();
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
    }
}
