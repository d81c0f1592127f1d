//! The system packages, by system, and which of them are missing.

use crate::setup::Purpose;

/// What one system calls the packages; a package is in `tests` when only the tests and the
/// benchmark need it, in `bench` when only the benchmark does.
pub struct Packages {
    build: &'static [&'static str],
    tests: &'static [&'static str],
    bench: &'static [&'static str],
    /// The command that installs them, without their names.
    install: &'static str,
}

// Debian: a compiler and linker; cmake and nasm for turbojpeg; libcrypto for encrypted cases;
// WebKitGTK for the window.
// Tests: the real window is driven through WebKitWebDriver under Xvfb (dbus and at-spi2-core so
// that GTK finds its services); pdfsig, pdftotext and pdfinfo are poppler's, the second opinion
// on every dossier, with mutool, OpenSSL and pyHanko (Python); a key store of the desktop for the
// seal's key; sqlite3 takes things out of a case; LibreOffice recalculates the workbook. Benchmark:
// what it compares with.
const DEBIAN: Packages = Packages {
    build: &[
        "build-essential",
        "cmake",
        "nasm",
        "pkg-config",
        "libssl-dev",
        "libwebkit2gtk-4.1-dev",
    ],
    tests: &[
        "webkit2gtk-driver",
        "xvfb",
        "xauth",
        "dbus",
        "dbus-x11",
        "at-spi2-core",
        "poppler-utils",
        "sqlite3",
        "mupdf-tools",
        "openssl",
        "python3-venv",
        "gnome-keyring",
        "libreoffice-calc",
    ],
    bench: &["libvips-tools"],
    install: "apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300",
};

// Fedora moves the driver between packages, so it is asked for by its path.
const FEDORA: Packages = Packages {
    build: &[
        "gcc-c++",
        "make",
        "cmake",
        "nasm",
        "pkgconf-pkg-config",
        "openssl-devel",
        "webkit2gtk4.1-devel",
    ],
    tests: &[
        "/usr/bin/WebKitWebDriver",
        "xorg-x11-server-Xvfb",
        "xorg-x11-xauth",
        "dbus-x11",
        "at-spi2-core",
        "poppler-utils",
        "sqlite",
        "mupdf",
        "openssl",
        "python3",
        "gnome-keyring",
        "libreoffice-calc",
    ],
    bench: &["vips-tools"],
    install: "dnf install",
};

// Arch ships the driver with WebKitGTK itself, and LibreOffice in two packages that exclude each
// other: the test that recalculates a workbook says where it is missing.
const ARCH: Packages = Packages {
    build: &["base-devel", "cmake", "nasm", "pkgconf", "openssl", "webkit2gtk-4.1"],
    tests: &[
        "xorg-server-xvfb",
        "xorg-xauth",
        "dbus",
        "at-spi2-core",
        "poppler",
        "mupdf-tools",
        "python",
        "gnome-keyring",
        "sqlite",
    ],
    bench: &["libvips"],
    install: "pacman -S --needed",
};

/// A system that Lisuan is built on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// Debian, Ubuntu and what is made from them: missing packages are installed.
    Debian,
    /// Fedora and its kin.
    Fedora,
    /// Arch and its kin.
    Arch,
    /// macOS with Homebrew.
    MacOs,
    /// Windows with the MSVC tool chain.
    Windows,
    /// Something else.
    Other,
}

