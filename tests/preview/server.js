"use strict";

// A running `vanthu preview`, and requests to it byte by byte.

const { spawn } = require("node:child_process");
const net = require("node:net");
const { environment } = require("../editors/project.js");

const PATIENCE = 60_000;

class Preview {
  /** Starts the program in the folder of a project; `who` is another user of the machine. */
  static async start(project, args = [], who = {}) {
    const options = { cwd: project.folder, env: environment(), stdio: ["ignore", "pipe", "pipe"], ...who };
    const child = spawn(project.program, ["preview", ...args], options);
    const preview = new Preview(child);
    const line = await new Promise((resolve, reject) => {
      let text = "";
      const timer = setTimeout(() => reject(new Error("no address in time")), PATIENCE);
      child.stdout.on("data", (bytes) => {
        text += bytes;
        if (text.includes("\n")) resolve(text.split("\n")[0]);
      });
      child.on("error", reject);
      child.on("exit", (code) => reject(new Error(`it ended with ${code}: ${preview.errors}`)));
      child.on("exit", () => clearTimeout(timer));
      child.stdout.on("data", () => clearTimeout(timer));
    });
    const found = /^http:\/\/127\.0\.0\.1:(\d+)\/([0-9a-f]+)\/$/.exec(line.trim());
    if (!found) throw new Error(`no address: ${line}`);
    preview.address = line.trim();
    preview.port = Number(found[1]);
    preview.token = found[2];
    return preview;
  }

  constructor(child) {
    this.child = child;
    this.errors = "";
    child.stderr.on("data", (bytes) => (this.errors += bytes));
    this.ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve({ code, signal })));
  }

  /** The answer to these bytes: status, head and body. */
  send(request, port = this.port) {
    return send(port, request);
  }

  get(path, headers = `Host: 127.0.0.1:${this.port}\r\n`, method = "GET") {
    return this.send(`${method} ${path} HTTP/1.1\r\n${headers}\r\n`);
  }

  async json(path) {
    const { status, body } = await this.get(`/${this.token}/${path}`);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return JSON.parse(body);
  }

  async stop(signal = "SIGTERM") {
    this.child.kill(signal);
    return this.ended;
  }
}

function send(port, request) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1");
    const pieces = [];
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error("no answer in time")));
    socket.on("connect", () => socket.write(request));
    socket.on("data", (bytes) => pieces.push(bytes));
    socket.on("error", reject);
    socket.on("close", () => {
      const text = Buffer.concat(pieces).toString("utf8");
      const end = text.indexOf("\r\n\r\n");
      const head = text.slice(0, end);
      resolve({ status: Number(head.split(" ")[1]), head, body: text.slice(end + 4) });
    });
  });
}

/** Whether something listens there. */
function listens(host, port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 2_000 });
    const end = (is) => {
      socket.destroy();
      resolve(is);
    };
    socket.on("connect", () => end(true));
    socket.on("timeout", () => end(false));
    socket.on("error", () => end(false));
  });
}

module.exports = { Preview, send, listens };
