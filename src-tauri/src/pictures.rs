//! The `thumb` protocol: `/<photo key>/<320|1600>` as JPEG. A key names a photo of the open case;
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
    let Some((key, side_px)) = asked(request.uri().path()) else {
        return responder.respond(missing());
    };
    let app = context.app_handle().state::<Shell>().app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        // A case that was closed meanwhile has no pictures either.
        let jpeg = app.picture(&key, side_px).ok().flatten();
        responder.respond(jpeg.map_or_else(missing, found));
    });
}

/// Reads `/<key>/<side>`; the page's way of writing it may have escaped the stroke between.
fn asked(path: &str) -> Option<(String, u32)> {
    let path = path.strip_prefix('/')?;
    let (key, side) = path
        .split_once('/')
        .or_else(|| path.split_once("%2F"))
        .or_else(|| path.split_once("%2f"))?;
    let good =
        key.len() == KEY_CHARS && key.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let side_px = SIDES_PX.into_iter().find(|known| known.to_string() == side)?;
    good.then(|| (key.to_owned(), side_px))
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
            assert_eq!(asked(&path), Some((KEY.to_owned(), 320)), "{path}");
        }
        assert_eq!(asked(&format!("/{KEY}/1600")), Some((KEY.to_owned(), 1600)));
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
