using System;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Attributes;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Benchmarks.Suite;

namespace FactorGpu.Benchmarks;

/// <summary>What does it cost to read the bars of a day, by layout and codec? From a file in the page cache to tensors whose valid bars are known.</summary>
public class BarLoading : IMeasured
{
    private string _folder = "";
    private string _path = "";

    [Params("csv", "long", "long lz4", "long zstd", "dense", "dense zstd")]
    public string Format { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _folder = Directory.CreateTempSubdirectory("factorgpu-").FullName;
        _path = Path.Combine(_folder, Format == "csv" ? "bars.csv" : "bars.arrow");
        DayTensor day = Market.Day(Market.Stocks);
        MinuteBars.Of(day).Save(_path, Options());
        using MinuteBars bars = MinuteBars.Read(_path);
        Check(day, bars.Days.Single());
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public int Read()
    {
        using MinuteBars bars = MinuteBars.Read(_path);
        DayTensor day = bars.Days.Single();
        int valid = 0;
        for (int s = 0; s < day.Shape.S; s++)
        {
            valid += day.ValidBars(s, BarRequirements.NumTrades).Count;
        }

        return valid;
    }

    Work IMeasured.WorkOf(string method) => new(Market.Stocks, (long)Market.Stocks * Work.TensorBytes);

    private BarWriteOptions Options() => new()
    {
        Layout = Format.StartsWith("dense", StringComparison.Ordinal) ? BarLayout.Dense : BarLayout.Long,
        Compression = Format.EndsWith("lz4", StringComparison.Ordinal) ? ArrowCompression.Lz4
            : Format.EndsWith("zstd", StringComparison.Ordinal) ? ArrowCompression.Zstd
            : ArrowCompression.None,
    };

    /// <summary>What was read is what was written, bit by bit; a stock without any bar has no row in a long file.</summary>
    private static void Check(DayTensor written, DayTensor read)
    {
        for (int s = 0; s < read.Shape.S; s++)
        {
            int w = written.Stocks.Codes.AsSpan().BinarySearch(read.Stocks.Codes[s], StringComparer.Ordinal);
            BarField? differs = BarFields.All.Cast<BarField?>().FirstOrDefault(
                field => !written.Row(field!.Value, w).SequenceEqual(read.Row(field.Value, s)));
            if (differs is { } field)
            {
                throw new InvalidOperationException($"{BarFields.Name(field)} of {read.Stocks.Codes[s]} is not read as it was written. Nothing is timed until it is.");
            }
        }
    }
}
