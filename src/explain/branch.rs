//! A tree of lines, and how it is drawn.

/// A line and what stands under it.
pub(crate) struct Branch {
    /// What is said.
    pub(crate) line: String,
    /// What stands under it.
    pub(crate) under: Vec<Branch>,
}

impl Branch {
    pub(crate) fn leaf(line: String) -> Self {
        Self { line, under: Vec::new() }
    }

    /// The tree, drawn.
    pub(crate) fn drawn(&self) -> String {
        let mut text = format!("{}\n", self.line);
        draw(&self.under, "", &mut text);
        text
    }
}

fn draw(branches: &[Branch], before: &str, text: &mut String) {
    for (index, branch) in branches.iter().enumerate() {
        let is_last = index + 1 == branches.len();
        let (sign, rest) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        text.extend([before, sign, &branch.line, "\n"]);
        draw(&branch.under, &format!("{before}{rest}"), text);
    }
}
