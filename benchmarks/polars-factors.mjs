// Thirty factors like those of Thirty.cs by Polars, from one long Arrow IPC file to one Arrow IPC file of results: node polars-factors.mjs BARS FACTORS
// What a user would write: the same names and shapes of formula, without the catalogue's rules for gaps, ties, constants and missing bars.
import fs from "node:fs";
import { createRequire } from "node:module";

const pl = createRequire(new URL("../tests/peers/package.json", import.meta.url))("nodejs-polars").default;
const [bars, factors] = process.argv.slice(2);

const [open, high, low, close, volume, amount, trades] = ["open", "high", "low", "close", "volume", "amount", "num_trades"].map((name) => pl.col(name));
const [ret, minute, order] = ["ret", "minute", "order"].map((name) => pl.col(name));
const typical = high.add(low).add(close).div(3);
const last30 = minute.gtEq(14 * 60 + 30);
const first30 = minute.lt(10 * 60);
const halfHours = ["09:00", "10:00", "10:30", "11:00", "13:00", "13:30", "14:00", "14:30", "16:00"].map((time) => 60 * time.slice(0, 2) + Number(time.slice(3)));
const shareOf = (first, end) => volume.filter(minute.gtEq(first).and(minute.lt(end))).sum().div(volume.sum());
const largest = (key, share) => key.rank("ordinal", true).ltEq(key.count().mul(share).floor());

const shares = ["volume_open30min_ratio", "volume_perc2", "volume_perc3", "volume_perc4", "volume_perc5", "volume_perc6", "volume_perc7", "volume_last30min_ratio"]
  .map((name, i) => shareOf(halfHours[i], halfHours[i + 1]).alias(name));
const others = {
  return_intraday: close.last().div(open.first()).sub(1),
  return_var: ret.var(),
  return_skewness: ret.skew(),
  return_kurtosis: ret.kurtosis(),
  return_upward_var: ret.filter(ret.gt(0)).var(),
  return_downward_var: ret.filter(ret.lt(0)).var(),
  intraday_maxdrawdown: close.cumMax().sub(close).div(close.cumMax()).max(),
  return_last_30min: close.last().div(close.filter(last30).first()).sub(1),
  return_skewness_last30min: ret.filter(last30).skew(),
  amihud_illiq: ret.abs().div(amount).filter(amount.gt(0)).mean(),
  VP: pl.pearsonCorr(close, volume),
  VR: pl.pearsonCorr(ret, volume),
  VR_1minlag: pl.pearsonCorr(volume, ret.shift(1)),
  VR_1minlead: pl.pearsonCorr(volume, ret.shift(-1)),
  return_var_top33volume: ret.filter(largest(volume, 1 / 3)).var(),
  cumreturn_top30order: ret.add(1).filter(largest(order, 0.3)).product().sub(1),
  tp_diff: typical.last().div(typical.first()).sub(1),
  trend_ratio: close.last().sub(open.first()).abs().div(close.sub(close.shift(1)).abs().sum()),
  return_downward_var_ratio: ret.pow(2).filter(ret.lt(0)).sum().div(ret.pow(2).sum()),
  true_range_ratio: high.max().sub(low.min()).div(close.last()),
  volume_cv: volume.std().div(volume.mean()),
  return_open_30min: close.filter(first30).last().div(open.first()).sub(1),
};

const frame = pl
  .readIPC(fs.readFileSync(bars))
  .lazy()
  .withColumns(
    close.sub(close.shift(1)).div(close.shift(1)).over("code").alias("ret"),
    amount.div(trades).alias("order"),
    pl.col("datetime").dt.hour().cast(pl.Int32).mul(60).add(pl.col("datetime").dt.minute().cast(pl.Int32)).alias("minute"),
  )
  .groupBy("code", true)
  .agg(...shares, ...Object.entries(others).map(([name, value]) => value.alias(name)))
  .collectSync();
if (frame.width !== 31 || frame.height === 0) throw new Error(`${bars} gave ${frame.height} stocks and ${frame.width} columns; 30 factors and a code are expected.`);
fs.writeFileSync(factors, frame.writeIPC());
