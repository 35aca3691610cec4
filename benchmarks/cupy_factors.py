#!/usr/bin/env python3
"""The 50 factors of section A of the catalogue as matrices over stocks and minutes, [S, T], with CuPy, or with NumPy in its place.

Usage: cupy_factors.py FOLDER [--numpy] [--check] [--repetitions N]

FOLDER is written by `FactorGpu.Benchmarks gpu-bars FOLDER STOCKS`: bars.f64 (day tensor [11, S, 242], float64), codes.txt, factors.csv.
Prints the median time of one resident day. --check compares every value with factors.csv instead: NaN in the same cells, else
|x - y| <= 1e-9 max(|x|, |y|) + 1e-14; exit code 1 when one differs.
"""
import argparse
import csv
import pathlib
import statistics
import sys
import time

import numpy

T = 242
FIELDS = ["open", "high", "low", "close", "volume", "amount", "num_trades", "vwap", "pre_close", "limit_up", "limit_down"]
NAN = float("nan")


class Bars:
    """The valid bars of each stock, moved to the front: arrays [S, T] of which row s uses the first n[s] columns."""

    def __init__(self, xp, fields, valid):
        self.xp = xp
        place = xp.arange(T)[None, :]
        order = xp.argsort(xp.where(valid, place, T + place), axis=1)
        self.n = valid.sum(axis=1)
        self.mask = place < self.n[:, None]
        self.slot = xp.where(self.mask, order, T)
        gathered = {name: xp.where(self.mask, xp.take_along_axis(x, order, axis=1), 0.0) for name, x in fields.items()}
        self.o, self.h, self.l, self.c = (gathered[name] for name in ("open", "high", "low", "close"))
        self.v, self.a, self.trades = (gathered[name] for name in ("volume", "amount", "num_trades"))
        self.has_return = self.mask & (place >= 1)
        before = self.shifted(self.c, 1)
        self.r = xp.where(self.has_return, (self.c - before) / xp.where(self.has_return, before, 1.0), 0.0)

    def shifted(self, x, bars):
        """x of `bars` bars before (or, below 0, after); 0 past the ends."""
        result = self.xp.zeros_like(x)
        if bars > 0:
            result[:, bars:] = x[:, :-bars]
        else:
            result[:, :bars] = x[:, -bars:]
        return result

    def at(self, x, index):
        """x at one bar of each stock; NaN where there is no such bar."""
        xp = self.xp
        inside = (index >= 0) & (index < self.n)
        return xp.where(inside, x[xp.arange(x.shape[0]), xp.clip(index, 0, T - 1)], NAN)

    def last(self, x):
        return self.at(x, self.n - 1)

    def up_to(self, slot):
        """The number of bars with a slot up to this one."""
        return (self.mask & (self.slot <= slot)).sum(axis=1)

    def top(self, key, among, k):
        """The k[s] bars with the largest keys, ties to the earlier bar."""
        xp = self.xp
        keys = xp.where(among, key, -xp.inf)
        threshold = -xp.sort(-keys, axis=1)[xp.arange(len(k)), xp.clip(k - 1, 0, T - 1)][:, None]
        above = among & (keys > threshold)
        equal = among & (keys == threshold)
        room = (k - above.sum(axis=1))[:, None]
        return (above | (equal & (xp.cumsum(equal, axis=1) <= room))) & (k >= 1)[:, None]


