//! The files of generated crates.

use std::fs;
use std::io;
use std::path::Path;

use super::Workspace;
use crate::generate::{Schema, Side};

impl Workspace {
    /// Writes the crates into a folder under `target/bench-compile` of the workspace at `root`. `copy` tells several
    /// copies of the same crates apart.
    ///
    /// # Errors
    ///
    /// Where a file cannot be written.
    pub fn write(
        root: &Path,
        schema: &Schema,
        types: usize,
        side: Side,
        copy: &str,
    ) -> io::Result<Self> {
        let name = format!("{}-{types}{copy}", side.short());
        let bench = root.join("target/bench-compile");
        let workspace = Workspace {
            dir: bench.join(&name),
            target: bench.join("target"),
            types: format!("types-{name}"),
            app: format!("app-{name}"),
        };
        let dependencies = dependencies(root, side);
        let lib = schema.types(side);
        workspace.write_crate(&workspace.types, "src/lib.rs", &lib, &dependencies)?;
        let main = schema.app(side, &workspace.types.replace('-', "_"));
        let dependencies = format!(
            "{dependencies}{0} = {{ path = \"../{0}\" }}\n",
            workspace.types
        );
        workspace.write_crate(&workspace.app, "src/main.rs", &main, &dependencies)?;
        workspace.write_root(root)?;
        Ok(workspace)
    }

    fn write_crate(
        &self,
        name: &str,
        file: &str,
        text: &str,
        dependencies: &str,
    ) -> io::Result<()> {
        let dir = self.dir.join(name);
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
        );
        fs::create_dir_all(dir.join("src"))?;
        write_changed(&dir.join("Cargo.toml"), &manifest)?;
        write_changed(&dir.join(file), text)
    }

    fn write_root(&self, root: &Path) -> io::Result<()> {
        let members = format!("members = [\"{}\", \"{}\"]", self.types, self.app);
        let manifest = format!("[workspace]\nresolver = \"3\"\n{members}\n");
        write_changed(&self.dir.join("Cargo.toml"), &manifest)?;
        let lock = root.join("Cargo.lock");
        match lock.exists() {
            // The versions that the workspace itself is tested with; cargo drops what is not needed.
            true => fs::copy(lock, self.dir.join("Cargo.lock")).map(drop),
            false => Ok(()),
        }
    }
}

/// Writes a file where it is not so already: cargo builds again what is newer.
fn write_changed(file: &Path, text: &str) -> io::Result<()> {
    match fs::read(file) {
        Ok(old) if old == text.as_bytes() => Ok(()),
        _ => fs::write(file, text),
    }
}

/// Versions of others are given here, and not in this workspace: they are fetched where somebody asks for these sides.
fn dependencies(root: &Path, side: Side) -> String {
    let serde = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";
    match side {
        Side::Serde => serde.to_owned(),
        Side::Ours => format!(
            "api-object = {{ path = \"{}\" }}\n",
            root.join("runtime").display()
        ),
        Side::Crowd => format!("{serde}{CROWD}"),
        Side::Miniserde => "miniserde = \"0.1.46\"\n".to_owned(),
    }
}

const CROWD: &str = "\
bon = \"3.10\"
derive-getters = \"0.5\"
garde = { version = \"0.23\", features = [\"derive\"] }
strum = { version = \"0.28\", features = [\"derive\"] }
";
