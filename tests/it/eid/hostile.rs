//! Parties, and others, that mean no good: they get errors, everybody else is served as before, and the process takes no more
//! memory than its limits allow.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{World, asking, asking_with, register};

/// What all of this together may take beside what the process had, in bytes: 512 connections with a body of 64 KiB, a head of
/// 16 KiB and their buffers, and what the allocator keeps for itself.
const MOST_MEMORY: u64 = 128 * 1024 * 1024;
/// Nobody is kept waiting longer than this: ten seconds for whoever says nothing, and up to five until somebody looks.
const CLOSED_WITHIN: Duration = Duration::from_secs(40);

/// The most memory that the process had at a time, in bytes.
fn peak_memory(world: &World) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", world.holder().pid())).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("Linux says it");
    let kibibytes: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
    kibibytes * 1024
}

/// Somebody asks, the user answers, and the result is read.
fn is_well(world: &World, title: &str) {
    let id = world.bank.created(&asking("AUTHENTICATION", title));
    world.approve(title);
    assert_eq!(world.bank.result(&id).outcome(), "SUCCESS");
}

/// Sends bytes, and gives the status of what comes back until the connection ends.
fn exchange(world: &World, bytes: &[u8]) -> Option<u16> {
    let mut stream = TcpStream::connect(&world.shop.address).expect("it listens");
    // A server that has heard enough may close before it has read all.
    let _ = stream.write_all(bytes);
    status_of(&mut stream)
}

/// The status of what comes until the connection ends, if an answer comes.
fn status_of(stream: &mut TcpStream) -> Option<u16> {
    stream.set_read_timeout(Some(CLOSED_WITHIN)).expect("a time that is not zero");
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer) {
        Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => panic!("the connection stays open"),
        _ => String::from_utf8_lossy(&answer).split(' ').nth(1)?.parse().ok(),
    }
}

/// The head of a call of the shop, with these further lines.
fn head(world: &World, line: &str, more: &str) -> String {
    let (address, key) = (&world.shop.address, &world.shop.key);
    format!("{line} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {key}\r\nConnection: close\r\n{more}\r\n")
}