class Sample:
    """Elements x where a mask holds, with their central moments."""

    def __init__(self, xp, x, mask):
        self.xp, self.x, self.mask = xp, x, mask
        self.n = mask.sum(axis=1)
        self.count = xp.maximum(self.n, 1)
        high = xp.where(mask, x, -xp.inf).max(axis=1)
        low = xp.where(mask, x, xp.inf).min(axis=1)
        self.is_constant = high == low
        self.mean = xp.where(mask, x, 0.0).sum(axis=1) / self.count
        self.e = xp.where(mask, x - self.mean[:, None], 0.0)

    def moment(self, power):
        return (self.e ** power).sum(axis=1) / self.count

    def var(self):
        return self.least(2, self.xp.where(self.is_constant, 0.0, self.moment(2)))

    def skew(self):
        m2 = self.moment(2)
        return self.least(3, self.varying(self.moment(3) / (m2 * self.xp.sqrt(m2))))

    def kurt(self):
        m2 = self.moment(2)
        return self.least(4, self.varying(self.moment(4) / (m2 * m2) - 3.0))

    def varying(self, value):
        return self.xp.where(self.is_constant, NAN, value)

    def least(self, n, value):
        return self.xp.where(self.n >= n, value, NAN)


def corr(xp, x, y, mask):
    a, b = Sample(xp, x, mask), Sample(xp, y, mask)
    value = (a.e * b.e).sum(axis=1) / (xp.sqrt((a.e * a.e).sum(axis=1)) * xp.sqrt((b.e * b.e).sum(axis=1)))
    return a.least(3, a.varying(b.varying(xp.clip(value, -1.0, 1.0))))


def total(xp, x, mask):
    return xp.where(mask, x, 0.0).sum(axis=1)


def ratio(xp, x, y):
    """x / y, NaN where y is 0."""
    return xp.where(y == 0, NAN, x / xp.where(y == 0, 1.0, y))


def relative(xp, x, y):
    return ratio(xp, x - y, y)


def first_positive(xp, x):
    good = xp.isfinite(x) & (x > 0)
    value = x[xp.arange(x.shape[0]), good.argmax(axis=1)]
    return xp.where(good.any(axis=1), value, NAN)


def running_max(xp, x):
    result = x.copy()
    step = 1
    while step < T:
        moved = result.copy()
        moved[:, step:] = xp.maximum(result[:, step:], result[:, :-step])
        result = moved
        step *= 2
    return result


def prices(xp, b, pre_close, out):
    first, c_last, last = xp.zeros_like(b.n), b.last(b.c), b.n - 1
    o_first = b.at(b.o, first)
    two = b.n >= 2
    out["return_intraday"] = relative(xp, c_last, o_first)
    tp = ((b.h + b.l) + b.c) / 3
    out["tp_diff"] = xp.where(two, relative(xp, b.at(tp, last), b.at(tp, first)), NAN)
    p30, p210 = b.at(b.c, b.up_to(30) - 1), b.at(b.c, b.up_to(210) - 1)
    out["return_improved"] = xp.where(two & (b.up_to(30) >= 1) & (b.up_to(30) < b.n), relative(xp, c_last, p30), NAN)
    returns = Sample(xp, b.r, b.has_return)
    out["return_var"], out["return_skewness"], out["return_kurtosis"] = returns.var(), returns.skew(), returns.kurt()
    highest = running_max(xp, xp.where(b.mask, b.c, -xp.inf))
    fall = xp.where(b.mask, (highest - b.c) / xp.where(b.mask, highest, 1.0), 0.0)
    out["intraday_maxdrawdown"] = xp.where(two, fall.max(axis=1), NAN)
    out["return_overnight"] = relative(xp, o_first, pre_close)
    steps = total(xp, xp.abs(b.c - b.shifted(b.c, 1)), b.has_return)
    out["trend_ratio"] = xp.where(two, ratio(xp, c_last - b.at(b.c, first), steps), NAN)
    high, low = xp.where(b.mask, b.h, -xp.inf).max(axis=1), xp.where(b.mask, b.l, xp.inf).min(axis=1)
    reach = xp.maximum(xp.maximum(high - low, xp.abs(high - pre_close)), xp.abs(low - pre_close))
    out["true_range_ratio"] = ratio(xp, reach, pre_close)
    out["return_last_30min"] = xp.where(two & (b.up_to(210) >= 1) & (b.up_to(210) < b.n), relative(xp, c_last, p210), NAN)
    out["return_open_30min"] = relative(xp, p30, o_first)
    return returns


