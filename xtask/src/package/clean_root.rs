//! A minimal Debian system: `debootstrap` makes it, programs run in it by `chroot`, and it is removed afterwards.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::command::{output, program, run, show};

/// Whoever starts the programs in there.
pub(crate) const USER: &str = "ada";
/// What programs in there find in their environment.
const ENVIRONMENT: [&str; 3] = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"];
/// How packages come through a proxy.
const PROXIES: [&str; 3] = ["http_proxy", "https_proxy", "no_proxy"];

/// The folder that is its root.
pub(crate) struct CleanRoot {
    folder: PathBuf,
    /// Where packages are kept that were downloaded, for the next run.
    cache: PathBuf,
}

impl CleanRoot {
    /// Makes a new one below `folder`. What was downloaded for an earlier one is taken again.
    pub(crate) fn make(folder: &Path) -> Result<Self> {
        if output(program("id", ["-u"])).as_deref() != Some("0") {
            bail!("only root can make a system to install the package in: run this as root");
        }
        let root = Self { folder: folder.join("root"), cache: folder.join("packages") };
        fs::create_dir_all(&root.cache).with_context(|| format!("making {}", root.cache.display()))?;
        let base = root.base(folder)?;
        root.remove()?;
        fs::create_dir_all(&root.folder)?;
        unpack(&base, &root.folder)?;
        root.prepare()?;
        Ok(root)
    }

    /// An archive of the system as `debootstrap` makes it, of the release that this machine has.
    fn base(&self, folder: &Path) -> Result<PathBuf> {
        let release = codename()?;
        let archive = folder.join(format!("{release}.tar"));
        if archive.is_file() {
            return Ok(archive);
        }
        self.remove()?;
        let mut bootstrap = program("debootstrap", ["--variant=minbase", &release]);
        bootstrap.arg(&self.folder).arg(mirror(&release)?).stdout(Stdio::null());
        run(bootstrap)?;
        // Under its name only when it is whole.
        let part = archive.with_extension("part");
        let mut pack = program("tar", ["--create", "--numeric-owner", "--file"]);
        pack.arg(&part).arg("--directory").arg(&self.folder).arg(".");
        run(pack)?;
        fs::rename(&part, &archive).with_context(|| format!("renaming {}", part.display()))?;
        Ok(archive)
    }

    /// The network as this machine has it, no services, and a user.
    fn prepare(&self) -> Result<()> {
        for name in ["etc/resolv.conf", "etc/hosts"] {
            fs::copy(Path::new("/").join(name), self.path(name)).with_context(|| format!("copying /{name}"))?;
        }
        self.write("etc/apt/sources.list", &sources(&codename()?)?)?;
        self.write("usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n")?;
        run(program("chmod", ["+x".as_ref(), self.path("usr/sbin/policy-rc.d").as_os_str()]))?;
        copy_packages(&self.cache, &self.path("var/cache/apt/archives"))?;
        self.run(&["useradd", "--create-home", "--shell", "/bin/sh", USER])?;
        self.run(&["apt-get", "update", "--quiet"])
    }

    /// Installs packages by name, or by a path in there that begins with a dot.
    pub(crate) fn install(&self, packages: &[&str]) -> Result<()> {
        let install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends"];
        self.run(&[&install[..], packages].concat())?;
        copy_packages(&self.path("var/cache/apt/archives"), &self.cache)
    }

