//! The program `idw-rp`.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running server; killed if a test fails half-way.
struct Server {
    child: Child,
    stdout: BufReader<ChildStdout>,
    address: String,
}

impl Server {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_idw-rp"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let address = line.trim_end().strip_prefix("idw-rp listening on http://").unwrap().to_owned();
        Self { child, stdout, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Tells it to stop; what it still wrote to stdout, and its exit code.
    fn stop(mut self) -> (String, Option<i32>) {
        let killed = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).unwrap();
        (rest, self.child.wait().unwrap().code())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_says_where_it_listens_and_stops_when_told() {
    let server = Server::start(&["--name", "Test & Co", "--dialect", "did", "--mount", "/api/selfkey"]);
    let description = server.get("/api/selfkey/config");
    assert!(description.contains("\"name\":\"Test & Co\"") && description.contains("\"did\":true"), "{description}");
    assert!(description.contains(&format!("\"rootEndpoint\":\"http://{}/api/selfkey\"", server.address)));
    assert!(server.get("/").contains("<h1>Test &amp; Co</h1>"));
    assert_eq!(server.stop(), (String::new(), Some(0)), "one line on stdout, and a clean end");
}

#[test]
fn it_takes_a_configuration_and_keeps_its_data() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config.json");
    fs::write(
        &config,
        r#"{"website": {"name": "Club", "url": "https://club.example"},
            "attributes": [{"id": "number", "schemaId": "https://club.example/member.json"}],
            "schemas": {"https://club.example/member.json": {"type": "string"}},
            "templates": []}"#,
    )
    .unwrap();
    let data = folder.path().join("data");
    let arguments = ["--config", config.to_str().unwrap(), "--data", data.to_str().unwrap()];
    let server = Server::start(&arguments);
    let description = server.get("/lws/config");
    assert!(description.contains("https://club.example/lws"), "{description}");
    assert_eq!(server.stop().1, Some(0));
    assert!(data.join("relying-party.sqlite").is_file());
}

#[test]
fn it_explains_what_it_cannot_use() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config.json");
    let check = |json: &str, expected: &str| {
        fs::write(&config, json).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_idw-rp")).arg("--config").arg(&config).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && stderr.contains(expected), "{json}: {stderr}");
        assert!(output.stdout.is_empty());
    };
    check("{", "not valid");
    check(r#"{"attributes": ["https://club.example/member.json"]}"#, "no schema is known");
    check(r#"{"secret": "short"}"#, "at least 32");
}
