#!/usr/bin/env bash
# Checks all factors on the GPUs of this machine against the reference and measures them; prints Markdown for benchmarks/results.
#
#   benchmarks/gpu.sh                      builds the benchmarks (needs the .NET SDK of global.json) and runs them
#   benchmarks/gpu.sh --pack FILE.tar.gz   makes an archive that runs on any 64-bit Linux without .NET: unpack it, then run ./gpu.sh in it
#
# Environment: STOCKS (5000), DAYS (20), REPETITIONS (21), CHECK_STOCKS (500), PYTHON (python3).
# Needs an OpenCL driver for OpenCL; the NVIDIA driver and NVRTC for CUDA. CuPy is compared where Python has it.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
stocks="${STOCKS:-5000}"
days="${DAYS:-20}"
repetitions="${REPETITIONS:-21}"
check_stocks="${CHECK_STOCKS:-500}"
python="${PYTHON:-python3}"
program="$here/bin/FactorGpu.Benchmarks"

# Programs of a published archive find it beside them; in a checkout it is built first.
if [[ ! -x "$program" ]]; then
    project="$here/FactorGpu.Benchmarks"
    if [[ "${1:-}" == --pack ]]; then
        archive="$(realpath -m "${2:?--pack needs the name of the archive}")"
        folder="$(mktemp -d)"
        trap 'rm -rf "$folder"' EXIT
        dotnet publish "$project" -c Release -r linux-x64 --self-contained -o "$folder/factorgpu-gpu/bin" >&2
        git -C "$here" rev-parse --short HEAD > "$folder/factorgpu-gpu/commit"
        cp "$here/gpu.sh" "$here/cupy_factors.py" "$folder/factorgpu-gpu"
        tar -czf "$archive" -C "$folder" factorgpu-gpu
        echo "$archive"
        exit
    fi
    dotnet build "$project" -c Release -v quiet >&2
    program="$project/bin/Release/net10.0/FactorGpu.Benchmarks"
fi

echo "# Factors on a GPU"
echo
echo "\`benchmarks/gpu.sh\`, STOCKS=$stocks DAYS=$days REPETITIONS=$repetitions CHECK_STOCKS=$check_stocks, $(date -u +%Y-%m-%d)"
if commit="$(cat "$here/commit" 2>/dev/null || git -C "$here" rev-parse --short HEAD 2>/dev/null)"; then
    echo "Commit $commit."
fi
echo
echo "- $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores, $(uname -sr)"
if command -v nvidia-smi >/dev/null; then
    nvidia-smi --query-gpu=name,driver_version,memory.total,pcie.link.gen.max,pcie.link.width.max --format=csv,noheader | sed 's/^/- /'
fi

echo
echo "## Correctness"
"$program" gpu-check "$check_stocks"

echo
echo "## Times"
echo
"$program" gpu-time "$stocks" "$days" "$repetitions"

echo
echo "## The same factors as matrices"
echo
bars="$(mktemp -d)"
trap 'rm -rf "$bars"' EXIT
"$program" gpu-bars "$bars" "$stocks"
for library in cupy numpy; do
    option="$([[ $library == numpy ]] && echo --numpy || true)"
    if "$python" -c "import $library" 2>/dev/null; then
        "$python" "$here/cupy_factors.py" "$bars" --check $option | sed "s/^/$library: /" || true
        echo
        echo "| library | bars | median of a day |"
        echo "|---|---|---|"
        "$python" "$here/cupy_factors.py" "$bars" --repetitions "$((repetitions < 9 ? repetitions : 9))" $option || true
        break
    fi
    echo "$python has no $library."
done
