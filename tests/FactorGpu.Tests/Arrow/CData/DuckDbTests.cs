using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FactorGpu.Arrow.CData.Native;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Factors;
using FactorGpu.Results;
using FactorGpu.Errors;
using FactorGpu.Tests.Arrow.CData.Native;
using Xunit;

namespace FactorGpu.Tests.Arrow.CData;

/// <summary>Both directions against another implementation of the C data interface, DuckDB's.</summary>
public sealed unsafe class DuckDbTests : IDisposable
{
    /// <summary>Five stocks on two days with 240 minutes, a few values null: more rows than DuckDB puts into one batch.</summary>
    private const string Bars =
        """
        CREATE TABLE bars AS
        WITH made AS (
            SELECT s, d, m, 1000 + (s * 37 + d * 101 + m * m * 7 + m * 13) % 97 AS o, 1000 + (s * 37 + d * 101 + (m + 1) * (m + 1) * 7 + (m + 1) * 13) % 97 AS c
            FROM range(5) stocks(s), range(2) days(d), range(240) minutes(m))
        SELECT
            printf('%06d.SH', 600000 + s) AS code,
            TIMESTAMP '2024-06-13 09:30:00' + to_days(d::INT) + to_minutes(m + CASE WHEN m >= 120 THEN 90 ELSE 0 END) AS datetime,
            o / 100.0::DOUBLE AS open, (greatest(o, c) + 3) / 100.0::DOUBLE AS high, (least(o, c) - 2) / 100.0::DOUBLE AS low,
            CASE WHEN (s + d + m) % 53 = 7 THEN NULL ELSE c / 100.0::DOUBLE END AS close,
            (100 * (1 + (s + m * 11) % 31))::BIGINT AS volume,
            (100 * (1 + (s + m * 11) % 31)) * (o + c) / 200.0::DOUBLE AS amount,
            (1 + (s + m) % 7)::INTEGER AS num_trades
        FROM made ORDER BY s, d, m
        """;

    private readonly DuckDb _duck = new();
    private readonly TempFolder _folder = new();

    public DuckDbTests() => _duck.Run(Bars);

    public void Dispose()
    {
        _duck.Dispose();
        _folder.Dispose();
    }

    /// <summary>What is asked of DuckDB, the settings under which it is, and the formats that come.</summary>
    public static TheoryData<string, string, string> Queries { get; } = new()
    {
        { "SELECT * FROM bars", "", "u,tsu:,g,g,g,g,l,g,i" },
        { "SELECT * FROM bars", "SET arrow_large_buffer_size = true", "U,tsu:,g,g,g,g,l,g,i" },
        { "SELECT * FROM bars", "SET produce_arrow_string_view = true; SET arrow_output_version = '1.4'", "vu,tsu:,g,g,g,g,l,g,i" },
        { "SELECT code::codes AS code, * EXCLUDE code FROM bars", "", "C -> u,tsu:,g,g,g,g,l,g,i" },
        { "SELECT code, datetime::TIMESTAMP_S AS datetime, * EXCLUDE (code, datetime) REPLACE (open::DECIMAL(9, 2) AS open, high::DECIMAL(30, 2) AS high, volume::UINTEGER AS volume) FROM bars", "",
            "u,tss:,d:9,2,128,d:30,2,128,g,g,I,g,i" },
        { "SELECT code, datetime::DATE AS date, datetime::TIME AS time, * EXCLUDE (code, datetime) FROM bars", "", "u,tdD,ttu,g,g,g,g,l,g,i" },
        { "SELECT *, [1, 2] AS list, {'a': 1} AS struct, 1::BOOLEAN AS flag, 'x'::BLOB AS bytes FROM bars", "", "u,tsu:,g,g,g,g,l,g,i,+l,+s,b,z" },
    };

