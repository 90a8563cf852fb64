//! The program `idw-rp`.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use idw_relying_party::Fault;

/// A running server; killed if a test fails half-way.
struct Server {
    child: Child,
    stdout: BufReader<ChildStdout>,
    address: String,
}

impl Server {
    fn start(arguments: &[&str]) -> Self {
        let (mut server, line) = Self::start_with(arguments, None);
        line.trim_end().strip_prefix("idw-rp listening on http://").unwrap().clone_into(&mut server.address);
        server
    }

    /// With the operator's secret in the environment; and the line that it prints. Its address is not read.
    fn start_with(arguments: &[&str], secret: Option<&str>) -> (Self, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_idw-rp"));
        command.env_remove("IDW_RP_OPERATOR_SECRET").envs(secret.map(|secret| ("IDW_RP_OPERATOR_SECRET", secret)));
        let mut child = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        (Self { child, stdout, address: String::new() }, line)
    }

    /// The status line of `/api/state`, asked for with this secret.
    fn state(&self, secret: &str) -> String {
        let answer = self.get_with("/api/state", &format!("Authorization: Bearer {secret}\r\n"));
        answer.lines().next().unwrap().to_owned()
    }

    fn get(&self, path: &str) -> String {
        self.get_with(path, "")
    }

    fn get_with(&self, path: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n").unwrap();
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
fn the_operators_pages_are_off_unless_they_are_asked_for() {
    let (mut server, line) = Server::start_with(&[], Some("0123456789-0123456789"));
    line.trim_end().strip_prefix("idw-rp listening on http://").unwrap().clone_into(&mut server.address);
    assert!(!line.contains("secret"), "{line}");
    assert!(server.state("0123456789-0123456789").contains("404"));
    assert!(server.get("/operator").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_random_operators_secret_is_printed_and_another_one_each_time() {
    let start = || {
        let (mut server, line) = Server::start_with(&["--operator"], None);
        let rest = line.trim_end().strip_prefix("idw-rp listening on http://").unwrap();
        let (address, secret) = rest.split_once(" with the operator secret ").unwrap();
        address.clone_into(&mut server.address);
        (server, secret.to_owned())
    };
    let ((first, secret), (second, other)) = (start(), start());
    assert_eq!((secret.len(), secret == other), (64, false));
    assert!(first.state(&secret).contains("200") && first.state(&other).contains("401"));
    assert!(second.state(&other).contains("200"));
    assert_eq!(first.stop(), (String::new(), Some(0)), "one line on stdout, and a clean end");

    let (mut server, line) = Server::start_with(&["--operator", "--json"], None);
    let ready: serde_json::Value = serde_json::from_str(&line).unwrap();
    ready["url"].as_str().unwrap().strip_prefix("http://").unwrap().clone_into(&mut server.address);
    assert!(server.state(ready["operatorSecret"].as_str().unwrap()).contains("200"));
    let (_server, line) = Server::start_with(&["--json"], None);
    let ready: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(ready.as_object().unwrap().keys().collect::<Vec<_>>(), ["url"]);
}

#[test]
fn a_given_operators_secret_is_taken_and_not_printed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secret");
    fs::write(&file, "from-a-file-0123456789\n").unwrap();
    let from_file = ["--operator", "--operator-secret-file", file.to_str().unwrap()];
    let variable = Some("from-the-environment-0123456789");
    for (arguments, variable, secret) in [
        (&from_file[..], None, "from-a-file-0123456789"),
        (&from_file[..1], variable, "from-the-environment-0123456789"),
        (&from_file[..], variable, "from-a-file-0123456789"),
    ] {
        let (mut server, line) = Server::start_with(arguments, variable);
        let address = line.trim_end().strip_prefix("idw-rp listening on http://").unwrap();
        assert!(!line.contains(secret) && !address.contains(' '), "{line}");
        address.clone_into(&mut server.address);
        assert!(server.state(secret).contains("200"), "{arguments:?} {variable:?}");
        assert!(server.state("").contains("401"), "{arguments:?} {variable:?}");
    }

    let refused = |arguments: &[&str], variable: Option<&str>, expected: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_idw-rp"));
        command.env_remove("IDW_RP_OPERATOR_SECRET").envs(variable.map(|secret| ("IDW_RP_OPERATOR_SECRET", secret)));
        let output = command.args(arguments).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && stderr.contains(expected), "{arguments:?} {variable:?}: {stderr}");
        assert!(output.stdout.is_empty());
    };
    refused(&["--operator"], Some(""), "at least 20");
    refused(&["--operator"], Some("too short"), "IDW_RP_OPERATOR_SECRET cannot be used");
    refused(&from_file[1..], None, "--operator");
    refused(&["--operator", "--operator-secret-file", "/none"], None, "/none");
    fs::write(&file, "short\n").unwrap();
    refused(&from_file, None, "at least 20");
}

/// The header of the challenge token that a wallet gets.
fn token_header(server: &Server) -> String {
    let path = format!("/lws/auth/challenge/did:eth:0x{}", "1".repeat(40));
    let headers = "User-Agent: SelfKeyIDW/1.0\r\nOrigin: IDW\r\nAccept: application/json\r\n";
    let answer = server.get_with(&path, headers);
    let token = answer.split("\"jwt\":\"").nth(1).unwrap_or_else(|| panic!("{answer}"));
    let header = URL_SAFE_NO_PAD.decode(token.split('.').next().unwrap()).unwrap();
    String::from_utf8(header).unwrap()
}

#[test]
fn it_signs_tokens_as_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &[u8]| {
        fs::write(folder.path().join(name), text).unwrap();
        folder.path().join(name).to_str().unwrap().to_owned()
    };
    let pem = write("rsa.pem", include_bytes!("../keys/rsa.pem"));
    let public = write("rsa.pub.pem", include_bytes!("../keys/rsa.pub.pem"));
    let secret = write("secret", b"0123456789abcdef0123456789abcdef\n");
    let config = write(
        "config.json",
        br#"{"tokens": {"algorithm": "RS256", "keyFile": "rsa.pem", "trustedKeyFiles": ["rsa.pub.pem"]}}"#,
    );
    let check = |arguments: &[&str], algorithm: &str| {
        let header = token_header(&Server::start(arguments));
        assert!(header.contains(&format!("\"alg\":\"{algorithm}\"")), "{arguments:?}: {header}");
    };
    check(&[], "HS256");
    check(&["--token-alg", "hs256", "--token-key", &secret], "HS256");
    check(&["--token-alg", "rs256"], "RS256");
    check(&["--token-alg", "RS256", "--token-key", &pem, "--token-trust", &public], "RS256");
    check(&["--config", &config], "RS256");
    check(&["--config", &config, "--token-alg", "hs256"], "HS256");

