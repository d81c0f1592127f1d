//! The evidence matrix: each loss line by what has to be proved of it, and what proves it.

use lisuan_core::corroboration::{Support, matrix};

use crate::App;
use crate::called::called;
use crate::error::Result;
use crate::session::Session;
use crate::wire::{MatrixLine, MatrixView, SourceView};

impl App {
    /// What supports each loss line of the open case.
    pub fn matrix(&self) -> Result<MatrixView> {
        self.with_session(|session| {
            let support = matrix(&session.case, &session.assessment());
            let ready = support.iter().filter(|line| line.is_ready()).count();
            let lines = support.iter().map(|support| line(session, support)).collect();
            Ok(MatrixView { lines, ready: ready as u64 })
        })
    }
}

fn line(session: &Session, support: &Support) -> MatrixLine {
    let source = |source: &lisuan_core::corroboration::Source| SourceView {
        kind: source.kind.as_str().to_owned(),
        id: source.id.to_string(),
        sort: source.sort.to_owned(),
        name: called(&session.state, source.kind, source.id),
        author: source.author.clone(),
    };
    MatrixLine {
        line: support.line.to_string(),
        scores: support.scores().to_vec(),
        ready: support.is_ready(),
        strong: support.is_strong(),
        sources: support.facets.iter().map(|list| list.iter().map(source).collect()).collect(),
    }
}
