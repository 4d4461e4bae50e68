//! The window as assistive technology reads it: over AT-SPI, on a bus of its own.

use crate::Outcome;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use zbus::message::Message;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue};
use zbus::{Connection, connection};

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
const RUNTIME: &str = "XDG_RUNTIME_DIR";

/// A session bus that only the program under test and its reader are on;
/// ended when dropped.
pub struct Bus {
    process: Child,
    address: String,
    /// Sockets of the accessibility bus.
    folder: TempDir,
}

impl Bus {
    /// Starts one. The accessibility bus is started by whoever asks for it.
    ///
    /// # Errors
    /// There is no dbus-daemon.
    pub fn start() -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let mut process = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .env(RUNTIME, folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("dbus-daemon: {error}"))?;
        let mut address = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut address)?;
        }
        let address = address.trim().to_owned();
        Ok(Self {
            process,
            address,
            folder,
        })
    }

    /// What tells a program of the bus.
    #[must_use]
    pub fn environment(&self) -> Vec<(&'static str, OsString)> {
        vec![
            ("DBUS_SESSION_BUS_ADDRESS", self.address.clone().into()),
            (RUNTIME, self.folder.path().into()),
        ]
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Who has something, and under which path.
type Object = (String, OwnedObjectPath);

/// Something that reads the window out.
pub struct Reader {
    runtime: Runtime,
    connection: Connection,
}

impl Reader {
    /// Goes on the accessibility bus that belongs to a session bus.
    ///
    /// # Errors
    /// AT-SPI is not installed.
    pub fn new(bus: &Bus) -> Outcome<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let connection = runtime.block_on(async {
            let session = connection::Builder::address(bus.address.as_str())?
                .build()
                .await?;
            let (name, path) = ("org.a11y.Bus", "/org/a11y/bus");
            let answer = session
                .call_method(Some(name), path, Some(name), "GetAddress", &())
                .await?;
            let address: String = answer.body().deserialize()?;
            connection::Builder::address(address.as_str())?
                .build()
                .await
        })?;
        Ok(Self {
            runtime,
            connection,
        })
    }

    /// What everything in all windows is called, in the order in which it is read.
    ///
    /// # Errors
    /// The accessibility bus is gone.
    pub fn all(&self) -> Outcome<Vec<String>> {
        self.runtime.block_on(async {
            let root = "/org/a11y/atspi/accessible/root";
            let root = OwnedObjectPath::try_from(root)?;
            let mut open = vec![("org.a11y.atspi.Registry".to_owned(), root)];
            let mut heard = Vec::new();
            while let Some((owner, path)) = open.pop() {
                // What was there a moment ago may be gone.
                let Ok((one, mut children)) = self.one(&owner, &path).await else {
                    continue;
                };
                heard.push(one);
                children.reverse();
                open.extend(children);
            }
            Ok(heard)
        })
    }

    async fn one(
        &self,
        owner: &str,
        path: &OwnedObjectPath,
    ) -> zbus::Result<(String, Vec<Object>)> {
        let name = String::try_from(self.property(owner, path, "Name").await?)?;
        let children = self
            .ask(owner, path, ACCESSIBLE, "GetChildren", &())
            .await?;
        let mut children: Vec<Object> = children.body().deserialize()?;
        if children.is_empty() {
            // GTK leaves out the page, which another process shows in its frame.
            let count = i32::try_from(self.property(owner, path, "ChildCount").await?)?;
            for index in 0..count {
                let child = self
                    .ask(owner, path, ACCESSIBLE, "GetChildAtIndex", &index)
                    .await?;
                children.push(child.body().deserialize()?);
            }
        }
        Ok((name, children))
    }

    async fn property(
        &self,
        owner: &str,
        path: &OwnedObjectPath,
        name: &str,
    ) -> zbus::Result<OwnedValue> {
        let answer = self
            .ask(owner, path, PROPERTIES, "Get", &(ACCESSIBLE, name))
            .await?;
        answer.body().deserialize()
    }

    async fn ask<B>(
        &self,
        owner: &str,
        path: &OwnedObjectPath,
        interface: &str,
        method: &str,
        body: &B,
    ) -> zbus::Result<Message>
    where
        B: serde::Serialize + DynamicType + Sync,
    {
        self.connection
            .call_method(Some(owner), path, Some(interface), method, body)
            .await
    }
}
