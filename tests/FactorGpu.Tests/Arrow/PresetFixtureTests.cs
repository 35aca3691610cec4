using System;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class PresetFixtureTests
{
    public static TheoryData<string> Names => [.. PresetFixture.Presets.Select(fixture => fixture.Name)];

    public static TheoryData<string> AllNames => [.. PresetFixture.Canonical.Concat(PresetFixture.Presets).Select(fixture => fixture.Name)];

    [Fact]
    public void Fixtures_AreOneAPreset()
        => Assert.Equal(PresetCatalogue.All.Select(preset => preset.Name).Order(StringComparer.Ordinal), Names.Select(row => row.Data).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(AllNames))]
    public void Fixture_IsWhatItsGeneratorMakes(string name)
    {
        PresetFixture fixture = PresetFixture.Canonical.Concat(PresetFixture.Presets).Single(each => each.Name == name);

        GoldenText.Compare(fixture.Path, fixture.Make());
    }

    [Theory, MemberData(nameof(Names))]
    public void Fixture_WithoutAPreset_IsToldAndLoadsAsItsCanonicalDay(string name) => AssertLoads(name, new BarReadOptions());

    [Theory, MemberData(nameof(Names))]
    public void Fixture_WithItsPreset_LoadsAsItsCanonicalDay(string name) => AssertLoads(name, new BarReadOptions { Preset = name });

    private static void AssertLoads(string name, BarReadOptions options)
    {
        PresetFixture fixture = PresetFixture.Presets.Single(each => each.Name == name);

        LoadedBars actual = BarFolder.Read(options, Repository.PathOf(fixture.Path));

        BarFileReport report = Assert.Single(actual.Files);
        Assert.Equal(name, report.Reading.Preset);
        Assert.Empty(report.Reading.UnknownCodes);
        AssertSame(BarFolder.Read(new BarReadOptions { Preset = "canonical" }, BarFolder.Golden($"presets/day_{fixture.SameAs}.csv")), actual);
    }

    /// <summary>Bit by bit; fields that the source lacks are missing, but for vwap, which is amount / volume then.</summary>
    private static void AssertSame(LoadedBars expected, LoadedBars actual)
    {
        DayTensor e = Assert.Single(expected.Days);
        DayTensor a = Assert.Single(actual.Days);
        Assert.Equal(e.Date, a.Date);
        Assert.Equal(["000001.SZ", "600000.SH"], a.Stocks.Codes);
        Assert.Equal(e.Auctions, a.Auctions);
        Assert.All(BarFields.All, field =>
        {
            bool isLacking = field != BarField.Vwap && actual.Files[0].LackingFields.Contains(field);
            ReadOnlySpan<double> values = e.Field(field);
            long[] bits = Array.ConvertAll(isLacking ? [.. Enumerable.Repeat(double.NaN, values.Length)] : values.ToArray(), BitConverter.DoubleToInt64Bits);
            Assert.Equal(bits, Array.ConvertAll(a.Field(field).ToArray(), BitConverter.DoubleToInt64Bits));
        });
    }
}
