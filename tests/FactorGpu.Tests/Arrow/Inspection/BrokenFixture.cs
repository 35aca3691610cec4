using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Tests.Arrow.Inspection;

/// <summary>A small file with one fault, named by its code; made by a seeded generator of good bars and a change by hand.</summary>
internal sealed class BrokenFixture
{
    private const string Header = "code,datetime,open,high,low,close,volume,amount";
    private const string Date = "2024-06-14";
    private const string Code = "600000.SH";

    private static readonly ImmutableArray<string> s_stocks = ["600000.SH", "000001.SZ", "300001.SZ"];

    private readonly Func<IEnumerable<string>> _lines;

    private BrokenFixture(string codes, Func<IEnumerable<string>> lines)
    {
        Own = codes.Split(' ')[0];
        Codes = [.. codes.Split(' ').Order()];
        _lines = lines;
    }

    /// <summary>All of them.</summary>
    internal static ImmutableArray<BrokenFixture> All { get; } =
    [
        new("FG001", () => [Header, "600000.SH,2024-06-14 09:30,10,10,10,ten,100,1000"]),
        new("FG002", () => [Header, "600000.SH,2024-06-14 09:31,10,10,10,10,100,1000", "600000.SH,2024-06-14 09:32,10,10,10,10,100,1000"]),
        Of("FG101", rows => rows.Insert(21, rows[20])),
        Of("FG102", rows => rows.Insert(21, rows[20] with { Volume = rows[20].Volume * 2, Amount = rows[20].Amount * 2 })),
        Of("FG103", rows => rows.Add(rows[^1] with { Time = "15:30" })),
        Of("FG104", rows => rows.Insert(121, (rows[120] with { Volume = 10 }).At(rows[120].Close) with { Time = "11:30" })),
        Of("FG107", rows => Change(rows, row => row with { Code = "ABC" })),
        Of("FG201", rows => Change(rows, row => row with { Volume = row.Volume / 100 })),
        new("FG202 FG204", () => ["stock_code,time,open,high,low,close,volume,amount,preClose", .. Day(Code, Date).Select((row, i) => (row with { Amount = row.Amount / 1000 }).EndOf(i == 238 ? 241 : i).Line() + ",10")]),
        Of("FG203", rows => Change(rows, row => row.Code == Code ? row with { Volume = row.Volume / 100 } : row), s_stocks),
        Of("FG204", rows => Change(rows, row => row.Code == Code ? row with { Amount = row.Amount / 1000 } : row), s_stocks),
        Of("FG301", rows => rows[40] = rows[40] with { Volume = -100 }),
        Of("FG302", rows => rows[40] = rows[40] with { Open = 0 }),
        Of("FG303", rows => rows[40] = rows[40] with { Close = double.NaN }),
        Of("FG304", rows => rows[40] = rows[40] with { Low = rows[40].High, High = rows[40].Low }),
        Of("FG305", rows => rows[40] = rows[40] with { Close = Math.Round(rows[40].High + 0.05, 2) }),
        Of("FG306", rows => rows[40] = rows[40].At(rows[40].Close + 0.005)),
        Of("FG307", rows => Change(rows, row => row with { Open = row.Open * 1.0123, High = row.High * 1.0123, Low = row.Low * 1.0123, Close = row.Close * 1.0123, Amount = row.Amount * 1.0123 })),
        new("FG308", () => [Header + ",limit_up,limit_down", .. Day(Code, Date).Select((row, i) => (i == 40 ? row.At(11.02) : row).Line() + ",11,9")]),
        Of("FG309", rows => rows[40] = rows[40] with { Amount = 0 }),
        Of("FG310", rows => rows[40] = rows[40] with { Amount = rows[40].Amount * 1.5 }),
        Of("FG311", rows => rows[40] = (rows[40] with { Volume = 0 }).At(rows[40].Close)),
        Of("FG312", rows =>
        {
            rows[0] = (rows[0] with { Volume = 5000 }).At(9.5);
            rows[1] = rows[1] with { Volume = rows[1].Volume + 5000, Amount = rows[1].Amount + rows[0].Amount };
        }),
        Of("FG401", rows => rows.RemoveAt(40)),
        Of("FG402", rows => rows.RemoveAll(row => row.Time is "10:15" or "10:16"), [.. Enumerable.Range(1, 10).Select(number => $"{number:000000}.SZ")]),
        Of("FG403", rows => rows.RemoveAll(row => string.CompareOrdinal(row.Time, "12:00") > 0), s_stocks),
        new("FG404", () => [Header, .. s_stocks.SelectMany(code => Day(code, "2016-01-04")).Where(row => string.CompareOrdinal(row.Time, "13:34") < 0).Select(row => row.Line())]),
        Of("FG405", rows => rows.RemoveAll(row => string.CompareOrdinal(row.Time, "14:00") > 0)),
        Of("FG406 FG311", rows => Change(rows, row => (row with { Volume = 0 }).At(10))),
        new("FG407 FG401", () => [Header, .. Thin("2024-06-13", 12, "600000.SH"), .. Thin("2024-06-14", 6, "600000.SH"), .. Thin("2024-06-17", 12, "600000.SH")]),
        new("FG408 FG401", () => [Header, .. Thin("2024-06-13", 6, "600000.SH"), .. Thin("2024-06-13", 6, "000001.SZ"), .. Thin("2024-06-14", 6, "600000.SH"), .. Thin("2024-06-17", 6, "600000.SH"), .. Thin("2024-06-17", 6, "000001.SZ")]),
    ];

