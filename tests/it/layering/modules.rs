//! Which module of the wallet may know which. Cargo holds crates apart; nothing but this holds modules apart.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use idw_journeys::repository;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item, UseTree};

/// What these may know of the wallet. All others may know what they like, as long as that makes no circle.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("records", &["plain", "stored"]),
    ("stored", &[]),
    ("store", &["clock", "problem", "records", "stored"]),
    ("caches", &["records", "store"]),
    ("digests", &["records", "store"]),
    ("view", &[]),
    ("problem", &[]),
    ("fault", &["explain", "problem"]),
];

/// The circles that were decided on. An account is a named one or a site's own, and a site is used with an account. A value
/// refers to documents, a document is listed with the values that use it, and both belong to a profile.
const CIRCLES: &[&[&str]] = &[&["accounts", "sites"], &["attributes", "documents", "profiles"]];

/// Implements a trait for every module's errors, so it may use all modules. They use only the trait.
const EXPLAINS: &str = "explain";

/// Protocols that have no folder yet. Those that have are found.
const PROTOCOLS_TO_COME: &[&str] = &["autheid", "webkyc", "openid"];

/// What can keep something in memory behind a shared reference.
const KEEPERS: &[&str] = &["Mutex", "RwLock", "OnceLock", "OnceCell", "RefCell", "Cell", "LazyLock", "LazyCell"];

#[test]
fn the_wallets_modules_keep_their_layers() {
    let faults = faults(&Sources::of_the_wallet());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Without this, a test that finds nothing could be one that looks at nothing.
#[test]
fn each_fault_of_layering_is_found() {
    let check = |file: &str, added: &str, expected: &str| {
        let mut sources = Sources::of_the_wallet();
        sources.add(file, added);
        let faults = faults(&sources);
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{file} with `{added}`: {faults:?}");
    };
    check("requests/want.rs", "use crate::protocols::Protocol;", "requests names `protocols`");
    check("requests/want.rs", "// as lws does it", "requests names the protocol `lws`");
    check("requests/want.rs", "use idw_lws::Client;", "requests names the protocol `lws`");
    check("requests/want.rs", "const X: &str = \"autheid\";", "requests names the protocol `autheid`");
    check("records/site.rs", "use crate::view::Purpose;", "records may not know view");
    check("records/site.rs", "fn x(_: crate::view::Purpose) {}", "records may not know view");
    check("store.rs", "use crate::attributes::Order;", "store may not know attributes");
    check("store.rs", "struct X { types: std::sync::OnceLock<u8> }", "store keeps a cache: OnceLock");
    check("store/readable.rs", "struct X(Mutex<Option<u8>>);", "store keeps a cache: Mutex");
    check("store.rs", "static X: Mutex<Vec<u8>> = Mutex::new(Vec::new());", "store keeps a cache");
    check("schemas.rs", "use crate::sites::SiteId;", "a new circle");
    check("schemas.rs", "use crate::SiteError;", "a new circle");
    check("asked.rs", "use super::requests::Want;", "a new circle");
    check("protocols/other/mod.rs", "use crate::protocols::lws::Lws;", "protocols/other names protocols/lws");
    check("protocols/other/mod.rs", "fn x() { super::lws::x() }", "protocols/other names protocols/lws");
}

/// What tests of modules do is their own affair, and comments are not code.
#[test]
fn what_is_no_knowledge_is_no_fault() {
    let check = |file: &str, added: &str| {
        let mut sources = Sources::of_the_wallet();
        sources.add(file, added);
        assert_eq!(faults(&sources), Vec::<String>::new(), "{file} with `{added}`");
    };
    check("records/site.rs", "#[cfg(test)] mod tests_of_x { use crate::view::Purpose; }");
    check("records/site.rs", "// see crate::view");
    check("store.rs", "struct X { guard: Mutex<()> }");
    check("sites/add.rs", "use crate::accounts::AccountError as X;");
}

/// The code of the wallet, by the path of each file in `src`.
struct Sources(BTreeMap<PathBuf, String>);

impl Sources {
    fn of_the_wallet() -> Self {
        let src = repository().join("crates/wallet/src");
        let mut found = BTreeMap::new();
        let mut folders = vec![src.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder of the wallet") {
                let path = entry.expect("an entry of it").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let name = path.strip_prefix(&src).expect("it is below the folder").to_owned();
                    found.insert(name, fs::read_to_string(&path).expect("a source file"));
                }
            }
        }
        Self(found)
    }

    fn add(&mut self, file: &str, code: &str) {
        let source = self.0.entry(PathBuf::from(file)).or_default();
        source.push('\n');
        source.push_str(code);
    }

    /// The folders below `protocols`.
    fn protocols(&self) -> BTreeSet<String> {
        let inside = self.0.keys().filter_map(|path| path.strip_prefix("protocols").ok());
        inside.filter(|path| path.components().count() > 1).map(first_name).collect()
    }

    fn of_folder<'a>(&'a self, module: &'a str) -> impl Iterator<Item = (&'a Path, &'a str)> {
        let is_of = move |path: &Path| path.starts_with(module) || path == Path::new(&format!("{module}.rs"));
        self.0.iter().filter(move |(path, _)| is_of(path)).map(|(path, source)| (path.as_path(), source.as_str()))
    }
}

