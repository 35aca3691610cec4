#!/usr/bin/env bash
# The whole process by the clock, from its start to the file of factors written: the published tool with the 50 factors on one full-market day, from a dense file and
# from a long zstd file, and Polars with 30 factors like those of the yardstick from the same zstd file; by turns. Prints medians and ratios.
# Needs Linux, Python, Node.js, libzstd and `npm ci --prefix tests/peers`. Argument: rounds (9).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds="${1:-9}"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
dotnet publish src/FactorGpu.Cli -c Release -o "$work/tool" -v quiet >&2
tool="$work/tool/FactorGpu.Cli"
"$tool" sample --stocks 5000 --days 1 --seed 7 --layout dense --out "$work/dense.arrow"
"$tool" convert "$work/dense.arrow" --layout long --compression zstd --out "$work/long.arrow" 2>/dev/null

echo "commit $(git rev-parse --short HEAD), $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2-), $(nproc) cores, .NET $(dotnet --version), Node.js $(node --version), $rounds rounds"
echo
python3 - "$rounds" "$tool" "$work" <<'PYTHON'
import resource, statistics, subprocess, sys, time

rounds, tool, work = int(sys.argv[1]), sys.argv[2], sys.argv[3]
polars = "Polars, 30 factors, long zstd"
cases = {
    "50 factors, dense": [tool, "compute", f"{work}/dense.arrow", "--factors", "huatai50", "--out", f"{work}/dense_factors.arrow"],
    "50 factors, long zstd": [tool, "compute", f"{work}/long.arrow", "--factors", "huatai50", "--out", f"{work}/long_factors.arrow"],
    polars: ["node", "benchmarks/polars-factors.mjs", f"{work}/long.arrow", f"{work}/polars_factors.arrow"],
}
clock = {name: [] for name in cases}
cpu = {name: [] for name in cases}
for turn in range(-1, rounds):  # the first turn reads files and programs into the page cache
    for name, command in cases.items():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        elapsed = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if turn >= 0:
            clock[name].append(elapsed * 1000)
            cpu[name].append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)

print("| whole process | clock, ms | fastest to slowest | processor, ms | of Polars, by the clock | of Polars, by the processor |\n| --- | --- | --- | --- | --- | --- |")
for name in cases:
    ratios = [statistics.median(a / b for a, b in zip(times[name], times[polars])) for times in (clock, cpu)]
    median = statistics.median
    print(f"| {name} | {median(clock[name]):.0f} | {min(clock[name]):.0f} to {max(clock[name]):.0f} | {median(cpu[name]):.0f} | {ratios[0]:.2f} | {ratios[1]:.2f} |")
PYTHON
