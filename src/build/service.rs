//! What a worker does with one directive after the other.

use std::io;
use std::time::Instant;

use super::fingerprint::Fingerprint;
use super::settings::{BuildSettings, Emit};
use super::wire::{self, CopiesReply, CopyReply, Job, Ready, Reply};
use crate::check::numbers::Numbers;
use crate::copies;
use crate::diagnostic::Report;
use crate::diff::stored_figures::Figures;
use crate::digest::Digest;
use crate::error::{Error, catch};
use crate::messages::stored::StoredFinding;
use crate::model::copies::Print;
use crate::pipeline::{self, Built, Examined, RenderContext};
use crate::printed::Document;
use crate::project::Project;
use crate::project::file::Inputs;
use crate::source::Sources;
use crate::source::disk;

/// All that the directives of a worker share.
pub(super) struct WorkerService<'a> {
    make: &'a BuildSettings,
    project: &'a Project,
    context: RenderContext<'a>,
}

impl<'a> WorkerService<'a> {
    pub(super) fn new(
        make: &'a BuildSettings,
        project: &'a Project,
        context: RenderContext<'a>,
    ) -> Self {
        Self { make, project, context }
    }

    /// Says by what it works, then answers each job.
    pub(super) fn serve(
        &self,
        fingerprint: Fingerprint,
        jobs: impl Iterator<Item = Job>,
        stdout: &mut impl io::Write,
    ) -> io::Result<()> {
        wire::send_value(stdout, &Ready::By(fingerprint)).and_then(|()| stdout.flush())?;
        for job in jobs {
            self.answer(&job, stdout)?;
        }
        Ok(())
    }

    fn answer(&self, job: &Job, stdout: &mut impl io::Write) -> io::Result<()> {
        let mut work = Work::new(self.project);
        let mut copies = Ok(());
        // What a panic leaves behind is not looked at again but for its findings.
        let built = catch(|| {
            self.one(job, &mut work, &mut |reply, files| {
                if copies.is_ok() {
                    copies = self.send(reply, files, stdout);
                }
            })
        });
        copies?;
        let Work { sources, report, read, mut reply, .. } = work;
        reply.is_broken = built.is_err();
        reply.inputs = read.found.into_inner();
        let stored = |finding| StoredFinding::of(finding, &sources);
        reply.findings = report.sorted().into_iter().map(stored).collect();
        reply.peak = disk::peak_memory();
        let files = built.and_then(|built| built).unwrap_or_else(|error| {
            reply.failure = Some(error.message(&disk::here()));
            Files::new()
        });
        self.send(reply, files, stdout)
    }

    /// Sends a reply and the files that are wanted.
    fn send(&self, mut reply: Reply, files: Files, stdout: &mut impl io::Write) -> io::Result<()> {
        let mut outputs = Vec::new();
        for (emit, bytes) in files.into_iter().filter(|it| self.make.emit.contains(&it.0)) {
            reply.outputs.push(emit.extension().to_owned());
            outputs.push(bytes);
        }
        // Written in one call, so that the reader wakes up once.
        let mut answer = Vec::new();
        wire::send_value(&mut answer, &reply)?;
        outputs.iter().try_for_each(|bytes| wire::send(&mut answer, bytes))?;
        stdout.write_all(&answer).and_then(|()| stdout.flush())
    }

    /// The files of a document; none where it has errors. Its copies go to `copy`, one by one.
    fn one(
        &self,
        job: &Job,
        work: &mut Work,
        copy: &mut dyn FnMut(Reply, Files),
    ) -> Result<Files, Error> {
        let Some(examined) = self.examined(job, work)? else { return Ok(Files::new()) };
        if examined.directive.copies.is_none() {
            if !job.part.is_first() {
                return Ok(Files::new());
            }
            return self.files(job.known, &examined, work);
        }
        self.copies(job, &examined, work, copy)?;
        let has_general = work.reply.copies.is_some_and(|copies| copies.has_general);
        if !job.part.is_first() || !has_general {
            return Ok(Files::new());
        }
        let numbers = Numbers::told(job.number_of.clone(), job.taken.clone());
        let around = self.project.context(&numbers, self.project.record.entry(&job.name));
        pipeline::check_general(&examined, &around, &work.sources, &mut work.report);
        if work.report.has_error() {
            return Ok(Files::new());
        }
        self.files(job.known, &examined, work)
    }

