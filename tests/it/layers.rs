//! The layers of the program: a module imports only from modules below it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The modules from the bottom to the top. A new module gets a place here, and a row in
/// ARCHITECTURE.md.
const ORDER: [&str; 41] = [
    "visible",
    "span",
    "characters",
    "csv_rows",
    "digest",
    "program",
    "diagnostic",
    "codes",
    "nearest",
    "scalar",
    "error",
    "fix",
    "source",
    "write",
    "limits",
    "model",
    "verify",
    "fonts",
    "load",
    "resolve",
    "compute",
    "printed",
    "copies",
    "render",
    "issue",
    "check",
    "messages",
    "compile",
    "pipeline",
    "diff",
    "explain",
    "register",
    "tasks",
    "schema",
    "starter",
    "project",
    "build",
    "lsp",
    "preview",
    "cli",
    "main",
];

/// The longest function, in lines with its signature.
const LONGEST: usize = 60;

#[test]
fn a_module_imports_only_from_modules_below_it() {
    let order = format!("from the bottom to the top: {}\n", ORDER.join(" "));
    std::io::Write::write_all(&mut std::io::stdout(), order.as_bytes()).unwrap();
    let place = |module: &str| ORDER.iter().position(|known| *known == module);
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let own = module_of(&file);
        if own == "lib" {
            continue;
        }
        let Some(own_place) = place(&own) else {
            wrong.push(format!("{}: `{own}` has no place in ORDER", file.display()));
            continue;
        };
        for module in imports(&text) {
            match place(&module) {
                Some(other) if other <= own_place => {}
                Some(_) => wrong.push(format!("{}: `{own}` uses `{module}`", file.display())),
                None => wrong.push(format!("{}: `{module}` is no module", file.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_order_and_every_module_stand_in_the_architecture() {
    let text = std::fs::read_to_string("ARCHITECTURE.md").unwrap();
    let order = ORDER.map(|module| format!("`{module}`")).join(" ");
    assert!(text.contains(&order), "ARCHITECTURE.md lacks this line:\n{order}");
    let table = text.split("## Modules and what they promise").nth(1).unwrap_or_default();
    let heads: Vec<&str> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split(" | ").next())
        .flat_map(|head| head.split(", "))
        .map(|name| name.trim_matches('`'))
        .collect();
    let missing = ORDER.iter().filter(|module| !heads.contains(module) && **module != "main");
    let missing: Vec<_> = missing.collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md has no row for {missing:?}");
}

#[test]
fn the_library_names_every_module_once() {
    let text = std::fs::read_to_string("src/lib.rs").unwrap();
    let named: BTreeSet<&str> = text
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "))
        .map(|module| module.trim_end_matches(';'))
        .collect();
    let known: BTreeSet<&str> = ORDER.into_iter().filter(|module| *module != "main").collect();
    assert_eq!(named, known);
}

#[test]
fn no_function_is_longer_than_a_screen() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        for (name, length) in functions(&text) {
            if length > LONGEST {
                wrong.push(format!("{}: `{name}` has {length} lines", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_unwrapped() {
    let unwraps = sources().into_iter().filter(|(_, text)| text.contains(".unwrap()"));
    let wrong: Vec<_> = unwraps.map(|(file, _)| file.display().to_string()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every source file, without comments and without its own tests.
fn sources() -> Vec<(PathBuf, String)> {
    let files = walkdir::WalkDir::new("src").sort_by_file_name().into_iter();
    files
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| !path.ends_with("tests.rs"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            (path, lines.collect::<Vec<_>>().join("\n"))
        })
        .collect()
}

/// The top-level module of a file.
fn module_of(file: &Path) -> String {
    let first = file.strip_prefix("src").unwrap().iter().next().unwrap();
    first.to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The top-level modules that a text names behind `crate::`.
fn imports(text: &str) -> BTreeSet<String> {
    let word = |text: &str| {
        let end = text.find(|sign: char| !sign.is_alphanumeric() && sign != '_');
        text[..end.unwrap_or(text.len())].to_owned()
    };
    let mut found = BTreeSet::new();
    for after in text.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => _ = found.insert(word(after)),
            Some(list) => found.extend(heads(list).into_iter().map(word)),
        }
    }
    found
}

/// What stands first in each part of a list in braces.
fn heads(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut heads) = (0, 0, Vec::new());
    for (at, sign) in list.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.push(list[start..at].trim());
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

/// The functions of a text, which rustfmt has set, and how long they are.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let head = line.trim_start();
        let before = head.split("fn ").next().unwrap_or_default();
        let is_function = head.contains("fn ")
            && before.split_whitespace().all(|word| word.starts_with("pub") || word == "const");
        if !is_function {
            continue;
        }
        let name = head.split("fn ").nth(1).unwrap_or_default();
        let name = name.split(['(', '<']).next().unwrap_or_default().to_owned();
        let end = format!("{}}}", " ".repeat(indent));
        let one_line = head.ends_with('}') || head.ends_with(';');
        let length = lines[start..].iter().position(|line| *line == end).map_or(1, |at| at + 1);
        found.push((name, if one_line { 1 } else { length }));
    }
    found
}