fn first_name(path: &Path) -> String {
    path.components().next().map(|name| name.as_os_str().to_string_lossy().into_owned()).unwrap_or_default()
}

fn faults(sources: &Sources) -> Vec<String> {
    let graph = Graph::of(sources);
    let mut faults = named_in_requests(sources);
    for (module, known) in MAY_KNOW {
        let beyond = graph.known_to(module).filter(|other| !known.contains(other));
        faults.extend(beyond.map(|other| format!("{module} may not know {other}")));
    }
    let is_protocol = |module: &str| module.starts_with("protocols/");
    for (module, other) in graph.arrows().filter(|(module, other)| is_protocol(module) && is_protocol(other)) {
        faults.push(format!("{module} names {other}"));
    }
    faults.extend(caches_in_store(sources));
    let decided: Vec<BTreeSet<&str>> = CIRCLES.iter().map(|circle| circle.iter().copied().collect()).collect();
    for circle in graph.circles().into_iter().filter(|circle| !decided.contains(circle)) {
        faults.push(format!("a new circle: {circle:?}"));
    }
    faults
}

/// Protocols that the road names, be it in a comment.
fn named_in_requests(sources: &Sources) -> Vec<String> {
    let protocols: BTreeSet<String> =
        sources.protocols().into_iter().chain(PROTOCOLS_TO_COME.iter().map(ToString::to_string)).collect();
    let mut faults = Vec::new();
    for (path, source) in sources.of_folder("requests") {
        let words = source.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        let words: BTreeSet<String> = words.collect();
        let named = protocols.iter().filter(|protocol| words.contains(*protocol));
        faults.extend(named.map(|protocol| format!("requests names the protocol `{protocol}` ({})", path.display())));
        if paths(path, source).iter().any(|path| path.first().is_some_and(|name| name == "protocols")) {
            faults.push(format!("requests names `protocols` ({})", path.display()));
        }
    }
    faults
}

/// What the store keeps in memory of the vault's content.
fn caches_in_store(sources: &Sources) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, source) in sources.of_folder("store") {
        for item in code(source) {
            let kept: Vec<String> = match &item {
                Item::Struct(item) => item.fields.iter().map(|field| field.ty.to_token_stream().to_string()).collect(),
                Item::Static(item) => vec![item.ty.to_token_stream().to_string()],
                _ => Vec::new(),
            };
            for kept in kept {
                let words: Vec<&str> =
                    kept.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
                let keeps = words.iter().find(|word| KEEPERS.contains(word));
                // A lock around nothing keeps nothing.
                if let Some(keeper) = keeps.filter(|_| !kept.replace(' ', "").ends_with("Mutex<()>")) {
                    faults.push(format!("store keeps a cache: {keeper} ({})", path.display()));
                }
            }
        }
    }
    faults
}

/// Which module knows which.
struct Graph(BTreeMap<String, BTreeSet<String>>);

impl Graph {
    fn of(sources: &Sources) -> Self {
        let protocols = sources.protocols();
        let exported = exported_by_the_root(sources);
        let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (file, source) in &sources.0 {
            let own = module_path(file);
            if own.is_empty() || own.starts_with(&["protocols".to_owned(), "toy".to_owned()]) {
                continue;
            }
            let own = node(&own, &protocols);
            let modules = known.entry(own.clone()).or_default();
            for path in paths(file, source) {
                let root = path.first().cloned().unwrap_or_default();
                let other = exported.get(&root).cloned().unwrap_or_else(|| node(&path, &protocols));
                // A folder of protocols and what all of them share are one above the other.
                if other != own && !own.starts_with(&format!("{other}/")) {
                    modules.insert(other);
                }
            }
        }
        Self(known)
    }

