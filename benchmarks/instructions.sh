#!/usr/bin/env bash
# The instructions of emitted code for one full stock-day, 30 and 50 factors, float64 and float32, vectors of 512 bits: counted in the machine code that the runtime
# prints, a loop's body as often as it goes round, all else once, both sides of a branch too. Nothing is run or timed; kernels that the code calls are counted as calls.
# Needs an AVX-512 processor and Python.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
dotnet build benchmarks/FactorGpu.Benchmarks -c Release -v quiet >&2
DOTNET_JitDisasm='sweep_*' DOTNET_JitStdOutFile="$work/code" benchmarks/FactorGpu.Benchmarks/bin/Release/net10.0/FactorGpu.Benchmarks emitted-code > "$work/programs"

runtime="$(dotnet --list-runtimes | grep -o 'Microsoft.NETCore.App 10[^ ]*' | tail -n1 | cut -d' ' -f2)"
echo "commit $(git rev-parse --short HEAD), $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2-), .NET $runtime"
echo
python3 - "$work/code" "$work/programs" <<'PYTHON'
import re, sys
from collections import Counter

JUMP = re.compile(r"(j\w+)\s+(?:SHORT )?(G_M\w+)")
ARITHMETIC = re.compile(r"v(add|sub|mul|sqrt|min|max|range|fixupimm)p[sd]")
MASKS = re.compile(r"v?(p?cmp|p?blendm|pmov\w+2|pternlog|p?andn?|p?or|p?xor|kmov|movmsk)\w*")
MOST_OF_TURNS = 8
KINDS = ["all", "arithmetic", "divisions", "masks", "moves", "scalar", "rest"]
SCALAR = re.compile(r"v\w+(s[sd]|s[sd]2\w+|2s[sd])$")


class Method:
    """Basic blocks of a method: instructions, and the numbers of the blocks that may follow."""

    def __init__(self, text):
        self.bytes = int(re.search(r"; Total bytes of code (\d+)", text)[1])
        self.blocks, self.next, labels = [[]], [], {}
        for line in text.splitlines():
            if label := re.match(r"(G_M\w+):", line):
                self.start()
                labels[label[1]] = len(self.blocks) - 1
            elif re.match(r" {7}[a-z]", line) and not line.split()[0] == "align":
                self.blocks[-1].append(" ".join(line.split(";")[0].split()))
                if JUMP.match(self.blocks[-1][-1]):
                    self.start()
        for b, block in enumerate(self.blocks):
            last = block[-1] if block else ""
            jump = JUMP.match(last)
            falls = last != "ret" and not last.startswith("jmp") and b + 1 < len(self.blocks)
            self.next.append(([labels[jump[2]]] if jump else []) + ([b + 1] if falls else []))
        self.join()

    def start(self):
        if self.blocks[-1]:
            self.blocks.append([])

    def join(self):
        """Makes one block of neighbours between which nothing jumps: the listing parts long ones."""
        before = Counter(b for after in self.next for b in after)
        for b in reversed(range(len(self.blocks) - 1)):
            if self.next[b] == [b + 1] and before[b + 1] == 1 and not JUMP.match(self.blocks[b][-1]):
                self.blocks[b] += self.blocks[b + 1]
                self.next[b] = self.next[b + 1]
                self.blocks[b + 1], self.next[b + 1] = [], []

    def reached(self, without=None):
        seen, open_ = set(), [0]
        while open_:
            b = open_.pop()
            if b not in seen and b != without:
                seen.add(b)
                open_ += self.next[b]
        return seen

    def loops(self):
        """Header and blocks of each natural loop, in the order in which they are come to."""
        self.dominated = {b: self.reached() - self.reached(b) for b in self.reached()}
        loops = {}
        for b in self.dominated:
            for header in self.next[b]:
                if b in self.dominated[header]:
                    body = loops.setdefault(header, {header})
                    open_ = [b]
                    while open_:
                        if (at := open_.pop()) not in body:
                            body.add(at)
                            open_ += [a for a in self.dominated if at in self.next[a]]
        return sorted(loops.items(), key=lambda loop: (sum(loop[0] in below for below in self.dominated.values()), -len(loop[1])))

    def always(self):
        """Blocks that no way from the start to the end passes by."""
        ends = [b for b in self.dominated if "ret" in self.blocks[b]]
        return {b for b in self.dominated if all(end in self.dominated[b] for end in ends)}


