//! Content and themes are built into the program: a new file there means a new program.

fn main() {
    println!("cargo:rerun-if-changed=content");
    println!("cargo:rerun-if-changed=themes");
}
