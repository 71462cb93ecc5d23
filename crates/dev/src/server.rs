//! A static server for the site, as plain as a portal's: files, types, nothing else.

use crate::files;
use anyhow::{Result, anyhow, ensure};
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Request, Response};

const USUAL_PORT: u16 = 8137;

pub(crate) struct Server {
    folder: PathBuf,
    http: tiny_http::Server,
    port: u16,
}

impl Server {
    /// Listens on the wished port, or on the usual one, or on any free one where the usual one is taken.
    pub(crate) fn bind(folder: PathBuf, wished: Option<u16>) -> Result<Self> {
        let listen = |port: u16| {
            tiny_http::Server::http(("127.0.0.1", port))
                .map_err(|error| anyhow!("could not listen on port {port}: {error}"))
        };
        let http = match wished {
            Some(port) => listen(port)?,
            None => listen(USUAL_PORT).or_else(|_| listen(0))?,
        };
        let port = http.server_addr().to_ip().map_or(USUAL_PORT, |address| address.port());
        Ok(Self { folder, http, port })
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn serve(&self) {
        for request in self.http.incoming_requests() {
            // A visitor who went away is no reason to stop.
            self.answer(request).ok();
        }
    }

    fn answer(&self, request: Request) -> Result<()> {
        let found = place(&self.folder, request.url()).and_then(|path| Ok((files::read(&path)?, media_type(&path))));
        match found {
            Ok((content, media_type)) => request.respond(
                Response::from_data(content)
                    .with_header(header("Content-Type", media_type))
                    .with_header(header("Cache-Control", "no-cache"))
                    .with_header(header("X-Content-Type-Options", "nosniff")),
            )?,
            Err(_) => request.respond(Response::from_string("not here\n").with_status_code(404))?,
        }
        Ok(())
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our own headers are plain ASCII")
}

/// The file that an address means; never one outside the folder.
fn place(folder: &Path, url: &str) -> Result<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let relative = Path::new(if path.is_empty() { "index.html" } else { path });
    let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
    ensure!(plain, "the address leaves the folder");
    Ok(folder.join(relative))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::place;
    use std::path::Path;

    #[test]
    fn addresses_stay_inside_the_folder() {
        let folder = Path::new("site");
        assert_eq!(place(folder, "/").unwrap(), folder.join("index.html"));
        assert_eq!(place(folder, "/app.js?v=1").unwrap(), folder.join("app.js"));
        assert!(place(folder, "/../Cargo.toml").is_err());
        assert!(place(folder, "//etc/passwd").is_ok_and(|path| path.starts_with(folder)));
    }
}