    [Theory, MemberData(nameof(Queries))]
    public void BarsOfSql_GiveTheFactorsOfTheirFile(string query, string settings, string formats)
    {
        _duck.Run("CREATE TYPE codes AS ENUM (SELECT DISTINCT code FROM bars ORDER BY code DESC)");
        settings.Split("; ", StringSplitOptions.RemoveEmptyEntries).ToList().ForEach(_duck.Run);
        using MinuteBars expected = OfCsv("SELECT * FROM bars");
        using var stream = new DuckDbStream(_duck, query);

        using MinuteBars actual = MinuteBars.ReadArrowStream(stream.Address);

        Assert.Equal((formats, 2), (string.Join(',', stream.Formats), stream.Batches));
        TensorAssert.Same(expected.Days, actual.Days);
        AssertSame(Compute(expected), Compute(actual));
    }

    [Fact]
    public void Slice_OfBars_GivesTheRowsBehindItsOffset()
    {
        using MinuteBars expected = OfCsv("SELECT * FROM bars LIMIT 1269 OFFSET 731");
        using var stream = new DuckDbStream(_duck, "SELECT * FROM bars LIMIT 2000") { Skip = 731 };

        using MinuteBars actual = MinuteBars.ReadArrowStream(stream.Address);

        Assert.Equal(1269, actual.Files[0].Rows);
        TensorAssert.Same(expected.Days, actual.Days);
    }

