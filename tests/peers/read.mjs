// Prints what another Arrow library reads in files: node read.mjs apache-arrow|polars FILE...
// One JSON line a column: file, column, type, values; before them one a file: file, rows, batches (null from Polars, which does not tell).
// Types are utf8, date, timestamp[us], float64, float64[242], float32[242], else what the library calls them. Numbers round-trip; -0, NaN and infinities are texts. Dates are days, stamps microseconds since 1970-01-01. The values of lists stand one after the other.
import fs from "node:fs";
import * as arrow from "apache-arrow";
import pl from "nodejs-polars";

const [library, ...files] = process.argv.slice(2);
const readers = { "apache-arrow": readByApacheArrow, polars: readByPolars };

for (const file of files) {
  const { rows, batches, columns } = readers[library](file);
  print({ file, rows, batches });
  for (const { name, type, values } of columns) {
    print({ file, column: name, type, values: values.map(canonical) });
  }
}

function print(line) {
  process.stdout.write(JSON.stringify(line) + "\n");
}

function canonical(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "number") return value;
  return Object.is(value, -0) ? "-0" : Number.isFinite(value) ? value : String(value);
}

function readByApacheArrow(file) {
  const table = arrow.tableFromIPC(fs.readFileSync(file));
  const columns = table.schema.fields.map((field, c) => {
    const data = table.getChildAt(c).data;
    return { name: field.name, type: apacheArrowType(field.type), values: data.flatMap(arrow.DataType.isUtf8(field.type) ? texts : storedValues) };
  });
  return { rows: table.numRows, batches: table.batches.length, columns };
}

function apacheArrowType(type) {
  const names = { Utf8: "utf8", "Date32<DAY>": "date", "Timestamp<MICROSECOND>": "timestamp[us]", Float64: "float64", "FixedSizeList[242]<Float64>": "float64[242]", "FixedSizeList[242]<Float32>": "float32[242]" };
  return names[String(type)] ?? String(type);
}

function texts(data) {
  return [...arrow.makeVector(data)];
}

// The numbers as they are stored: get() turns dates and stamps into milliseconds.
function storedValues(data) {
  if (data.children.length > 0) {
    if (data.nullCount > 0) throw new Error("a list is null");
    return storedValues(data.children[0]);
  }
  return Array.from({ length: data.length }, (_, i) => (data.getValid(i) ? data.values[i] : null));
}

function readByPolars(file) {
  const bytes = fs.readFileSync(file);
  const table = file.endsWith(".arrows") ? pl.readIPCStream(bytes) : pl.readIPC(bytes);
  const columns = table.columns.map((name) => {
    const column = table.getColumn(name);
    return { name, type: polarsType(column.dtype), values: polarsValues(column) };
  });
  return { rows: table.height, batches: null, columns };
}

function polarsType(type) {
  const json = JSON.stringify(type.toJSON().DataType);
  const names = {
    '"String"': "utf8",
    '"Date"': "date",
    '{"Datetime":"us"}': "timestamp[us]",
    '"Float64"': "float64",
    '{"FixedSizeList":{"type":{"DataType":"Float64"},"size":242}}': "float64[242]",
    '{"FixedSizeList":{"type":{"DataType":"Float32"},"size":242}}': "float32[242]",
  };
  return names[json] ?? json;
}

function polarsValues(column) {
  const type = polarsType(column.dtype);
  if (type === "date") return column.cast(pl.Int32).toArray();
  if (type === "timestamp[us]") return column.cast(pl.Int64).toArray();
  if (type === "float64[242]") return column.cast(pl.List(pl.Float64)).explode().toArray();
  if (type === "float32[242]") return column.cast(pl.List(pl.Float32)).explode().toArray();
  return column.toArray();
}
