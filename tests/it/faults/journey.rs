//! The real program against each fault.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::File;
use std::process::{Child, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use idw_journeys::fault::{Dialect, Expected, Fault, FaultServer, Flow, Recorded, Step};
use idw_journeys::{Home, Sample, contains};
use serde_json::Value;

use super::table;

/// The wallet's limit for one exchange is 30 s; what is on top is for starting and unlocking on a busy machine.
const LIMIT: Duration = Duration::from_secs(75);

/// What a hostile answer may cost in memory, beyond what a good one costs. Every endless body sends many times this.
const MEMORY_MARGIN_KIB: u64 = 24 * 1024;

/// How long a command is looked after closely: those that only wait take longer.
const AT_FIRST: Duration = Duration::from_secs(5);

/// How many commands run at a time, those aside that only wait.
const WORKERS: usize = 3;

const FIRST_NAME: &str = "Canaria-Adalbertine";
const BILL_MARKER: &str = "canary-in-a-bill-7731";
const NEVER_ASKED_FOR: [&str; 2] = ["+442079460123", "canary@wallet.example"];
const PASSWORD: &str = "correct horse battery";

#[test]
fn the_table_is_in_order() {
    let faults = table();
    let names: BTreeSet<_> = faults.iter().map(|fault| fault.name).collect();
    assert_eq!(names.len(), faults.len(), "each fault has a name of its own");
    assert!(faults.len() >= 80, "only {} faults", faults.len());
    assert!(faults.iter().all(|fault| !fault.what.is_empty()));
    for flow in [Flow::AddSite, Flow::LogIn, Flow::SignUp, Flow::Apply] {
        assert!(faults.iter().any(|fault| fault.flow == flow), "{flow:?} has no fault");
    }
    for dialect in [Dialect::Classic, Dialect::Did] {
        assert!(faults.iter().any(|fault| fault.dialect == dialect), "{dialect:?} has no fault");
    }
}

/// `IDW_FAULT` names one fault, or the beginning of several names, to be tried alone.
#[test]
fn no_fault_gets_more_than_was_agreed_to() {
    let wanted = std::env::var("IDW_FAULT").unwrap_or_default();
    let person = Person::new();
    let attempt = Attempt::new(&person);
    let most_kib = attempt.baseline() + MEMORY_MARGIN_KIB;
    // All of it takes minutes, so `cargo xtask verify` alone does that; else every other of the quick ones is tried.
    let all = !wanted.is_empty() || std::env::var_os("IDW_SOAK_KILLS").is_some();
    let (slow, mut quick): (Vec<_>, Vec<_>) =
        table().into_iter().filter(|fault| fault.name.starts_with(&wanted)).partition(|fault| fault.slow);
    if !all {
        quick = quick.into_iter().step_by(2).collect();
    }
    let quick = Mutex::new(quick.into_iter());
    let complaints = Mutex::new(Vec::new());
    let complain = |found: Vec<String>| complaints.lock().expect("no worker panics").extend(found);
    thread::scope(|scope| {
        for fault in &slow {
            scope.spawn(|| complain(Attempt::new(&person).try_fault(fault, most_kib)));
        }
        for _ in 0..WORKERS {
            scope.spawn(|| {
                let attempt = Attempt::new(&person);
                loop {
                    let next = quick.lock().expect("no worker panics").next();
                    let Some(fault) = next else { return };
                    complain(attempt.try_fault(&fault, most_kib));
                }
            });
        }
    });
    let complaints = complaints.into_inner().expect("no worker panics");
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

/// Somebody whose vault holds more than any site asks for.
struct Person {
    home: Home,
    secrets: Vec<String>,
}

/// What a command did.
struct Ended {
    code: i32,
    document: Value,
    said: String,
    peak_kib: u64,
    in_time: bool,
}

impl Person {
    fn new() -> Self {
        let home = Home::empty();
        let made = home.ok(["init", "--words", "12"]).to_string();
        for (name, value) in
            [("first-name", FIRST_NAME), ("phone-number", NEVER_ASKED_FOR[0]), ("email", NEVER_ASKED_FOR[1])]
        {
            home.ok(["attribute", "set", name, value]);
        }
        let mut bill = Sample::named("utility-bill.pdf").bytes;
        bill.extend_from_slice(format!("\n% {BILL_MARKER}\n").as_bytes());
        // A name that would add a header, or a part, if it went out as it is.
        let bill = home.write_outside("bill\"; name=\"x\r\nX-Evil: yes.pdf", &bill);
        home.set_fields("utility-bill", &["issued=2024-12-15"], &[&format!("images={}", bill.display())]);
        let phrase: Vec<_> = words_of(&made);
        let secrets = [PASSWORD.to_owned(), phrase[..3].join(" "), phrase[9..].join(" ")];
        Self { home, secrets: secrets.into_iter().chain(NEVER_ASKED_FOR.map(str::to_owned)).collect() }
    }

    /// What went to somebody who should not have it.
    fn given_away(&self, server: &FaultServer) -> Vec<String> {
        let mut complaints = Vec::new();
        if server.strangers_called() > 0 {
            complaints.push("it called at a stranger's".to_owned());
        }
        for request in server.recorded() {
            let mut complain = |what: &str| complaints.push(format!("{what} went out with {}", request.line));
            for secret in self.secrets.iter().filter(|secret| contains(&request.bytes, secret.as_bytes())) {
                complain(&format!("“{secret}”"));
            }
            let with_data = matches!(request.step, Some(Step::UserFile | Step::Users | Step::File | Step::Apply));
            for canary in [FIRST_NAME, BILL_MARKER] {
                if !with_data && contains(&request.bytes, canary.as_bytes()) {
                    complain(canary);
                }
            }
            let head = head_of(&request);
            for (header, allowed) in
                [("cookie", false), ("referer", false), ("x-evil", false), ("authorization", is_authorised(&request))]
            {
                if !allowed && head.iter().any(|line| line.starts_with(&format!("{header}:"))) {
                    complain(&format!("the header {header}"));
                }
            }
            if request.step != Some(Step::Response) && contains(&request.bytes, b"\"signature\"") {
                complain("a signature");
            }
            if contains(&request.bytes, b"\r\nX-Evil:") {
                complain("a header that was smuggled in");
            }
        }
        complaints
    }
}

/// Where one command is tried after the other: a vault that knows a site of each kind, so that they need not be added
/// again for each fault.
struct Attempt<'a> {
    person: &'a Person,
    home: Home,
    sites: RefCell<Vec<((Dialect, bool), FaultServer)>>,
}

impl<'a> Attempt<'a> {
    fn new(person: &'a Person) -> Self {
        Self { person, home: person.home.copy(), sites: RefCell::default() }
    }

    /// The memory that commands take with good sites, which also shows that the server is one.
    fn baseline(&self) -> u64 {
        let mut most = 0;
        for (dialect, flow) in [Dialect::Classic, Dialect::Did]
            .into_iter()
            .flat_map(|dialect| [Flow::LogIn, Flow::SignUp, Flow::Apply].map(|flow| (dialect, flow)))
        {
            let (server, name) = self.site(dialect, false);
            server.forget();
            let ended = watch(&self.home.copy(), &[verb(flow), &name, "--yes"]);
            assert_eq!(ended.code, 0, "{flow:?} at a good {dialect:?} site: {}", ended.said);
            let complaints = self.person.given_away(&server);
            assert!(complaints.is_empty(), "{flow:?} at a good {dialect:?} site: {complaints:?}");
            most = most.max(ended.peak_kib);
            self.put_back(dialect, false, server);
        }
        most
    }

    /// Everything that is not as it should be.
    fn try_fault(&self, fault: &Fault, most_kib: u64) -> Vec<String> {
        if fault.flow == Flow::AddSite {
            let server = FaultServer::with(fault);
            let ended = watch(&self.person.home.copy(), &["site", "add", server.url(), "--name", "site"]);
            return self.judge(fault, &server, &ended, most_kib);
        }
        let (server, name) = self.site(fault.dialect, fault.silent);
        let server = server.arm(fault);
        let ended = watch(&self.home.copy(), &[verb(fault.flow), &name, "--yes"]);
        let complaints = self.judge(fault, &server, &ended, most_kib);
        self.put_back(fault.dialect, fault.silent, server);
        complaints
    }

    /// A site of this kind, added when it is first needed, and its name.
    fn site(&self, dialect: Dialect, silent: bool) -> (FaultServer, String) {
        let name = format!("{dialect:?} {silent}");
        let mut sites = self.sites.borrow_mut();
        if let Some(at) = sites.iter().position(|(kind, _)| *kind == (dialect, silent)) {
            return (sites.swap_remove(at).1, name);
        }
        let server = FaultServer::faultless(dialect, silent);
        let added = watch(&self.home, &["site", "add", server.url(), "--name", &name]);
        assert_eq!(added.code, 0, "a description without a fault: {}", added.said);
        (server, name)
    }

    fn put_back(&self, dialect: Dialect, silent: bool, server: FaultServer) {
        self.sites.borrow_mut().push(((dialect, silent), server));
    }

    fn judge(&self, fault: &Fault, server: &FaultServer, ended: &Ended, most_kib: u64) -> Vec<String> {
        let mut complaints = Vec::new();
        if !ended.in_time {
            complaints.push("it did not end in time".to_owned());
        }
        complaints.extend(as_expected(fault.expected, ended));
        complaints.extend(fit_to_be_shown(ended));
        if ended.peak_kib > most_kib {
            complaints.push(format!("it took {} KiB of memory, and may take {most_kib}", ended.peak_kib));
        }
        complaints.extend(self.person.given_away(server));
        complaints.extend(gone_too_far(fault, &server.recorded()));
        complaints.into_iter().map(|text| format!("{} ({}): {text}", fault.name, fault.what)).collect()
    }
}

fn verb(flow: Flow) -> &'static str {
    match flow {
        Flow::AddSite | Flow::LogIn => "login",
        Flow::SignUp => "signup",
        Flow::Apply => "apply",
    }
}

