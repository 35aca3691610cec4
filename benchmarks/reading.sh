#!/usr/bin/env bash
# Reads one full-market day (5000 stocks) in each layout and codec, in turn with Polars on the same files, and computes the 50 factors from the dense file.
# Needs Linux, Node.js, libzstd and `npm ci --prefix tests/peers`. Arguments: rounds (3), readings a round (9).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds="${1:-3}"
readings="${2:-9}"

dotnet build FactorGpu.sln -c Release -v quiet
tool=src/FactorGpu.Cli/bin/Release/net10.0/FactorGpu.Cli
benchmarks=benchmarks/FactorGpu.Benchmarks/bin/Release/net10.0/FactorGpu.Benchmarks
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

"$tool" sample --stocks 5000 --days 1 --seed 7 --layout dense --out "$folder/dense.arrow"
for codec in none lz4 zstd; do
    "$tool" convert "$folder/dense.arrow" --layout long --compression "$codec" --out "$folder/long_$codec.arrow" 2>/dev/null
done
ls -l "$folder" | awk 'NR > 1 { print $9 ": " $5 " bytes" }'

for ((round = 1; round <= rounds; round++)); do
    for file in long_none long_lz4 long_zstd; do
        "$benchmarks" read-time "$folder/$file.arrow" "$readings"
        node benchmarks/polars-read.mjs "$folder/$file.arrow" "$readings"
    done
    "$benchmarks" read-time "$folder/dense.arrow" "$readings"
done

echo "compute of the 50 factors from the dense file ($(stat -c %s "$folder/dense.arrow") bytes), the whole process:"
for ((round = 1; round <= rounds; round++)); do
    python3 - "$tool" "$folder/dense.arrow" "$folder/factors.arrow" <<'PYTHON'
import resource, subprocess, sys, time
tool, bars, out = sys.argv[1:]
start = time.time()
subprocess.run([tool, "compute", bars, "--out", out], check=True, stderr=subprocess.DEVNULL)
print(f"{(time.time() - start) * 1000:.0f} ms, peak memory {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss} kB")
PYTHON
done