    /// The copies of a directive that are part of `job`.
    fn copies(
        &self,
        job: &Job,
        examined: &Examined,
        work: &mut Work,
        copy: &mut dyn FnMut(Reply, Files),
    ) -> Result<(), Error> {
        let Examined { directive, tables } = examined;
        let (mut silent, mut told) = (Report::default(), Report::default());
        let found = copies::letters(directive, tables, &mut silent, &mut told);
        let (Some((recipients, mut letters)), Some(copies)) = (found, &directive.copies) else {
            return Ok(());
        };
        work.reply.copies = Some(CopiesReply {
            count: recipients.len(),
            has_general: copies.has_general,
            is_merged: copies.print != Print::None,
            is_duplex: copies.print == Print::Duplex,
        });
        let numbers = Numbers::told(job.number_of.clone(), job.taken.clone());
        let around = self.project.context(&numbers, None);
        if job.part.is_first() && !told.findings().is_empty() {
            let stored = |finding| StoredFinding::of(finding, &work.sources);
            let findings = told.sorted().into_iter().map(stored).collect();
            let of_none = Some(CopyReply::default());
            copy(Reply { findings, copy: of_none, ..Reply::default() }, Files::new());
        }
        for recipient in &recipients[job.part.of(recipients.len())] {
            let mut own = Work::new(self.project);
            std::mem::swap(&mut own.sources, &mut work.sources);
            let Work { sources, report, .. } = &mut own;
            let letter =
                pipeline::examine_letter(&mut letters, recipient, &around, sources, report);
            own.end_of("examine");
            let mut reply = CopyReply {
                at: recipient.number,
                name: recipient.name.clone(),
                file: recipient.file.clone(),
                ..CopyReply::default()
            };
            let mut files = Files::new();
            if let Some(letter) = &letter {
                reply.number = letter.directive.number_and_symbol();
                let known = job.known_copies.get(&recipient.file).copied();
                files = self.files(known, letter, &mut own)?;
            }
            reply.pages = own.pages;
            let stored =
                |finding| StoredFinding::of(finding, &own.sources).in_copy(&recipient.name);
            own.reply.findings = own.report.sorted().into_iter().map(stored).collect();
            own.reply.copy = Some(reply);
            copy(std::mem::take(&mut own.reply), files);
            std::mem::swap(&mut own.sources, &mut work.sources);
        }
        work.end_of("copies");
        Ok(())
    }

    /// The files of what was examined; none where it has errors, or where those of the Typst text
    /// are known.
    fn files(
        &self,
        known: Option<Digest>,
        examined: &Examined,
        work: &mut Work,
    ) -> Result<Files, Error> {
        let document = pipeline::print(examined, &self.context);
        let is_wanted = |emit: &Emit| self.make.emit.contains(emit);
        let mut files = Files::new();
        if self.make.emit.iter().any(|emit| emit.is_typst()) {
            let Some(set) = self.set(known, examined, &document, work)? else {
                return Ok(Files::new());
            };
            files.extend(set);
        }
        if is_wanted(&Emit::Docx) {
            files.push((Emit::Docx, pipeline::docx(&document, &self.context)));
            work.end_of("docx");
        }
        if is_wanted(&Emit::Xlsx) {
            files.push((Emit::Xlsx, pipeline::xlsx(examined, &document, &self.context)?));
            work.end_of("xlsx");
        }
        Ok(files)
    }

    /// What comes of the Typst text; nothing where there are errors, no files where they are known.
    fn set(
        &self,
        known: Option<Digest>,
        examined: &Examined,
        document: &Document,
        work: &mut Work,
    ) -> Result<Option<Files>, Error> {
        let Work { sources, report, .. } = &mut *work;
        let text = pipeline::render(document, &self.context, sources, report)?;
        work.end_of("render");
        let Some(text) = text else { return Ok(None) };
        let digest = Digest::of(text.typst.as_bytes());
        work.reply.text = Some(digest);
        if known == Some(digest) {
            work.reply.is_known = true;
            return Ok(Some(Files::new()));
        }
        let Work { sources, report, .. } = &mut *work;
        let built = pipeline::set(text, &examined.directive, &self.context, sources, report)?;
        work.end_of("set");
        work.pages = built.as_ref().map_or(0, |built| built.pages);
        Ok(built.map(|Built { typst, pdf, .. }| {
            let pdf = pdf.map(|pdf| (Emit::Pdf, pdf));
            pdf.into_iter().chain([(Emit::Typ, typst.into_bytes())]).collect()
        }))
    }

    /// What the document is made of; nothing where it has errors, or is not wanted.
    fn examined(&self, job: &Job, work: &mut Work) -> Result<Option<Examined>, Error> {
        let file = self.project.file(&job.name, &job.path);
        let numbers = Numbers::told(job.number_of.clone(), job.taken.clone());
        let issued = self.project.record.entry(&job.name);
        let around = self.project.context(&numbers, issued);
        let examined =
            file.examine_to_build(&around, &work.read, &mut work.sources, &mut work.report)?;
        work.end_of("examine");
        let Some(examined) = examined else { return Ok(None) };
        if job.with_figures {
            work.reply.figures = Some(Figures::of(&examined.directive, &examined.tables));
        }
        Ok(job.with_document.then_some(examined))
    }
}

/// What is made of a document.
type Files = Vec<(Emit, Vec<u8>)>;

/// What is read, found and answered on the way of one directive.
struct Work {
    read: Inputs,
    sources: Sources,
    report: Report,
    reply: Reply,
    /// How many pages were set.
    pages: usize,
    clock: Instant,
}

impl Work {
    fn new(project: &Project) -> Self {
        Self {
            read: Inputs::default(),
            sources: project.office.sources(),
            report: Report::default(),
            reply: Reply::default(),
            pages: 0,
            clock: Instant::now(),
        }
    }

    fn end_of(&mut self, stage: &str) {
        let took = u64::try_from(self.clock.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.clock = Instant::now();
        self.reply.phases.push((stage.to_owned(), took));
    }
}