def counted(instructions):
    count = Counter()
    for text in instructions:
        name, _, operands = text.partition(" ")
        vector = name[0] == "v" and "mm" in operands
        parts = operands.split(", ")
        is_zero = "xor" in name and parts[-1] == parts[-2]
        kind = ("divisions" if re.match("vdivp", name)
                else "arithmetic" if ARITHMETIC.match(name)
                else "scalar" if name[0] == "v" and SCALAR.match(name)
                else "masks" if name[0] in "vk" and not is_zero and MASKS.match(name)
                else "moves" if vector or name == "vzeroupper" else "rest")
        count[kind] += 1
        count["all"] += 1
        count["calls"] += name == "call"
        if "[" in operands and name != "lea" and not name.startswith("prefetch"):
            writes = "[" in parts[0] and not re.match(r"cmp|test|vucomi", name)
            is_group, is_spill = "zmmword" in operands, re.search(r"\[r[bs]p", operands)
            place = ("vector spill" if is_group else "other spill") if is_spill else "group" if is_group and "reloc" not in operands else "other"
            count[place + (" stores" if writes else " loads")] += 1
    return count


def blocks(method, numbers):
    return counted(text for b in numbers for text in method.blocks[b])


def day(methods, trips):
    """What a stock-day takes, loops and all; of it what lies beside a branch outside loops; of it loops; and each loop: a whole group, one at an edge, and the trips."""
    whole, beside, looped, loops = Counter(), Counter(), Counter(), []
    trips = iter(trips)
    for method in methods:
        every = method.loops()
        for _, body in every:
            inner = [other for _, other in every if other < body]
            if any(body < other for _, other in every):
                continue
            assert len(inner) == 1, "a loop has one over whole groups"
            edge = {max(body - inner[0], key=lambda b: len(method.blocks[b]))}
            turns = body - inner[0] - edge
            assert all(len(method.blocks[b]) <= MOST_OF_TURNS for b in turns), "a loop has one block for groups at edges"
            folds, groups, edges = next(trips)
            loops.append((blocks(method, inner[0]), blocks(method, edge), folds, groups, edges))
            for numbers, n in ((inner[0], groups), (edge, edges), (turns, edges + (groups > 0))):
                looped.update({key: value * n for key, value in blocks(method, numbers).items()})
        straight = set(method.dominated).difference(*(body for _, body in every))
        whole.update(blocks(method, straight))
        beside.update(blocks(method, straight - method.always()))
    assert next(trips, None) is None, "every loop is found"
    whole.update(looped)
    return whole, beside, looped, loops


def row(name, count, *more):
    cells = [count[key] for key in KINDS] + [f"{count[place + ' loads']}, {count[place + ' stores']}" for place in ("group", "vector spill", "other spill")]
    print("| " + " | ".join(map(str, [name, *cells, *more, *[""] * (4 - len(more))])) + " |")


programs = []
for listing in open(sys.argv[1]).read().split("; Assembly listing for method ")[1:]:
    if "sweep_00" in listing.splitlines()[0]:
        programs.append([])
    programs[-1].append(Method(listing))

print("| what | instructions | vector arithmetic | divisions | masks | other vector | scalars | the rest "
      "| groups loaded, stored | spilled vectors loaded, stored | other spills loaded, stored | calls of kernels | code, bytes | bytes read | bytes written |")
print("|" + " --- |" * 15)
for line, methods in zip(open(sys.argv[2]), programs, strict=True):
    name, read, written, trips = line.rstrip("\n").split("\t")
    whole, beside, looped, loops = day(methods, [tuple(map(int, loop.split(":"))) for loop in trips.split(" ")])
    inner, edge, folds, groups, edges = max(loops, key=lambda loop: loop[0]["all"])
    row(f"**{name}**, a stock-day", whole, whole["calls"], sum(method.bytes for method in methods), read, written)
    row(f"of these, in {len(loops)} loops", looped)
    row("of these, beside a branch", beside, beside["calls"])
    row(f"its largest loop, {folds} folds: each of {groups} whole groups", inner)
    row(f"each of {edges} groups at edges", edge)
PYTHON
