//! What git says of the folder of a project.

use std::path::Path;
use std::process::Stdio;

use crate::source::git;

/// The work tree of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WorkTree {
    /// As it was committed.
    Clean,
    /// These files are other than committed, or not committed at all.
    Dirty(Vec<String>),
    /// None: the folder is in no repository.
    None,
    /// There is no program git.
    NoGit,
}

/// The work tree that `project` is in, as far as it is below that folder.
#[must_use]
pub(crate) fn work_tree(project: &Path) -> WorkTree {
    let asked = ["status", "--porcelain", "-z", "--untracked-files=all", "."];
    let mut git = git::command(project, &asked);
    // Called by a hook of another repository, these would lead there.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        git.env_remove(variable);
    }
    git.stdin(Stdio::null());
    match git.output() {
        Err(_) => WorkTree::NoGit,
        Ok(output) if !output.status.success() => WorkTree::None,
        Ok(output) => {
            let files = changed(&String::from_utf8_lossy(&output.stdout));
            if files.is_empty() { WorkTree::Clean } else { WorkTree::Dirty(files) }
        }
    }
}

/// The files of `git status --porcelain -z`: two letters, a space, a path, a zero; of what was
/// renamed the old path follows.
fn changed(said: &str) -> Vec<String> {
    let mut files = Vec::new();
    let mut entries = said.split('\0');
    while let Some(entry) = entries.next() {
        let Some((letters, path)) = entry.split_at_checked(3) else { continue };
        files.push(path.to_owned());
        if letters.contains(['R', 'C']) {
            entries.next();
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_with_blanks_and_renames() {
        let said = " M data/a b.yaml\0R  data/c.yaml\0data/old.yaml\0?? issued.yaml\0";
        assert_eq!(changed(said), ["data/a b.yaml", "data/c.yaml", "issued.yaml"]);
        assert!(changed("").is_empty());
    }
}
