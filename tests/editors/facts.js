"use strict";

// Facts of a program, each checked and printed as one line.

const assert = require("node:assert/strict");

/**
 * `known` holds facts that do not hold yet, by their names, with the reason. A fact that is listed
 * and holds is a failure, so that the list gets empty again.
 */
function facts(known) {
  const told = { passed: 0, failed: 0, skipped: 0, known: 0 };
  const names = new Set();

  async function fact(name, check) {
    assert.ok(!names.has(name), `the fact \`${name}\` occurs twice`);
    names.add(name);
    let problem = null;
    try {
      await check();
    } catch (error) {
      problem = error;
    }
    if (name in known) {
      if (problem) {
        told.known += 1;
        console.log(`known   ${name}: ${known[name]}`);
        if (process.env.VERBOSE) console.log(indented(problem.message));
      } else {
        told.failed += 1;
        console.log(`FAILED  ${name}: it holds now; take it out of KNOWN`);
      }
    } else if (problem) {
      told.failed += 1;
      const own = problem instanceof assert.AssertionError;
      console.log(`FAILED  ${name}\n${indented(own ? problem.message : problem.stack)}`);
    } else {
      told.passed += 1;
      console.log(`ok      ${name}`);
    }
  }

  function skip(name, reason) {
    told.skipped += 1;
    console.log(`skipped ${name}: ${reason}`);
  }

  /** Prints the count; the exit code. `isWhole`: all facts had their turn. */
  function finish(isWhole) {
    for (const name of Object.keys(known)) {
      if (names.has(name) || !isWhole) continue;
      told.failed += 1;
      console.log(`FAILED  KNOWN lists \`${name}\`, which is no fact`);
    }
    if (told.known) console.log(`${told.known} known not to hold`);
    console.log(`${told.passed} passed, ${told.failed} failed, ${told.skipped} skipped`);
    return told.failed ? 1 : 0;
  }

  return { fact, skip, finish };
}

function indented(text) {
  return text.replace(/^/gm, "        ");
}

/** `found` holds `wanted`. */
function has(found, wanted) {
  assert.ok(found.includes(wanted), `no \`${wanted}\` in: ${found}`);
}

function hasNot(found, unwanted) {
  assert.ok(!found.includes(unwanted), `\`${unwanted}\` in: ${found}`);
}

/** Median and worst of durations in milliseconds, in words. */
function spread(durations) {
  const sorted = [...durations].sort((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)];
  const worst = sorted[sorted.length - 1];
  return `median ${median.toFixed(1)} ms, worst ${worst.toFixed(1)} ms of ${sorted.length}`;
}

module.exports = { facts, has, hasNot, spread };
