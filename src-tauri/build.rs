//! Embeds the built interface, which must be there.

fn main() {
    let interface = std::path::Path::new("../ui/dist/index.html");
    println!("cargo:rerun-if-changed=../ui/dist");
    assert!(
        interface.exists(),
        "ui/dist is not built: run `cargo xtask run`, or `npm --prefix ui ci` and `npm --prefix ui run build`"
    );
    let commands = tauri_build::AppManifest::new().commands(&["call"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
