using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Tests.Arrow.Ipc;

namespace FactorGpu.Tests.Arrow.Fuzz;

/// <summary>Good files and streams, small, of every layout, codec and kind of column that is read, by this library, by others and by hand.</summary>
internal static class FuzzSeeds
{
    private static readonly string[] s_goldens =
    [
        "date32_time32.arrow", "date64_time64.arrow", "dictionary_code.arrow", "dictionary_stream.arrows", "float16_close.arrow", "int32_date_int32_time.arrow", "int64_digits.arrow",
        "large_utf8_ms_utc_float32.arrow", "polars_lz4.arrow", "polars_zstd.arrow", "text_stamps.arrow", "utf8_s_wall_batches.arrow", "utf8_view_polars.arrow",
    ];

    internal static ImmutableArray<FuzzSeed> Make(BarFolder folder) =>
    [
        .. s_goldens.Select(name => new FuzzSeed(name, File.ReadAllBytes(BarFolder.Golden($"arrow/{name}")))),
        .. from layout in Enum.GetValues<BarLayout>()
           from precision in Enum.GetValues<Precision>()
           from compression in Enum.GetValues<ArrowCompression>()
           from suffix in (string[])[".arrow", ".arrows"]
           where layout == BarLayout.Dense || precision == Precision.Double
           select Written(folder, $"{layout}_{precision}_{compression}{suffix}", new BarWriteOptions { Layout = layout, Precision = precision, Compression = compression }),
        new FuzzSeed("all_types.arrow", ByHand(ArrowCompression.None).ToFile()),
        new FuzzSeed("all_types.arrows", ByHand(ArrowCompression.None).ToStream()),
        new FuzzSeed("all_types_lz4.arrows", ByHand(ArrowCompression.Lz4).ToStream()),
        new FuzzSeed("all_types_zstd.arrow", ByHand(ArrowCompression.Zstd).ToFile()),
        new FuzzSeed("all_types_unmarked.arrows", ByHand(ArrowCompression.None).ToStream(hasMarkers: false, hasEnd: false)),
    ];

    private static FuzzSeed Written(BarFolder folder, string name, BarWriteOptions options)
    {
        string path = Path.Combine(folder.Root, name);
        MinuteBars.Of(DayBuilder.Stock(close: [10, 10.01, double.NaN, 10.02]), Second()).Save(path, options);
        return new FuzzSeed(name, File.ReadAllBytes(path));
    }

    private static DayTensor Second()
    {
        DayTensor day = DayBuilder.Stock(close: [11, double.NaN, 11.5]);
        return new DayTensor(day.Date.AddDays(1), day.Stocks, BarFields.All.SelectMany(field => day.Field(field).ToArray()).ToArray(), day.Auctions);
    }

    /// <summary>Two batches of bars whose code is dictionary-encoded, with a dictionary that grows, prices as decimals and integers with nulls, and columns beside them that are not read.</summary>
    private static IpcBuilder ByHand(ArrowCompression compression)
    {
        IpcColumn code = IpcColumn.Encoded<sbyte>("code", 7, IpcColumn.Text("code", "a", "b"), true, 0, 1, 0);
        IpcColumn more = IpcColumn.Encoded<sbyte>("code", 7, IpcColumn.Text("code", "c"), true, 2, 0, 2);
        return new IpcBuilder([code, .. Columns(0)]) { Compression = compression }
            .Metadata("factorgpu.preset", "canonical")
            .Dictionary(7, IpcColumn.Text("code", "a", "b"))
            .Batch([code, .. Columns(0)])
            .Dictionary(7, IpcColumn.Text("code", "c"), isDelta: true)
            .Batch([more, .. Columns(3)]);
    }

    private static IpcColumn[] Columns(int first) =>
    [
        IpcColumn.Lists("depth", 2, IpcColumn.Doubles("item", 1, 2, 3, null, 5, 6), true, false, true),
        IpcBars.Stamps(3, first),
        .. IpcBars.Fields(3, first).Where(column => column.Name is not ("volume" or "high")),
        IpcColumn.Numbers("volume", 2, IpcColumn.Integer<long>(true), [100L, 200, 300], true, true, false),
        IpcColumn.Numbers("high", 7, new FlatNode { [0] = 18, [1] = 2, [2] = 64 }, [1000L + first, 1001 + first, 1002 + first]),
        IpcColumn.Nothing("vwap", 3),
    ];
}