    [Fact]
    public void Query_WithoutRows_IsRefused()
    {
        using var stream = new DuckDbStream(_duck, "SELECT * FROM bars WHERE code = ''");

        string message = Assert.Throws<BarFormatException>(() => MinuteBars.ReadArrowStream(stream.Address)).Message;

        Assert.StartsWith("Arrow stream was read to its end for bars; it has no rows in 0 record batches.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void DenseDaysOfSql_AreUsedWhereTheyLie_AndGiveTheFactorsOfTheirRows()
    {
        using MinuteBars expected = OfCsv("SELECT * FROM bars");
        using var stream = new DuckDbStream(_duck, Dense("2024-06-13"), Dense("2024-06-14"));

        MinuteBars actual = MinuteBars.ReadArrowStream(stream.Address);

        Assert.Equal("u,tdD,+w:242,+w:242,+w:242,+w:242,+w:242,+w:242,+w:242", string.Join(',', stream.Formats));
        AssertSame(Compute(expected), Compute(actual));
        DayTensor day = actual.Days[0];
        actual.Dispose();
        Assert.Throws<ObjectDisposedException>(() => day.Field(BarField.Close).Length);
    }

    [Fact]
    public void FactorTable_InSql_HasItsRows()
    {
        using MinuteBars bars = OfCsv("SELECT * FROM bars");
        FactorTable table = Compute(bars);
        Take(table.ExportArrowStream);

        List<object?[]> rows = _duck.Rows("SELECT * FROM taken ORDER BY date, code", texts: 2);
        Assert.Equal(table.Rows.Select(row => $"{row.Code} {row.Date:yyyy-MM-dd}"), rows.Select(row => $"{row[0]} {row[1]}"));
        for (int k = 0; k < table.Factors.Length; k++)
        {
            Assert.Equal(table.Column(k).ToArray(), rows.Select(row => (double?)row[2 + k] ?? double.NaN));
            string name = table.Factors[k];
            double[] there = [.. table.Column(k).ToArray().Where(value => !double.IsNaN(value))];
            object?[] sums = _duck.Rows($"SELECT count(\"{name}\"), min(\"{name}\"), max(\"{name}\"), fsum(\"{name}\" ORDER BY date, code) FROM taken")[0];
            Assert.Equal([(double)there.Length, there.Length == 0 ? null : there.Min(), there.Length == 0 ? null : there.Max()], sums[..3]);
            Assert.Equal(there.Sum(), (double?)sums[3] ?? 0, 1e-9 * Math.Max(1, there.Sum(Math.Abs)));
        }
    }

    [Fact]
    public void FactorTable_OfManyRows_IsSummedBySql()
    {
        const int Stocks = 5000;
        DayTensor[] days = [.. Enumerable.Range(1, 30).Select(d => new DayTensor(new DateOnly(2024, 1, d), Codes(Stocks), new double[BarFields.Count * Stocks * BarAxis.SlotCount], AuctionBars.None))];
        FactorTable table = FactorTable.OfDays(["f"], [.. days.Select((day, d) => (day, Enumerable.Range(0, Stocks).Select(s => s % 10 == 3 ? double.NaN : (d * Stocks) + s).ToArray()))]);
        Take(table.ExportArrowStream);

        object?[] row = _duck.Rows("SELECT count(*), count(f), sum(f), count(DISTINCT code), count(DISTINCT date) FROM taken")[0];

        double sum = Enumerable.Range(0, 30 * Stocks).Where(i => i % Stocks % 10 != 3).Sum(i => (double)i);
        Assert.Equal([30.0 * Stocks, 27.0 * Stocks, sum, (double)Stocks, 30.0], row);
    }

    [Fact]
    public void DenseDays_InSql_HaveTheirBars()
    {
        using MinuteBars bars = OfCsv("SELECT * FROM bars");
        Take(bars.ExportArrowStream);

        List<object?[]> rows = _duck.Rows("SELECT code, date, open[2], volume[241], list_count(list_filter(close::DOUBLE[], x -> NOT isnan(x))) FROM taken ORDER BY date, code", texts: 2);

        Assert.Equal(
            bars.Days.SelectMany(day => day.Stocks.Codes.Select((code, s) => ((string?)code, (string?)$"{day.Date:yyyy-MM-dd}", (double?)day.Row(BarField.Open, s)[1], (double?)day.Row(BarField.Volume, s)[240], (double?)TensorAssert.FilledSlots(day, BarField.Close, s).Length))),
            rows.Select(row => ((string?)row[0], (string?)row[1], (double?)row[2], (double?)row[3], (double?)row[4])));
    }

    /// <summary>Makes the table "taken" of what is exported: all columns at once, because this scan gives the first ones for those that a query names.</summary>
    private void Take(Action<nint> export)
    {
        CArrowArrayStream stream = default;
        export((nint)(&stream));
        _duck.Scan("given", &stream);

        _duck.Run("CREATE TABLE taken AS SELECT * FROM given");

        stream.Release(&stream);
    }

    private static StockList Codes(int stocks) => new([.. Enumerable.Range(0, stocks).Select(s => $"{s:D6}.SZ")]);

    private static FactorTable Compute(MinuteBars bars) => bars.Compute(FactorProgram.Compile(FactorCatalogue.Huatai50), new ComputeOptions { Engine = EngineKind.Cpu });

    private static void AssertSame(FactorTable expected, FactorTable actual)
    {
        Assert.Equal(expected.Rows.AsEnumerable(), actual.Rows);
        Assert.All(Enumerable.Range(0, expected.Factors.Length), k => Assert.Equal(Bits(expected.Column(k)), Bits(actual.Column(k))));
        Assert.Contains(Enumerable.Range(0, expected.Factors.Length), k => expected.Column(k).ContainsAnyExcept(double.NaN));
    }

    private static long[] Bits(ReadOnlySpan<double> values) => Array.ConvertAll(values.ToArray(), BitConverter.DoubleToInt64Bits);

    /// <summary>A day of the table as lists of 242 values: the auctions have none.</summary>
    private static string Dense(string date)
    {
        string[] fields = ["open", "high", "low", "close", "volume", "amount", "num_trades"];
        IEnumerable<string> lists = fields.Select(field => $"([('nan')::DOUBLE] || list(coalesce({field}::DOUBLE, 'nan'::DOUBLE) ORDER BY datetime) || [('nan')::DOUBLE])::DOUBLE[242] AS {field}");
        return $"SELECT code, datetime::DATE AS date, {string.Join(", ", lists)} FROM bars WHERE datetime::DATE = '{date}' GROUP BY ALL ORDER BY code";
    }

    /// <summary>The bars of a query by the way of a CSV file that DuckDB writes.</summary>
    private MinuteBars OfCsv(string query)
    {
        string path = Path.Combine(_folder.Path, "bars.csv");
        _duck.Run($"COPY ({query}) TO '{path}' (HEADER)");
        return MinuteBars.Read(path);
    }
}
