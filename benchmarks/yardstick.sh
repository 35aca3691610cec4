#!/usr/bin/env bash
# Our engine beside a hand-written AVX-512 C++ program and beside reading its bytes once, by turns on the same day of 5000 stocks; prints the ratios.
# Needs Linux, g++, an AVX-512 processor, and Python with numpy to make the day. Arguments: the folder with yardstick.cpp and make_day.py (../shared/bench), rounds (9).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder="${1:-../shared/bench}"
rounds="${2:-9}"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
dotnet build benchmarks/FactorGpu.Benchmarks -c Release -v quiet
g++ -O3 -march=native -fopenmp "$folder/yardstick.cpp" -o "$work/yardstick"
python="$(for each in /usr/bin/python3 python3; do "$each" -c 'import numpy' 2>/dev/null && echo "$each" && break; done || true)"
"${python:?numpy is needed to make the day: apt-get install python3-numpy}" "$folder/make_day.py" --out "$work/data" >&2

echo "commit $(git rev-parse --short HEAD), $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2-), $(nproc) cores, .NET $(dotnet --version), $(g++ --version | head -n1)"
echo
benchmarks/FactorGpu.Benchmarks/bin/Release/net10.0/FactorGpu.Benchmarks yardstick "$work/yardstick" "$work/data" "$rounds"
