using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Results;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>What is written is what other Arrow libraries read: columns, types, record batches, nulls and every bit of the numbers.</summary>
public sealed class PeerTests(PeerFiles files) : IClassFixture<PeerFiles>
{
    // LimitUp has no value in these days.
    private static readonly BarField[] s_fields = [.. BarFields.All.Where(field => field != BarField.LimitUp)];

    /// <summary>Every library with what it reads: apache-arrow has no codecs of its own.</summary>
    public static TheoryData<string, string, ArrowCompression> Cases { get; } = new(
        from suffix in (string[])[".arrow", ".arrows"]
        from reader in ((string, ArrowCompression)[])
            [("apache-arrow", ArrowCompression.None), ("polars", ArrowCompression.None), ("polars", ArrowCompression.Lz4), ("polars", ArrowCompression.Zstd)]
        select (reader.Item1, suffix, reader.Item2));

    [Theory, MemberData(nameof(Cases))]
    public void LongBars_AreReadByOthers_MissingAsNull(string library, string suffix, ArrowCompression compression)
    {
        PeerTable actual = files.Read(library, PeerFiles.BarFileName(BarLayout.Long, compression, suffix));

        PeerTable.AssertSame(ExpectedBars.Long(files.Days, s_fields), actual);
    }

    [Theory, MemberData(nameof(Cases))]
    public void DenseBars_AreReadByOthers_MissingAsNaN(string library, string suffix, ArrowCompression compression)
    {
        PeerTable actual = files.Read(library, PeerFiles.BarFileName(BarLayout.Dense, compression, suffix));

        PeerTable.AssertSame(ExpectedBars.Dense(files.Days, s_fields), actual);
    }

    [Theory, MemberData(nameof(Cases))]
    public void DenseBarsInSingle_AreReadByOthers_PricesInTicksOfTheirColumn(string library, string suffix, ArrowCompression compression)
    {
        PeerTable actual = files.Read(library, PeerFiles.BarFileName(BarLayout.Dense, compression, suffix, Precision.Single));

        PeerTable.AssertSame(ExpectedBars.DenseInSingle(files.Days, s_fields), actual);
    }

    [Theory]
    [InlineData("apache-arrow", ".arrow")]
    [InlineData("apache-arrow", ".arrows")]
    [InlineData("polars", ".arrow")]
    [InlineData("polars", ".arrows")]
    public void FactorTable_IsReadByOthers_NaNAsNull(string library, string suffix)
    {
        PeerTable actual = files.Read(library, PeerFiles.FactorFileName(suffix));

        PeerTable.AssertSame(Expected(files.Factors), actual);
    }

    private static PeerTable Expected(FactorTable factors)
    {
        var table = new PeerTable { Batches = (factors.Rows.Length + 9) / 10 };
        table.Add("code", "utf8", factors.Rows.Select(row => row.Code));
        table.Add("date", "date", factors.Rows.Select(row => (object)ExpectedBars.DaysSince1970(row.Date)));
        foreach (string factor in factors.Factors)
        {
            table.Add(factor, "float64", factors.Column(factor).ToArray().Select(ExpectedBars.NaNAsNull));
        }

        return table;
    }
}