/// Only what follows a challenge carries a token.
fn is_authorised(request: &Recorded) -> bool {
    !matches!(
        request.step,
        None | Some(Step::Config | Step::Schema | Step::Templates | Step::Template | Step::Challenge)
    )
}

fn head_of(request: &Recorded) -> Vec<String> {
    let text = String::from_utf8_lossy(&request.bytes);
    let head = text.split("\r\n\r\n").next().unwrap_or_default();
    head.lines().skip(1).map(str::to_ascii_lowercase).collect()
}

fn as_expected(expected: Expected, ended: &Ended) -> Option<String> {
    let got = ended.document["error"]["code"].as_str();
    let (word, code) = match expected {
        Expected::Fine => (None, 0),
        Expected::Fails(word, code) => (Some(word), code),
    };
    let as_promised = got == word && ended.code == code;
    (!as_promised).then(|| format!("expected {expected:?}, but it ended with {} and said: {}", ended.code, ended.said))
}

/// Nothing that a site says may reach the terminal as it is.
fn fit_to_be_shown(ended: &Ended) -> Vec<String> {
    let mut texts = vec![ended.said.clone()];
    gather_texts(&ended.document, &mut texts);
    let odd = |character: char| {
        (character.is_control() && character != '\n')
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut complaints = Vec::new();
    for text in texts {
        if text.chars().any(odd) {
            complaints.push(format!("it shows characters that are not fit to be shown: {text:?}"));
        }
        if text.len() > 8_000 || text.contains("panicked") {
            complaints.push(format!("it says too much: {text:.200}"));
        }
    }
    complaints
}

fn gather_texts(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|entry| gather_texts(entry, texts)),
        Value::Object(fields) => fields.values().for_each(|entry| gather_texts(entry, texts)),
        _ => {}
    }
}