    /// <summary>The code that the file is about.</summary>
    internal string Own { get; }

    /// <summary>The codes that are to be found, and no others: its own, and those that go with it.</summary>
    internal ImmutableArray<string> Codes { get; }

    /// <summary>Path of the committed file, from the root of the checkout.</summary>
    internal string Path => $"tests/FactorGpu.Tests/Golden/broken/{Own}.csv";

    internal string Make() => string.Concat(_lines().Select(line => line + "\n"));

    private static BrokenFixture Of(string codes, Action<List<BrokenRow>> breakRows, params ImmutableArray<string> stocks) => new(codes, () =>
    {
        List<BrokenRow> rows = [.. (stocks.IsEmpty ? [Code] : stocks).SelectMany(code => Day(code, Date))];
        breakRows(rows);
        return [Header, .. rows.Select(row => row.Line())];
    });

    private static void Change(List<BrokenRow> rows, Func<BrokenRow, BrokenRow> change)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            rows[i] = change(rows[i]);
        }
    }

    /// <summary>A day of good bars: both auctions and 237 minutes, on ticks of 0.01, amounts inside of low and high.</summary>
    private static List<BrokenRow> Day(string code, string date)
    {
        var random = new Random(int.Parse(code.AsSpan(0, 6), CultureInfo.InvariantCulture));
        var rows = new List<BrokenRow>();
        int price = 1000;
        foreach (int t in Enumerable.Range(0, BarAxis.SlotCount).Where(t => !BarAxis.ClosingCall.Contains(t)))
        {
            int open = price;
            price = Math.Clamp(price + random.Next(-2, 3), 950, 1050);
            int low = Math.Min(open, price) - random.Next(2);
            int high = Math.Max(open, price) + random.Next(2);
            int volume = 100 * random.Next(1, 50);
            string time = BarAxis.StartOf(t).ToString("HH:mm", CultureInfo.InvariantCulture);
            rows.Add(new BrokenRow(code, date, time, open / 100.0, high / 100.0, low / 100.0, price / 100.0, volume, volume * (low + high) / 200.0));
        }

        return rows;
    }

    /// <summary>Stocks with two bars each, the first and the last minute.</summary>
    private static IEnumerable<string> Thin(string date, int count, string first)
        => from n in Enumerable.Range(0, count)
           let code = $"{int.Parse(first.AsSpan(0, 6), CultureInfo.InvariantCulture) + n:000000}{first[6..]}"
           from time in (string[])["09:30", "14:56"]
           select $"{code},{date} {time},10,10,10,10,100,1000";
}
