// Writes the Arrow files of this folder, and those of ../real. README.md says with which packages.
const arrow = require('apache-arrow');
const fs = require('fs');
const path = require('path');
const polars = require('nodejs-polars').default ?? require('nodejs-polars');

const date = '2024-06-14';
const hour = 3_600_000n;
const minutes = ['09:30', '11:29', '13:00', '15:00'];
const rows = ['000001.SZ', '600000.SH.LONG.CODE'].flatMap((code, s) => minutes.map((time, t) => {
  const open = 10 + s + t / 4;
  return {
    code, date, time, open, high: open + 0.5, low: open - 0.5, close: open + 0.25,
    volume: 8 * (t + 1), amount: 80 + 16 * t + s, num_trades: t === 2 ? null : t + 1,
  };
}));
const wallMs = rows.map(row => BigInt(Date.parse(`${row.date}T${row.time}:00Z`)));
const utcMs = wallMs.map(ms => ms - 8n * hour);
const dayMs = rows.map(row => BigInt(Date.parse(row.date)));
const seconds = wallMs.map((ms, i) => (ms - dayMs[i]) / 1000n);

const column = (name, type) => arrow.vectorFromArray(rows.map(row => row[name]), type);
const raw = (type, data) => new arrow.Vector([arrow.makeData({ type, length: data.length, nullCount: 0, data })]);
const stamps = (unit, zone, values) => raw(new arrow.Timestamp(unit, zone), BigInt64Array.from(values));
const wallSeconds = stamps(arrow.TimeUnit.SECOND, null, wallMs.map(ms => ms / 1000n));
const prices = type => Object.fromEntries(['open', 'high', 'low', 'close'].map(name => [name, column(name, type)]));
const quantities = (volume, amount, trades) => ({
  volume: column('volume', volume), amount: column('amount', amount), num_trades: column('num_trades', trades),
});
const float64 = () => ({ ...prices(new arrow.Float64()), ...quantities(new arrow.Float64(), new arrow.Float64(), new arrow.Float64()) });
const code = () => column('code', new arrow.Utf8());
const unused = {
  tags: arrow.vectorFromArray(rows.map((_, i) => [i, i + 1]), new arrow.List(new arrow.Field('item', new arrow.Int32(), true))),
  pair: arrow.vectorFromArray(rows.map((_, i) => ({ x: i, y: `text${i}` })),
    new arrow.Struct([new arrow.Field('x', new arrow.Int16(), true), new arrow.Field('y', new arrow.Utf8(), true)])),
  board: arrow.vectorFromArray(rows.map((_, i) => (i % 2 ? 'main' : 'star')), new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())),
  nothing: arrow.vectorFromArray(rows.map(() => null), new arrow.Null()),
  flag: arrow.vectorFromArray(rows.map((_, i) => i % 2 === 0), new arrow.Bool()),
};

function write(name, columns, batches = [[0, rows.length]]) {
  const whole = new arrow.Table(columns);
  const table = new arrow.Table(batches.map(([from, to]) => whole.slice(from, to).batches[0]));
  fs.writeFileSync(path.join(__dirname, name), arrow.tableToIPC(table, name.endsWith('.arrows') ? 'stream' : 'file'));
}

write('large_utf8_ms_utc_float32.arrow', {
  ...unused, code: column('code', new arrow.LargeUtf8()), datetime: stamps(arrow.TimeUnit.MILLISECOND, 'UTC', utcMs),
  ...prices(new arrow.Float32()), ...quantities(new arrow.Int32(), new arrow.Uint32(), new arrow.Uint8()),
});
write('utf8_ns_shanghai_small_ints.arrow', {
  code: code(), time: stamps(arrow.TimeUnit.NANOSECOND, 'Asia/Shanghai', utcMs.map(ms => ms * 1_000_000n)),
  ...prices(new arrow.Float64()), ...quantities(new arrow.Int8(), new arrow.Int16(), new arrow.Int8()), ...unused,
});
write('utf8_s_wall_batches.arrow', {
  code: code(), datetime: wallSeconds,
  ...prices(new arrow.Float64()), ...quantities(new arrow.Uint16(), new arrow.Float32(), new arrow.Int32()), board: unused.board,
}, [[0, 3], [3, 4], [4, 8]]);
write('date32_time32.arrow', {
  code: code(), date: raw(new arrow.DateDay(), Int32Array.from(dayMs, ms => Number(ms / (24n * hour)))),
  time: raw(new arrow.TimeSecond(), Int32Array.from(seconds, Number)), ...float64(),
  volume: raw(new arrow.Int64(), BigInt64Array.from(rows, row => BigInt(row.volume))),
  amount: raw(new arrow.Uint64(), BigUint64Array.from(rows, row => BigInt(row.amount))),
});
write('date64_time64.arrow', {
  code: code(), date: raw(new arrow.DateMillisecond(), BigInt64Array.from(dayMs)),
  time: raw(new arrow.TimeMicrosecond(), BigInt64Array.from(seconds, s => s * 1_000_000n)), ...float64(),
  num_trades: column('num_trades', new arrow.Uint16()),
});
write('text_stamps.arrow', { code: code(), date: column('date', new arrow.LargeUtf8()), time: column('time', new arrow.Utf8()), ...float64() });