impl System {
    /// Reads the system from the text of `/etc/os-release`.
    pub fn from_os_release(text: &str) -> Self {
        let value = |key: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
                .map(|value| value.trim_matches(['"', '\'']).to_ascii_lowercase())
                .unwrap_or_default()
        };
        let names = format!("{} {}", value("ID"), value("ID_LIKE"));
        for name in names.split_whitespace() {
            match name {
                "debian" | "ubuntu" => return Self::Debian,
                "fedora" | "rhel" => return Self::Fedora,
                "arch" => return Self::Arch,
                _ => {}
            }
        }
        Self::Other
    }

    /// The packages of a Linux system whose names are known.
    pub fn packages(self) -> Option<&'static Packages> {
        match self {
            Self::Debian => Some(&DEBIAN),
            Self::Fedora => Some(&FEDORA),
            Self::Arch => Some(&ARCH),
            Self::MacOs | Self::Windows | Self::Other => None,
        }
    }

    /// How a person installs what is needed on a system without such a list.
    pub fn advice(self) -> &'static str {
        match self {
            Self::MacOs => {
                "Install the command line tools, CMake and NASM:\n  xcode-select --install\n  brew install cmake nasm"
            }
            Self::Windows => {
                "Install the Visual Studio C++ build tools, CMake and NASM, and open a new terminal:\n  winget install Microsoft.VisualStudio.2022.BuildTools Kitware.CMake NASM.NASM\nThe window needs the WebView2 runtime, which Windows 11 has."
            }
            _ => {
                "Install a C and C++ compiler, CMake, NASM, pkg-config and the development files of WebKitGTK 4.1; for the tests also WebKitWebDriver, Xvfb, dbus, at-spi2-core, poppler's pdfsig and pdftotext, mutool, OpenSSL, Python with venv, gnome-keyring, sqlite3, and LibreOffice Calc."
            }
        }
    }
}

impl Packages {
    /// What has to be there for a purpose.
    pub fn needed(&self, purpose: Purpose) -> Vec<&'static str> {
        let lists: &[&[&str]] = match purpose {
            Purpose::Run => &[self.build],
            Purpose::Test => &[self.build, self.tests],
            Purpose::Bench => &[self.build, self.tests, self.bench],
        };
        lists.concat()
    }

    /// The command that installs `names`, as a person would type it.
    pub fn install_command(&self, names: &[&str]) -> String {
        format!("{} {}", self.install, names.join(" "))
    }
}

/// The packages of `needed` that `dpkg-query -W -f '${Package} ${db:Status-Status}\n'` does not
/// report as installed; a removed package whose settings were kept counts as missing.
pub fn missing_by_dpkg<'a>(needed: &[&'a str], report: &str) -> Vec<&'a str> {
    let installed = |name: &str| {
        report.lines().any(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some(name) && words.next() == Some("installed")
        })
    };
    needed.iter().copied().filter(|name| !installed(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_known_by_their_release_file() {
        let read = System::from_os_release;
        assert_eq!(read("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n"), System::Debian);
        assert_eq!(read("ID=ubuntu\nID_LIKE=debian\n"), System::Debian);
        assert_eq!(read("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), System::Debian);
        assert_eq!(read("ID='rocky'\nID_LIKE=\"rhel centos fedora\"\n"), System::Fedora);
        assert_eq!(read("ID=manjaro\nID_LIKE=arch\n"), System::Arch);
        assert_eq!(read("ID=nixos\n"), System::Other);
        assert_eq!(read("VERSION_ID=debian\n"), System::Other, "only ID and ID_LIKE count");
        assert_eq!(read(""), System::Other);
    }

    #[test]
    fn only_installed_packages_count_as_there() {
        let report =
            "cmake installed\nnasm config-files\nxvfb not-installed\ncmake-data installed\n";
        assert_eq!(
            missing_by_dpkg(&["cmake", "nasm", "xvfb", "xauth", "cmake-da"], report),
            ["nasm", "xvfb", "xauth", "cmake-da"],
            "a removed, an unknown, a never seen and a half-named package are missing"
        );
    }

    #[test]
    fn building_needs_less_than_testing_and_that_less_than_measuring() {
        for packages in [&DEBIAN, &FEDORA, &ARCH] {
            let build = packages.needed(Purpose::Run);
            let tests = packages.needed(Purpose::Test);
            let all = packages.needed(Purpose::Bench);
            assert!(build.len() < tests.len(), "the tests need more");
            assert!(tests.starts_with(&build), "and everything that building needs");
            assert!(tests.len() < all.len(), "the benchmark needs more");
            assert!(all.starts_with(&tests), "and everything that the tests need");
            let mut once = all.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), all.len(), "no package is listed twice");
        }
        assert!(!DEBIAN.needed(Purpose::Run).contains(&"xvfb"), "running needs no second display");
    }

    #[test]
    fn the_command_is_one_a_person_can_type() {
        assert_eq!(
            DEBIAN.install_command(&["cmake", "nasm"]),
            "apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 cmake nasm"
        );
    }
}