fn gone_too_far(fault: &Fault, requests: &[Recorded]) -> Vec<String> {
    let mut complaints = Vec::new();
    let beyond: BTreeSet<_> =
        requests.iter().filter_map(|request| request.step).filter(|step| *step > fault.last).collect();
    if !beyond.is_empty() {
        complaints.push(format!("it went on to {beyond:?}"));
    }
    let signed = requests.iter().filter(|request| request.step == Some(Step::Response)).count();
    if signed > fault.responses {
        complaints.push(format!("it signed {signed} times"));
    }
    if requests.len() > 24 {
        complaints.push(format!("it asked {} times", requests.len()));
    }
    if !requests.iter().any(|request| request.step == Some(fault.at)) {
        complaints.push("it never came to the fault".to_owned());
    }
    complaints
}

/// Runs `idw --json` to its end, or to the time limit, with an eye on its memory.
fn watch(home: &Home, words: &[&str]) -> Ended {
    let out = home.path().join("tmp").join("stdout");
    let err = home.path().join("tmp").join("stderr");
    let file = |path| Stdio::from(File::create(path).expect("the test writes its own files"));
    let mut command = home.command();
    command.arg("--json").args(words).stdout(file(&out)).stderr(file(&err));
    let mut child = command.spawn().expect("idw starts");
    let begun = Instant::now();
    let mut peak_kib = 0;
    let status = loop {
        peak_kib = peak_kib.max(peak_memory_kib(&child));
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            break Some(status);
        }
        if begun.elapsed() > LIMIT {
            child.kill().expect("it runs");
            child.wait().expect("it ends");
            break None;
        }
        // One that waits for its time limit need not be looked after so closely.
        thread::sleep(Duration::from_millis(if begun.elapsed() < AT_FIRST { 5 } else { 50 }));
    };
    let read = |path| String::from_utf8_lossy(&std::fs::read(path).unwrap_or_default()).into_owned();
    let document = serde_json::from_str(&read(&out)).unwrap_or(Value::Null);
    let code = status.and_then(|status| status.code()).unwrap_or(-1);
    Ended { code, document, said: read(&err), peak_kib, in_time: status.is_some() }
}

/// `VmHWM` of a process (proc(5)); nothing where there is no such thing, or the process has ended.
fn peak_memory_kib(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// The words of the phrase, in the document that shows it.
fn words_of(document: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(document).expect("a document");
    match &value["phrase"] {
        Value::Array(words) => words.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        text => text.as_str().unwrap_or_default().split(' ').map(str::to_owned).collect(),
    }
}