def parts_of_returns(xp, b, out):
    late = Sample(xp, b.r, b.has_return & (b.slot >= 211))
    out["return_skewness_last30min"], out["return_var_last30min"], out["return_kurtosis_last30min"] = late.skew(), late.var(), late.kurt()
    out["return_var_open30min"] = Sample(xp, b.r, b.has_return & (b.slot <= 30)).var()
    squares = b.r * b.r
    every = total(xp, squares, b.has_return)
    for word, side in (("upward", b.has_return & (b.r > 0)), ("downward", b.has_return & (b.r < 0))):
        out[f"return_{word}_var"] = Sample(xp, b.r, side).var()
        out[f"return_{word}_var_ratio"] = ratio(xp, total(xp, squares, side), every)


def volumes(xp, b, out):
    every = total(xp, b.v, b.mask)
    for name, low, high in [("volume_open30min_ratio", 0, 30), ("volume_last30min_ratio", 211, 241)] + [(f"volume_perc{h}", 30 * h - 29, 30 * h) for h in range(2, 8)]:
        out[name] = ratio(xp, total(xp, b.v, b.mask & (b.slot >= low) & (b.slot <= high)), every)
    sample = Sample(xp, b.v, b.mask)
    out["volume_cv"] = sample.least(2, xp.where(sample.is_constant, 0.0, ratio(xp, xp.sqrt(sample.moment(2)), sample.mean)))