#[test]
fn a_flood_of_requests_ends_at_the_limits_and_keeps_nobody_else_out() {
    let mut world = World::new();
    world.stop();
    let mut flood = register(&world.home, "Example Flood", &["--open-limit", "20"]);
    world.start();
    world.holder().eid().clone_into(&mut flood.address);
    is_well(&world, "Before");
    let before = peak_memory(&world);
    // With as much as one request can carry.
    let unseen = "A".repeat(60_000);
    let large = |number: usize| {
        let more =
            json!({"email": format!("somebody{}@wallet.example", number / 3), "signature": {"invisible_data": unseen}});
        asking_with("SIGNATURE", "Flood", &more)
    };
    let statuses: Vec<u16> = thread::scope(|scope| {
        let flooding = |at: usize| {
            let (flood, large) = (&flood, &large);
            scope.spawn(move || (0..25).map(|number| flood.create(&large(at * 25 + number)).status).collect::<Vec<_>>())
        };
        let floods: Vec<_> = (0..4).map(flooding).collect();
        floods.into_iter().flat_map(|flood| flood.join().expect("all are answered")).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 20, "{statuses:?}");
    assert!(statuses.iter().all(|status| matches!(status, 200 | 429)), "{statuses:?}");
    is_well(&world, "After");
    for number in 0..3 {
        world.shop.created(&asking("AUTHENTICATION", &format!("Prompt {number}")));
    }
    let fourth = world.shop.create(&asking("AUTHENTICATION", "Prompt 3"));
    assert_eq!((fourth.status, &fourth.json()["error_code"]), (429, &json!(8)), "three prompts at a time, and no more");
    assert_eq!(world.shown("Prompt 3"), Vec::<Value>::new());
    // The fourth is waited for like any other as soon as there is room.
    world.decline("Prompt 0");
    assert_eq!(world.shop.create(&asking("AUTHENTICATION", "Prompt 3")).status, 200);
    let taken = peak_memory(&world).saturating_sub(before);
    assert!(taken < MOST_MEMORY, "{taken} bytes");
}

#[test]
fn giant_and_odd_calls_are_refused_and_cost_no_memory() {
    let world = World::new();
    is_well(&world, "Before");
    let before = peak_memory(&world);
    let post = "POST /v1/requests";
    for (what, bytes, expected) in [
        ("a body that is announced too long", head(&world, post, "Content-Length: 1000000000000\r\n"), &[413][..]),
        (
            "a body that is too long",
            {
                let body = " ".repeat(70_000);
                head(&world, post, &format!("Content-Length: {}\r\n", body.len())) + &body
            },
            &[413],
        ),
        (
            "a giant title",
            {
                let body = asking("AUTHENTICATION", &"a".repeat(60_000)).to_string();
                head(&world, post, &format!("Content-Length: {}\r\n", body.len())) + &body
            },
            &[400],
        ),
        ("a giant header", head(&world, post, &format!("X: {}\r\n", "a".repeat(60_000))), &[400, 431]),
        ("many headers", head(&world, post, &"X: a\r\n".repeat(500)), &[400, 431]),
        ("a foreign host", head(&world, post, "").replace(&world.shop.address, "rebound.example"), &[421]),
        ("a second host", head(&world, post, "Host: rebound.example\r\n"), &[400, 421]),
        ("a page's call", head(&world, post, "Origin: https://page.example\r\n"), &[403]),
        ("a second key", head(&world, post, &format!("Authorization: Bearer {}\r\n", world.bank.key)), &[401]),
        ("two lengths", head(&world, post, "Content-Length: 2\r\nContent-Length: 3\r\n") + "{}", &[400]),
        (
            "a length and chunks",
            head(&world, post, "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
            &[400],
        ),
        ("an unknown coding", head(&world, post, "Transfer-Encoding: gzip\r\n"), &[400, 501]),
        ("a null byte", head(&world, post, "X: a\0b\r\n"), &[400]),
        ("a giant path", head(&world, &format!("GET /{}", "a".repeat(60_000)), ""), &[400, 404, 414, 431]),
    ] {
        let status = exchange(&world, bytes.as_bytes());
        // Who sends on while the connection is closed may not get to hear why.
        let is_refused = status.map_or(bytes.len() > 16_000, |status| expected.contains(&status));
        assert!(is_refused, "{what}: {status:?}");
    }
    for title in ["", "a\u{202e}b", "two\nlines"] {
        let status = world.shop.create(&asking("AUTHENTICATION", title)).status;
        assert!(status == 400 || status == 200 && world.shown(title).is_empty(), "{title:?}: {status}");
    }
    is_well(&world, "After");
    let taken = peak_memory(&world).saturating_sub(before);
    assert!(taken < MOST_MEMORY, "{taken} bytes");
}

/// All of them beside each other: each waits for the end of the service's patience.
#[test]
fn whoever_is_slow_is_sent_away_and_takes_nobodys_place() {
    let world = World::new();
    is_well(&world, "Before");
    let before = peak_memory(&world);
    let slow_body = head(&world, "POST /v1/requests", "Content-Length: 65000\r\n");
    let begun: [Vec<u8>; 6] = [
        Vec::new(),
        b"POST /v1/requests HT".to_vec(),
        slow_body.clone().into_bytes(),
        (slow_body + &" ".repeat(60_000)).into_bytes(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        (head(&world, "POST /v1/requests", "Transfer-Encoding: chunked\r\n") + "ff\r\n").into_bytes(),
    ];
    let started = Instant::now();
    let mut slow: Vec<(usize, TcpStream)> = Vec::new();
    for number in 0..480 {
        let mut stream = TcpStream::connect(&world.shop.address).expect("it listens");
        let kind = number % begun.len();
        stream.write_all(&begun[kind]).expect("it reads");
        slow.push((kind, stream));
    }
    is_well(&world, "Meanwhile");
    for (kind, stream) in &mut slow {
        let status = status_of(stream);
        assert!(
            matches!((*kind, status), (2 | 3 | 5, Some(408)) | (0 | 1 | 4, None | Some(400 | 408))),
            "{kind}: {status:?}"
        );
    }
    assert!(started.elapsed() < CLOSED_WITHIN * 2, "{:?}", started.elapsed());
    is_well(&world, "After");
    let taken = peak_memory(&world).saturating_sub(before);
    println!("{} slow callers took {} KiB", slow.len(), taken / 1024);
    assert!(taken < MOST_MEMORY, "{taken} bytes");
}
