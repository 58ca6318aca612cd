"use strict";

// A project as `vanthu init` makes it, with the documents of a folder beside this file.

const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/** What the program reads of the environment, without what this machine sets for it. */
function environment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("VANTHU_"));
  return Object.fromEntries(own);
}

class Project {
  /** `program` makes a project, which then gets the files of `documents`. */
  constructor(program, documents) {
    this.program = program;
    const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "vanthu-editors-"));
    this.temporary = fs.realpathSync(temporary);
    // Spaces and marks in the path are usual with the people who write documents.
    this.folder = path.join(this.temporary, "văn bản của xã");
    execFileSync(program, ["init", this.folder], { env: environment(), stdio: "pipe" });
    fs.cpSync(documents, this.folder, { recursive: true });
  }

  path(name) {
    return path.join(this.folder, name);
  }

  read(name) {
    return fs.readFileSync(this.path(name), "utf8");
  }

  write(name, text) {
    fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
    fs.writeFileSync(this.path(name), text);
  }

  /** Writes as editors do: a new file takes the place of the old one. */
  save(name, text) {
    const beside = this.path(`${name}.new~`);
    fs.writeFileSync(beside, text);
    fs.renameSync(beside, this.path(name));
  }

  /** Runs the program: its exit code and what it printed. */
  run(...args) {
    const options = { cwd: this.folder, env: environment(), encoding: "utf8" };
    const { status, stdout, stderr } = spawnSync(this.program, args, options);
    return { status, stdout, stderr };
  }

  remove() {
    fs.rmSync(this.temporary, { recursive: true, force: true });
  }
}

module.exports = { Project, environment };