def orders(xp, b, out):
    """On the bars that have num_trades too."""
    rise, fall = b.has_return & (b.r > 0), b.has_return & (b.r < 0)
    amount, trades = total(xp, b.a, b.mask), total(xp, b.trades, b.mask)
    average = ratio(xp, amount, trades)
    inward = ratio(xp, total(xp, b.a, rise), total(xp, b.trades, rise))
    outward = ratio(xp, total(xp, b.a, fall), total(xp, b.trades, fall))
    out["amount_outorder_avg_ratio"], out["amount_inorder_avg_ratio"] = ratio(xp, outward, average), ratio(xp, inward, average)
    out["amount_inout_avg_ratio"], out["amount_order_avg"] = ratio(xp, inward, outward), average
    among = b.has_return & (b.trades > 0)
    key, m = b.a / xp.where(among, b.trades, 1.0), among.sum(axis=1)
    largest = b.top(key, among, 20 * m // 100)
    net = total(xp, b.a, largest & (b.r > 0)) - total(xp, b.a, largest & (b.r < 0))
    out["amount_netin_top20order_ratio"] = xp.where(20 * m // 100 >= 1, ratio(xp, net, amount), NAN)
    largest = b.top(key, among, 30 * m // 100)
    product = xp.where(largest, 1.0 + b.r, 1.0).prod(axis=1) - 1.0
    out["cumreturn_top30order"] = xp.where(30 * m // 100 >= 1, product, NAN)


def prices_and_volumes(xp, b, returns, out):
    third = lambda among: b.top(b.v, among, among.sum(axis=1) // 3)
    busy = third(b.has_return)
    sample = Sample(xp, b.r, busy)
    out["return_var_top33volume"], out["return_skewness_top33volume"], out["return_kurtosis_top33volume"] = sample.var(), sample.skew(), sample.kurt()
    out["return_var_top33volume_ratio"] = ratio(xp, sample.var(), returns.var())
    traded = b.has_return & (b.a > 0)
    count = traded.sum(axis=1)
    out["amihud_illiq"] = ratio(xp, total(xp, xp.abs(b.r) / xp.where(traded, b.a, 1.0), traded), count.astype(b.r.dtype))
    lagged, led = b.shifted(b.r, 1), b.shifted(b.r, -1)
    place = xp.arange(T)[None, :]
    has_lagged, has_led = b.mask & (place >= 2), place < (b.n - 1)[:, None]
    late = b.slot >= 211
    out["VP"], out["VP_top33volume"] = corr(xp, b.c, b.v, b.mask), corr(xp, b.c, b.v, third(b.mask))
    out["VP_last30min"] = corr(xp, b.c, b.v, b.mask & late)
    for end, r, mask in (("", b.r, b.has_return), ("_1minlag", lagged, has_lagged), ("_1minlead", led, has_led)):
        out[f"VR{end}"] = corr(xp, b.v, r, mask)
        out[f"VR{end}_top33volume"] = corr(xp, b.v, r, third(mask))
    out["VR_last30min"] = corr(xp, b.v, b.r, b.has_return & late)


def factors(xp, tensor):
    """The 50 factors of a day tensor [F, S, T], by name, [S] each."""
    fields = dict(zip(FIELDS, tensor))
    valid = xp.ones(tensor.shape[1:], dtype=bool)
    for name in ("open", "high", "low", "close"):
        valid &= xp.isfinite(fields[name]) & (fields[name] > 0)
    for name in ("volume", "amount"):
        valid &= xp.isfinite(fields[name]) & (fields[name] >= 0)
    with_trades = valid & xp.isfinite(fields["num_trades"]) & (fields["num_trades"] >= 0)
    used = {name: fields[name] for name in FIELDS[:7]}
    bars, counted = Bars(xp, used, valid), Bars(xp, used, with_trades)
    out = {}
    returns = prices(xp, bars, first_positive(xp, fields["pre_close"]), out)
    parts_of_returns(xp, bars, out)
    volumes(xp, bars, out)
    orders(xp, counted, out)
    prices_and_volumes(xp, bars, returns, out)
    is_traded = total(xp, bars.v, bars.mask) > 0
    return {name: xp.where(is_traded, value, NAN) for name, value in out.items()}


def check(values, folder):
    codes = (folder / "codes.txt").read_text().split()
    with open(folder / "factors.csv", newline="") as file:
        rows = {row["code"]: row for row in csv.DictReader(file)}
    names = [name for name in next(iter(rows.values())) if name not in ("code", "date")]
    missing = sorted(set(names) ^ set(values))
    wrong = 0
    for name in names if not missing else []:
        expected = numpy.array([float(rows[code][name] or "nan") for code in codes])
        actual = values[name]
        close = numpy.abs(actual - expected) <= 1e-9 * numpy.maximum(numpy.abs(actual), numpy.abs(expected)) + 1e-14
        differs = ~(close | (numpy.isnan(actual) & numpy.isnan(expected)))
        if differs.any():
            s = int(numpy.flatnonzero(differs)[0])
            print(f"{name}: {int(differs.sum())} of {len(codes)} differ, first {codes[s]}: {actual[s]!r}, expected {expected[s]!r}")
            wrong += int(differs.sum())
    if missing:
        print(f"only on one side: {', '.join(missing)}")
    print(f"{len(names)} factors of {len(codes)} stocks: {wrong} values differ")
    return 1 if wrong or missing else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--numpy", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--repetitions", type=int, default=9)
    args = parser.parse_args()
    if args.numpy:
        xp, library, synchronize = numpy, f"NumPy {numpy.__version__}", lambda: None
    else:
        import cupy
        xp, library = cupy, f"CuPy {cupy.__version__}"
        synchronize = cupy.cuda.Stream.null.synchronize
    numpy.seterr(all="ignore")
    host = numpy.fromfile(args.folder / "bars.f64").reshape(len(FIELDS), -1, T)
    tensor = xp.asarray(host)
    if args.check:
        values = factors(xp, tensor)
        return check({name: value if xp is numpy else xp.asnumpy(value) for name, value in values.items()}, args.folder)
    times = []
    for repetition in range(args.repetitions + 2):
        synchronize()
        start = time.perf_counter()
        factors(xp, tensor)
        synchronize()
        times.append((time.perf_counter() - start) * 1000)
    print(f"| {library}, float64, resident | {host.shape[1]} stocks | {statistics.median(times[2:]):.2f} ms |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