    /// A file or folder in there.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) -> Result<()> {
        fs::write(self.path(path), text).with_context(|| format!("writing /{path}"))
    }

    /// Runs a program in there as root, to its end.
    pub(crate) fn run(&self, words: &[&str]) -> Result<()> {
        let mut command = self.command(words);
        command.stdout(Stdio::null());
        run(command)
    }

    /// A program in there, in separate namespaces: whatever it starts ends with it, and nothing stays mounted.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = program("unshare", ["--mount", "--pid", "--fork", "--kill-child"]);
        command.arg(format!("--mount-proc={}", self.path("proc").display()));
        command.arg("chroot").arg(&self.folder).args(["env", "-i"]).args(ENVIRONMENT).arg("HOME=/root");
        for name in PROXIES {
            if let Ok(value) = std::env::var(name) {
                command.arg(format!("{name}={value}"));
            }
        }
        command.args(words);
        command
    }

    /// The same as the user, at home there.
    pub(crate) fn command_of_user(&self, words: &[&str]) -> Command {
        let home = format!("HOME=/home/{USER}");
        self.command(&[&["runuser", "--user", USER, "--", "env", &home][..], words].concat())
    }

    /// Runs a program as the user; it must end with this code. Gives what it said, on both outputs.
    pub(crate) fn user_gets(&self, code: i32, words: &[&str]) -> Result<String> {
        let mut command = self.command_of_user(words);
        let ended = command.output().with_context(|| format!("starting {}", show(&command)))?;
        let said = [ended.stdout, ended.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        if ended.status.code() != Some(code) {
            bail!("`{}` ended with {} and not with {code}:\n{said}", words.join(" "), ended.status);
        }
        Ok(said)
    }

    /// The files and folders whose names are wanted, except for those below the folders that are left out.
    pub(crate) fn named(&self, is_wanted: impl Fn(&str) -> bool, left_out: &[&str]) -> Result<Vec<String>> {
        let (mut found, mut folders) = (Vec::new(), vec![self.folder.clone()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
                let entry = entry?;
                let path = entry.path();
                let within = path.strip_prefix(&self.folder).unwrap_or(&path).display().to_string();
                if left_out.contains(&within.as_str()) {
                    continue;
                }
                if is_wanted(&entry.file_name().to_string_lossy()) {
                    found.push(within);
                }
                if entry.file_type()?.is_dir() {
                    folders.push(path);
                }
            }
        }
        found.sort();
        Ok(found)
    }

    fn remove(&self) -> Result<()> {
        match fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("removing {}", self.folder.display()))
            }
            _ => Ok(()),
        }
    }
}

impl Drop for CleanRoot {
    fn drop(&mut self) {
        if let Err(error) = self.remove() {
            eprintln!("xtask: {error:#}");
        }
    }
}

/// A program that runs until this is dropped.
pub(crate) struct Running(Child);

impl Running {
    pub(crate) fn start(mut command: Command) -> Result<Self> {
        command.stdout(Stdio::null());
        let shown = show(&command);
        Ok(Self(command.spawn().with_context(|| format!("`{shown}` could not be started"))?))
    }

    /// That it has ended by itself is an error.
    pub(crate) fn must_run(&mut self) -> Result<()> {
        match self.0.try_wait().context("looking whether a program still runs")? {
            None => Ok(()),
            Some(status) => bail!("it has ended ({status})"),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only where it has ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn unpack(archive: &Path, folder: &Path) -> Result<()> {
    let mut unpack = program("tar", ["--extract", "--numeric-owner", "--same-permissions", "--file"]);
    unpack.arg(archive).arg("--directory").arg(folder);
    run(unpack)
}

fn copy_packages(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let path = entry?.path();
        let is_package = path.extension().is_some_and(|extension| extension == "deb");
        let Some(name) = path.file_name().filter(|_| is_package) else { continue };
        fs::copy(&path, to.join(name)).with_context(|| format!("copying {}", path.display()))?;
    }
    Ok(())
}

/// The name of this machine's release, as `bookworm`: the programs need libraries of these versions.
fn codename() -> Result<String> {
    let text = fs::read_to_string("/etc/os-release").context("reading /etc/os-release")?;
    let name = text.lines().find_map(|line| line.strip_prefix("VERSION_CODENAME="));
    name.map(|name| name.trim_matches('"').to_owned()).context("this is not a release of Debian or its kin")
}

/// Where apt gets the packages of this release from.
fn mirror(release: &str) -> Result<String> {
    let wanted = |line: &str| {
        let (suite, site) = line.split_once(' ')?;
        (suite == release).then(|| site.to_owned())
    };
    index("$(RELEASE) $(SITE)")?.lines().find_map(wanted).with_context(|| format!("apt knows no source for {release}"))
}

/// The same sources for apt, as far as they are the distribution's.
fn sources(release: &str) -> Result<String> {
    let index = index("$(RELEASE) $(SITE) $(COMPONENT)")?;
    let mut lines: Vec<String> = index
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            let (suite, site, component) = (words.next()?, words.next()?, words.next()?);
            suite.starts_with(release).then(|| format!("deb {site} {suite} {component}\n"))
        })
        .collect();
    lines.sort();
    lines.dedup();
    Ok(lines.concat())
}

fn index(format: &str) -> Result<String> {
    let listed = output(program("apt-get", ["indextargets", "--format", format, "Created-By: Packages"]));
    listed.context("apt does not list its sources")
}