    fn known_to<'a>(&'a self, module: &str) -> impl Iterator<Item = &'a str> {
        self.0.get(module).into_iter().flatten().map(String::as_str)
    }

    fn arrows(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(module, known)| known.iter().map(move |other| (module.as_str(), other.as_str())))
    }

    /// The sets of modules from each of which one gets to every other. A module that knows itself is none.
    fn circles(&self) -> Vec<BTreeSet<&str>> {
        let reach: BTreeMap<&str, BTreeSet<&str>> =
            self.0.keys().map(|module| (module.as_str(), self.reach(module))).collect();
        let reaches = |from: &str, to: &str| reach.get(from).is_some_and(|reached| reached.contains(to));
        let circle = |module: &'_ &str| -> BTreeSet<&str> {
            let is_in = |other: &&str| reaches(module, other) && reaches(other, module);
            reach.keys().copied().filter(is_in).collect()
        };
        let circles: BTreeSet<BTreeSet<&str>> = reach.keys().map(circle).collect();
        circles.into_iter().filter(|circle| circle.len() > 1).collect()
    }

    fn reach<'a>(&'a self, from: &'a str) -> BTreeSet<&'a str> {
        let mut reached = BTreeSet::new();
        let mut next = vec![from];
        while let Some(module) = next.pop() {
            if module == EXPLAINS {
                continue;
            }
            next.extend(self.known_to(module).filter(|other| reached.insert(*other)));
        }
        reached
    }
}

/// The module that a file is.
fn module_path(file: &Path) -> Vec<String> {
    let mut path: Vec<String> =
        file.with_extension("").components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    if path.last().is_some_and(|last| last == "mod" || last == "lib") {
        path.pop();
    }
    path
}

/// The part of the wallet that a path leads into: a module at the top, or a protocol.
fn node(path: &[String], protocols: &BTreeSet<String>) -> String {
    match path {
        [first, second, ..] if first == "protocols" && protocols.contains(second) => format!("{first}/{second}"),
        [first, ..] => first.clone(),
        [] => String::new(),
    }
}

/// Which module each name comes from that `lib.rs` hands on.
fn exported_by_the_root(sources: &Sources) -> BTreeMap<String, String> {
    let root = sources.0.get(Path::new("lib.rs")).map_or("", String::as_str);
    let mut exported = BTreeMap::new();
    for item in code(root) {
        if let Item::Use(item) = item
            && let UseTree::Path(tree) = &item.tree
        {
            for path in flat(&[], tree.tree.to_token_stream()) {
                exported.extend(path.last().map(|name| (name.clone(), tree.ident.to_string())));
            }
        }
    }
    exported
}

/// The items of a file, but for those that only its tests have.
fn code(source: &str) -> Vec<Item> {
    let file = syn::parse_file(source).unwrap_or_else(|error| panic!("{error} in {source}"));
    file.items.into_iter().filter(|item| !is_for_tests(item)).collect()
}

fn is_for_tests(item: &Item) -> bool {
    let attributes: &[Attribute] = match item {
        Item::Mod(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        _ => &[],
    };
    attributes.iter().any(|attribute| attribute.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]")
}

/// Every path in a file that begins at the root of the wallet, without that root.
fn paths(file: &Path, source: &str) -> Vec<Vec<String>> {
    let own = module_path(file);
    let tokens: TokenStream = code(source).iter().map(ToTokens::to_token_stream).collect();
    let mut found = Vec::new();
    collect(&own, tokens, &mut found);
    found
}

fn collect(own: &[String], tokens: TokenStream, found: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Group(group) => collect(own, group.stream(), found),
            TokenTree::Ident(ident) if ident == "crate" || ident == "super" => {
                let up = usize::from(ident == "super");
                let base = if up == 0 { &own[..0] } else { &own[..own.len().saturating_sub(up)] };
                let rest: TokenStream = tokens[at..].iter().cloned().collect();
                found.extend(flat(base, rest).into_iter().filter(|path| !path.is_empty()));
            }
            _ => {}
        }
    }
}

/// The paths behind `base`, as `::a::{b, c::d}` writes two of them; nothing where no path goes on.
fn flat(base: &[String], tokens: TokenStream) -> Vec<Vec<String>> {
    let mut path = base.to_vec();
    let mut tokens = tokens.into_iter().peekable();
    loop {
        while tokens.peek().is_some_and(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':')) {
            tokens.next();
        }
        match tokens.next() {
            Some(TokenTree::Ident(ident)) if ident == "super" => drop(path.pop()),
            Some(TokenTree::Ident(ident)) => path.push(ident.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                return branches(group.stream()).into_iter().flat_map(|branch| flat(&path, branch)).collect();
            }
            _ => return vec![path],
        }
        if !tokens.peek().is_some_and(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':')) {
            return vec![path];
        }
    }
}

/// What stands between the commas of a group.
fn branches(tokens: TokenStream) -> Vec<TokenStream> {
    let mut branches = vec![Vec::new()];
    for token in tokens {
        match (&token, branches.last_mut()) {
            (TokenTree::Punct(punct), _) if punct.as_char() == ',' => branches.push(Vec::new()),
            (_, Some(branch)) => branch.push(token),
            (_, None) => {}
        }
    }
    branches.into_iter().filter(|branch| !branch.is_empty()).map(|branch| branch.into_iter().collect()).collect()
}
