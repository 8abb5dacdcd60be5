//! A live preview: [`start`] shows all sheets of a project in a browser of this machine, and draws them again as they are written.
//!
//! The rooms, in the order a change walks through them: [`watch`] sees that files have changed, [`engine`] says which sheets have
//! to be drawn, [`task`] draws one, `studio` has that done and keeps what somebody looks at first in line, [`show`] is what pages see and are told,
//! `http` answers them, [`page`] is what it answers, and [`forms`] for the venues. Nothing is written to a disk, but what a form of
//! this server says about its venue.

mod blocked;
pub mod engine;
pub mod forms;
mod http;
pub mod page;
pub mod show;
mod studio;
pub mod task;
pub mod watch;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use crate::diag::{Diagnostic, Message};
pub use page::Say;
use page::Site;
use show::Stage;
pub use studio::Tell;
use watch::Mode;

/// What to serve, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// Folder of the project.
    pub project: PathBuf,
    /// Port; any that is free where it is left out.
    pub port: Option<u16>,
    /// How changes are noticed.
    pub mode: Mode,
}

/// The words of the page.
pub struct Words {
    /// Their language.
    pub lang: &'static str,
    /// The words of a message.
    pub say: Say,
    /// What is wrong, as the terminal says it.
    pub tell: Tell,
}

/// A preview that runs.
#[derive(Debug)]
pub struct Server {
    /// Where it is.
    pub address: SocketAddr,
    thread: std::thread::JoinHandle<std::io::Result<()>>,
}

impl Server {
    /// Waits until the server ends, which it does only with an error.
    ///
    /// # Errors
    /// What ended it.
    pub fn wait(self) -> Result<(), Diagnostic> {
        let ended = self.thread.join().unwrap_or_else(|_| Err(std::io::Error::other("panic")));
        ended.map_err(|error| failed(&error))
    }
}

/// Starts the preview of a project: from now on its address answers, and it goes on until the program ends.
///
/// # Errors
/// A port that is taken, or a system that gives no thread.
pub fn start(options: Options, words: &Words) -> Result<Server, Diagnostic> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port.unwrap_or(0))).map_err(|error| {
        let port = Message::new("serve-port").arg("port", options.port.unwrap_or(0)).arg("reason", error);
        Diagnostic::error(port).hint(Message::new("hint-serve-port"))
    })?;
    let address = listener.local_addr().map_err(|error| failed(&error))?;
    listener.set_nonblocking(true).map_err(|error| failed(&error))?;
    let token = token().map_err(|error| failed(&error))?;
    let site = Site::new(words, token).map_err(|error| failed(&error))?;
    let stage = Arc::new(Stage::default());
    let root = Arc::from(options.project.as_path());
    let calls = studio::open(options.project, options.mode, Arc::clone(&stage), Arc::clone(&words.tell))?;
    let desk = http::Desk { root, stage, site: Arc::new(site), calls, address };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| failed(&error))?;
    let work =
        move || runtime.block_on(async { http::serve(tokio::net::TcpListener::from_std(listener)?, desk).await });
    let thread = std::thread::Builder::new().name("http".to_owned()).spawn(work).map_err(|error| failed(&error))?;
    Ok(Server { address, thread })
}

/// 128 bits that nobody can guess.
fn token() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn failed(error: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::error(Message::new("serve-failed").arg("reason", error))
}
