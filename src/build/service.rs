//! What a worker does with one directive after the other.

use std::io;
use std::path::PathBuf;
use std::time::Instant;

use super::fingerprint::Fingerprint;
use super::maker::{self, Files, Gathered, Maker};
use super::settings::Emit;
use super::wire::{self, CopiesReply, CopyReply, Job, Ready, Reply};
use crate::check::numbers::Numbers;
use crate::compile::Extras;
use crate::copies;
use crate::diagnostic::Report;
use crate::diff::stored_figures::Figures;
use crate::digest::Digest;
use crate::error::{Error, catch};
use crate::messages::stored::StoredFinding;
use crate::model::copies::Print;
use crate::pipeline::{self, Behind, Built, Examined};
use crate::printed::Document;
use crate::project::Project;
use crate::project::file::Inputs;
use crate::source::Sources;
use crate::source::disk;

/// All that the directives of a worker share.
pub(super) struct WorkerService<'a> {
    maker: Maker<'a>,
}

impl<'a> WorkerService<'a> {
    pub(super) fn new(maker: Maker<'a>) -> Self {
        Self { maker }
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
        let mut work = Work::new(self.maker.project);
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
        for (emit, bytes) in files.into_iter().filter(|it| self.maker.make.emit.contains(&it.0)) {
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
        let text = || disk::read_directive(&job.path);
        work.gathered =
            self.maker.gather(&examined, (&job.name, &text), &work.read.found.borrow())?;
        if examined.directive.copies.is_none() || job.against.is_some() {
            if !job.part.is_first() {
                return Ok(Files::new());
            }
            return self.files(&Sheet::of(job), &examined, work);
        }
        self.copies(job, &examined, work, copy)?;
        let has_general = work.reply.copies.is_some_and(|copies| copies.has_general);
        if !job.part.is_first() || !has_general {
            return Ok(Files::new());
        }
        let numbers = Numbers::told(job.number_of.clone(), job.taken.clone());
        let around =
            self.maker.project.context(&numbers, self.maker.project.record.entry(&job.name));
        pipeline::check_general(&examined, &around, &work.sources, &mut work.report);
        if work.report.has_error() {
            return Ok(Files::new());
        }
        self.files(&Sheet::of(job), &examined, work)
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
        let around = self.maker.project.context(&numbers, None);
        if job.part.is_first() && !told.findings().is_empty() {
            let stored = |finding| StoredFinding::of(finding, &work.sources);
            let findings = told.sorted().into_iter().map(stored).collect();
            let of_none = Some(CopyReply::default());
            copy(Reply { findings, copy: of_none, ..Reply::default() }, Files::new());
        }
        for recipient in &recipients[job.part.of(recipients.len())] {
            let mut own = Work::new(self.maker.project);
            std::mem::swap(&mut own.sources, &mut work.sources);
            own.gathered.fingerprint = work.gathered.fingerprint;
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
                let sheet = Sheet::of_copy(job, &recipient.file);
                files = self.files(&sheet, letter, &mut own)?;
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
        sheet: &Sheet<'_>,
        examined: &Examined,
        work: &mut Work,
    ) -> Result<Files, Error> {
        let document = self.maker.print(examined, work.gathered.fingerprint);
        let mut end_of = |emit: Emit| work.end_of(emit.extension());
        let files = self.maker.office_files(examined, &document, &mut end_of)?;
        if !self.maker.make.emit.iter().any(|emit| emit.is_typst()) {
            return Ok(files);
        }
        let bundle = work.gathered.bundle.as_ref().filter(|_| sheet.has_sources);
        let extras = self.maker.extras((sheet.name, sheet.stem), bundle, examined, &files)?;
        let set = self.set((sheet, &extras), examined, &document, work)?;
        Ok(set.map(|set| set.into_iter().chain(files).collect()).unwrap_or_default())
    }

    /// What comes of the Typst text; nothing where there are errors, no files where they are known.
    fn set(
        &self,
        (sheet, extras): (&Sheet<'_>, &Extras),
        examined: &Examined,
        document: &Document,
        work: &mut Work,
    ) -> Result<Option<Files>, Error> {
        let Work { sources, report, .. } = &mut *work;
        let text = pipeline::render(document, &self.maker.context, sources, report)?;
        work.end_of("render");
        let Some(text) = text else { return Ok(None) };
        let Work { sources, report, .. } = &mut *work;
        let behind = if self.maker.make.emit.contains(&Emit::Print) {
            Behind::new(&examined.directive, &self.maker.context, sources, report)?
        } else {
            Some(Behind::default())
        };
        let Some(behind) = behind else { return Ok(None) };
        let text_digest = behind.digest(&text.typst);
        let digest = match extras.digest() {
            Some(extras) => Digest::of_parts([
                text_digest.to_string().as_bytes(),
                extras.to_string().as_bytes(),
            ]),
            None => text_digest,
        };
        work.reply.text = Some(digest);
        if sheet.known == Some(digest) {
            work.reply.is_known = true;
            return Ok(Some(Files::new()));
        }
        let Work { sources, report, .. } = &mut *work;
        let expected = sheet.against.as_ref().map(|_| text.expected.clone());
        let built =
            pipeline::set(text, extras, &examined.directive, &self.maker.context, sources, report)?;
        work.end_of("set");
        work.pages = built.as_ref().map_or(0, |built| built.pages);
        let pdf = built.as_ref().and_then(|built| built.pdf.as_ref());
        if let (Some(path), Some(expected), Some(pdf)) = (&sheet.against, expected, pdf) {
            let given = disk::read_own(path)?.unwrap_or_default();
            if given != *pdf {
                let (directive, report) = (&examined.directive, &mut work.report);
                pipeline::compare(&given, &expected, directive, &self.maker.context, report);
            }
        }
        let Some(Built { typst, pdf, .. }) = built else { return Ok(None) };
        let mut files = Files::new();
        if let Some(pdf) = pdf {
            let Work { sources, report, .. } = &mut *work;
            let title = &document.properties.title;
            let Some(print) = behind.print(&pdf, title, &self.maker.context, sources, report)?
            else {
                return Ok(None);
            };
            work.end_of("print");
            files.extend([(Emit::Print, print), (Emit::Pdf, pdf)]);
        }
        files.push((Emit::Typ, typst.into_bytes()));
        Ok(Some(files))
    }

    /// What the document is made of; nothing where it has errors, or is not wanted.
    fn examined(&self, job: &Job, work: &mut Work) -> Result<Option<Examined>, Error> {
        let file = self.maker.project.file(&job.name, &job.path);
        let numbers = Numbers::told(job.number_of.clone(), job.taken.clone());
        let issued = self.maker.project.record.entry(&job.name);
        let around = self.maker.project.context(&numbers, issued);
        let is_again = job.against.is_some();
        let examine = if is_again { pipeline::examine_again } else { pipeline::examine_to_build };
        let Work { read, sources, report, .. } = work;
        let examined = file.examine(examine, &around, read, sources, report)?;
        work.end_of("examine");
        let Some(examined) = examined else { return Ok(None) };
        if job.with_figures {
            work.reply.figures = Some(Figures::of(&examined.tables));
        }
        Ok(job.with_document.then_some(examined))
    }
}

/// A document, or a copy, that is to be made.
struct Sheet<'a> {
    /// What the one that is there was set from.
    known: Option<Digest>,
    /// Its directive.
    name: &'a str,
    /// The name of its files without extension.
    stem: &'a str,
    /// Whether its sources may be inside it.
    has_sources: bool,
    /// The PDF that it is compared with.
    against: Option<PathBuf>,
}

impl<'a> Sheet<'a> {
    /// The document that a job is for.
    fn of(job: &'a Job) -> Self {
        let against = job.against.clone().map(wire::path_of);
        let stem = maker::stem(&job.name);
        Self { known: job.known, name: &job.name, stem, has_sources: true, against }
    }

    /// The copy whose files have this name. Its sources are those of all recipients.
    fn of_copy(job: &'a Job, stem: &'a str) -> Self {
        let known = job.known_copies.get(stem).copied();
        Self { known, name: &job.name, stem, has_sources: false, against: None }
    }
}

/// What is read, found and answered on the way of one directive.
struct Work {
    read: Inputs,
    sources: Sources,
    report: Report,
    reply: Reply,
    /// What its sources are wanted for.
    gathered: Gathered,
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
            gathered: Gathered::default(),
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