write('dictionary_code.arrow', { code: column('code', new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())), datetime: wallSeconds, ...float64() });
write('dictionary_stream.arrows', {
  ...unused, code: column('code', new arrow.Dictionary(new arrow.LargeUtf8(), new arrow.Uint8())),
  date: column('date', new arrow.Dictionary(new arrow.Utf8(), new arrow.Int16())), time: column('time', new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())),
  ...float64(), volume: column('volume', new arrow.Dictionary(new arrow.Int32(), new arrow.Uint16())),
}, [[0, 3], [3, 3], [3, 8]]);
write('float16_close.arrow', { code: code(), datetime: wallSeconds, ...float64(), close: column('close', new arrow.Float16()) });
write('refused_null_code.arrow', {
  code: arrow.vectorFromArray(rows.map((row, i) => (i === 5 ? null : row.code)), new arrow.Utf8()), datetime: wallSeconds, ...float64(),
}, [[0, 4], [4, 8]]);
write('refused_seconds.arrow', {
  code: code(), datetime: stamps(arrow.TimeUnit.SECOND, null, wallMs.map((ms, i) => ms / 1000n + (i === 6 ? 15n : 0n))), ...float64(),
});

// The dense layout: two days of two stocks; value of stock s in slot t is first + s + t / 4, every seventh bar missing.
const slots = 242;
const cells = first => Array.from({ length: 2 * slots }, (_, i) => (i % 7 === 6 ? NaN : first + Math.floor(i / slots) + (i % slots) / 4));
const lists = (type, values) => {
  const child = arrow.makeData({ type, length: values.length, nullCount: 0, data: values });
  return new arrow.Vector([arrow.makeData({ type: new arrow.FixedSizeList(slots, new arrow.Field('item', type, false)), length: 2, nullCount: 0, child: new arrow.Vector([child]) })]);
};
const doubles = first => lists(new arrow.Float64(), Float64Array.from(cells(first)));
const denseDay = (day, first) => new arrow.Table({
  code: arrow.vectorFromArray(['600000.SH', '000001.SZ'], new arrow.Utf8()), date: raw(new arrow.DateDay(), Int32Array.of(day, day)),
  open: doubles(first), high: doubles(first), low: doubles(first), close: doubles(first),
  volume: lists(new arrow.Float32(), Float32Array.from(cells(first))), amount: doubles(first), pre_close: raw(new arrow.Float64(), Float64Array.of(first, first + 1)),
});
const dense = new arrow.Table([denseDay(19888, 10), denseDay(19891, 20)].map(day => day.batches[0]));
fs.writeFileSync(path.join(__dirname, 'dense.arrow'), arrow.tableToIPC(dense, 'file'));
fs.writeFileSync(path.join(__dirname, 'dense.arrows'), arrow.tableToIPC(dense, 'stream'));

const names = ['code', 'datetime', 'open', 'high', 'low', 'close', 'volume', 'amount', 'num_trades'];
const lines = rows.map(row => names.map(name => (name === 'datetime' ? `${row.date} ${row.time}` : row[name] ?? '')).join(','));
fs.writeFileSync(path.join(__dirname, 'bars.csv'), [names.join(','), ...lines, ''].join('\n'));

const read = (file, format, unit) => polars.readCSV(path.join(__dirname, file)).withColumn(
  polars.col('datetime').str.strptime(polars.Datetime, format).cast(polars.Datetime(unit)).alias('datetime'));
const bars = read('bars.csv', '%Y-%m-%d %H:%M', 'ms');
bars.select(polars.lit('a text beyond twelve bytes').alias('note'), ...names.map(name => polars.col(name)), polars.lit('another one of the kind').alias('source'))
  .writeIPC(path.join(__dirname, 'utf8_view_polars.arrow'), { compression: 'uncompressed' });
bars.writeIPC(path.join(__dirname, 'polars_lz4.arrow'), { compression: 'lz4' });
bars.writeIPC(path.join(__dirname, 'polars_zstd.arrow'), { compression: 'zstd' });
bars.writeParquet(path.join(__dirname, 'refused.parquet'));
const real = read('../real/bars.csv', '%Y-%m-%d %H:%M:%S', 'us');
for (const compression of ['uncompressed', 'lz4', 'zstd']) real.writeIPC(path.join(__dirname, `../real/bars_${compression}.arrow`), { compression });
