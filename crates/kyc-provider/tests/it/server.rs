//! The program `idw-kyc-provider`.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use idw_kyc_provider::Fault;
use serde_json::{Value, json};

use crate::site::{CLIENT, LOOPBACK, REDIRECT, SECRET, asked, authorize};

const PROGRAM: &str = env!("CARGO_BIN_EXE_idw-kyc-provider");

/// A running server; killed if a test fails half-way.
struct Server {
    child: Child,
    stdout: BufReader<ChildStdout>,
    line: String,
}

impl Server {
    /// With a client, and these further arguments.
    fn start(arguments: &[&str]) -> Self {
        let client = ["--client-id", CLIENT, "--client-secret", SECRET, "--redirect", REDIRECT];
        Self::start_with(&[&client[..], arguments].concat())
    }

    fn start_with(arguments: &[&str]) -> Self {
        let mut command = Command::new(PROGRAM);
        let mut child = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        Self { child, stdout, line }
    }

    fn get(&self, path: &str) -> String {
        let host = self.line.split_once("http://").unwrap().1;
        let host = &host[..host.find(|char: char| char != '.' && char != ':' && !char.is_ascii_digit()).unwrap()];
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).output().unwrap()
}

#[test]
fn it_says_where_it_listens_and_stops_when_told() {
    let mut server = Server::start(&["--auto", "verified:ada:PP:none", "--redirect", LOOPBACK]);
    let url = server.line.strip_prefix("idw-kyc-provider listening on ").unwrap();
    let (url, places) = url.split_once(" with ").unwrap();
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    let expected = format!("Web KYC at {url}/authorize and {url}/v2/web-kyc, Web IDV at {url}/web-idv\n");
    assert_eq!(places, expected);
    let answer = server.get(&authorize(&asked()));
    assert!(
        answer.starts_with("HTTP/1.1 302")
            && answer.contains("location: https://client.example/return?from=check&code=")
    );
    let killed = Command::new("kill").args(["-TERM", &server.child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let mut rest = String::new();
    server.stdout.read_to_string(&mut rest).unwrap();
    assert_eq!((rest.as_str(), server.child.wait().unwrap().code()), ("", Some(0)), "one line, and a clean end");
}

#[test]
fn its_line_can_be_json_and_names_what_is_on() {
    let server = Server::start(&["--json"]);
    let ready: Value = serde_json::from_str(&server.line).unwrap();
    let url = ready["url"].as_str().unwrap();
    let place = |path: &str| format!("{url}{path}");
    assert_eq!(ready["webKyc"], json!({"authorizeUrl": place("/authorize"), "apiBase": place("/v2/web-kyc")}));
    assert_eq!(ready["webIdv"], json!({"apiBase": place("/web-idv")}));
    let server = Server::start(&["--json", "--dialect", "web-idv"]);
    let ready: Value = serde_json::from_str(&server.line).unwrap();
    assert_eq!(ready.as_object().unwrap().keys().collect::<Vec<_>>(), ["url", "webIdv"]);
}

#[test]
fn the_secret_may_be_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secret");
    fs::write(&file, format!("\u{feff}{SECRET}\r\n")).unwrap();
    let client = ["--client-id", CLIENT, "--redirect", REDIRECT, "--client-secret-file", file.to_str().unwrap()];
    let server = Server::start_with(&client);
    assert!(server.get("/").contains(CLIENT));
    fs::write(&file, "").unwrap();
    let output = run(&client);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && stderr.contains("cannot be used"), "{stderr}");
}

#[test]
fn it_explains_what_it_cannot_use() {
    let check = |arguments: &[&str], expected: &str| {
        let output = run(arguments);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && stderr.contains(expected), "{arguments:?}: {stderr}");
        assert!(output.stdout.is_empty() && !stderr.contains(SECRET));
    };
    let client = ["--client-id", CLIENT, "--client-secret", SECRET, "--redirect"];
    check(&[], "--client-id");
    check(&["--client-id", CLIENT, "--redirect", REDIRECT], "--client-secret");
    check(&client[..4], "--redirect");
    check(&[&client[..], &["http://client.example/"]].concat(), "no redirect URI");
    check(&[&client[..], &[REDIRECT, "--auto", "passed"]].concat(), "no outcome");
    check(&[&client[..], &[REDIRECT, "--fault", "none"]].concat(), "invalid value");
    check(&[&client[..], &[REDIRECT, "--client-secret-file", "x"]].concat(), "cannot be used with");
    let colon = ["--client-id", "a:b", "--client-secret", SECRET, "--redirect", REDIRECT];
    check(&colon, "without a colon");
}

#[test]
fn it_lists_its_faults() {
    let list = String::from_utf8(run(&["--list-faults"]).stdout).unwrap();
    for fault in Fault::all() {
        let line = format!("  {:<24} {}\n", fault.name(), fault.description());
        assert!(list.contains(&line), "{line}: {list}");
    }
    assert!(list.starts_with("return\n") && list.contains("\ntoken or address\n"), "{list}");
    let server = Server::start(&["--fault", "wrong-state", "--fault", "details-500"]);
    assert!(server.get("/api/state").contains("[\"wrong-state\",\"details-500\"]"));
}
