// Time of reading one Arrow IPC file by Polars, from the file to the data frame: node polars-read.mjs FILE REPETITIONS
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const pl = createRequire(new URL("../tests/peers/package.json", import.meta.url))("nodejs-polars");
const [file, repetitions] = process.argv.slice(2);

const first = measure();
const others = Array.from({ length: Number(repetitions) }, measure).sort((a, b) => a - b);
const peak = fs.readFileSync("/proc/self/status", "utf8").match(/VmHWM:\s*(.*)/)[1];
console.log(`polars ${path.basename(file)}: first ${first.toFixed(0)} ms, then median ${others[others.length >> 1].toFixed(0)} ms, VmHWM ${peak}`);

function measure() {
  const start = process.hrtime.bigint();
  const frame = pl.readIPC(fs.readFileSync(file));
  if (frame.height === 0) throw new Error(`${file} has no rows`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}