    let refused = |arguments: &[&str], expected: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_idw-rp")).args(arguments).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && stderr.contains(expected), "{arguments:?}: {stderr}");
    };
    refused(&["--token-alg", "rs256", "--token-key", &secret], "not a private key in PEM");
    refused(&["--token-alg", "rs256", "--token-key", &public], "not a private key in PEM");
    refused(&["--token-alg", "hs256", "--token-trust", &public], "RS256 only");
    refused(&["--token-alg", "rs256", "--token-key", "/none"], "/none");
    refused(&["--token-alg", "none"], "invalid value");
}

#[test]
fn it_lists_its_faults_and_takes_several() {
    let output = Command::new(env!("CARGO_BIN_EXE_idw-rp")).arg("--list-faults").output().unwrap();
    let list = String::from_utf8(output.stdout).unwrap();
    for fault in Fault::all() {
        let line = format!("  {:<19} {}\n", fault.name(), fault.description());
        assert!(list.contains(&line), "{line}: {list}");
    }
    assert!(list.starts_with("connection\n") && list.contains("\ntext to sign\n"), "{list}");

    let server = Server::start(&["--fault", "429", "--fault", "huge-headers"]);
    let answer = server.get("/lws/templates");
    assert!(answer.starts_with("HTTP/1.1 429") && answer.contains("\r\nx-filling-511: aaaa"), "both at once");
    assert!(server.get("/lws/config").contains("rootEndpoint"), "the description is left alone");
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
    check(r#"{"tokens": {"secret": "short"}}"#, "at least 32");
}
