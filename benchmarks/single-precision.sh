#!/usr/bin/env bash
# Measures the errors of single precision against the bound: every factor over full sample markets (5000 stocks, of which 500 funds, two days each), one of them
# with faults, and over real bars. Writes the largest error of each factor into src/FactorGpu/Factors/single-errors.csv, from where `describe` and docs/factors.md
# have it, and prints the table. Arguments: further bar files.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

dotnet build FactorGpu.sln -c Release -v quiet
tool=src/FactorGpu.Cli/bin/Release/net10.0/FactorGpu.Cli
benchmarks=benchmarks/FactorGpu.Benchmarks/bin/Release/net10.0/FactorGpu.Benchmarks
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

# verify ends with 1 where a factor is out, which the table then shows.
verify() {
    local name="$1"
    shift
    "$tool" verify "$@" --factors all --precision single --json "$folder/$name.json" >"$folder/$name.txt" || (($? == 1))
    tail -n 1 "$folder/$name.txt"
}

for seed in 1 2; do
    "$tool" sample --stocks 5000 --funds 500 --days 2 --seed "$seed" --layout dense --out "$folder/market.arrow"
    verify "seed$seed" "$folder/market.arrow"
done
"$tool" sample --stocks 5000 --funds 500 --seed 4 --faults duplicates,differing-duplicates,lunch,doubled-auction --out "$folder/faulty.arrow"
verify faulty "$folder/faulty.arrow" --on duplicate=last
count=0
for bars in tests/FactorGpu.Tests/Golden/real/bars.csv "$@"; do
    verify "real$((count++))" "$bars"
done

"$benchmarks" single-errors src/FactorGpu/Factors/single-errors.csv "$folder"/*.json
