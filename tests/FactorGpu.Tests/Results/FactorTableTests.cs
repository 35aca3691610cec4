using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Results;
using Xunit;

namespace FactorGpu.Tests.Results;

public sealed class FactorTableTests
{
    [Fact]
    public void Rows_OfSeveralDays_GoByDateThenCode_OrdinalNotBySource()
    {
        FactorTable table = Table(["a"], (Day(2, "B", "A", "a"), [1, 2, 3]), (Day(1, "Z", "C"), [4, 5]));

        Assert.Equal(["1 C", "1 Z", "2 A", "2 B", "2 a"], table.Rows.Select(row => $"{row.Date.Day} {row.Code}"));
        Assert.Equal([5, 4, 2, 1, 3], table.Column(0).ToArray());
    }

    [Fact]
    public void Columns_KeepTheOrderAsked()
    {
        FactorTable table = Table(["f", "g"], (Day(1, "A", "B"), [1, 2, 10, 20]));

        Assert.Equal([1, 2], table.Column("f").ToArray());
        Assert.Equal([10, 20], table.Column("g").ToArray());
    }

    [Fact]
    public void Column_OfAFactorThatIsNotThere_SaysTheNearest()
    {
        FactorTable table = Table(["return_var"], (Day(1, "A"), [1]));

        var thrown = Assert.Throws<FactorDefinitionException>(() => table.Column("retrun_var").ToArray());

        Assert.Contains("asked for retrun_var, which it does not hold (nearest: return_var)", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteCsv_GivesShortestNumbers_EmptyForNaN_AndQuotesWhatNeedsIt()
    {
        FactorTable table = Table(["f", "g"], (Day(3, "600000.SH", "B,\"1\""), [0.1, double.NaN, -1e-300, 123456789012]));
        using var output = new MemoryStream();

        table.WriteCsv(output);

        Assert.Equal(
            "code,date,f,g\n600000.SH,2024-01-03,0.1,-1E-300\n\"B,\"\"1\"\"\",2024-01-03,,123456789012\n",
            Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void WriteCsv_OfEveryKindOfDouble_ReadsBackToTheSameBits()
    {
        double[] values = [double.Epsilon, double.MaxValue, -0.0, 1.0 / 3, 4.35, 5e-324, 9007199254740993, 0.1 + 0.2];
        FactorTable table = Table(["f"], (Day(1, [.. values.Select((_, s) => $"{s}")]), values));
        using var output = new MemoryStream();

        table.WriteCsv(output);

        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n')[1..^1];
        Assert.Equal(
            values.Select(BitConverter.DoubleToInt64Bits),
            lines.Select(line => BitConverter.DoubleToInt64Bits(GoldenDay.ParseCell(line.Split(',')[2]))));
    }

    [Fact]
    public void Save_ReplacesAnExistingFile_AndLeavesNothingElse()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "x.CSV");
        File.WriteAllText(path, new string('x', 10000));

        Table(["f"], (Day(1, "A"), [1])).Save(path);

        Assert.Equal("code,date,f\nA,2024-01-01,1\n", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory, InlineData("x.arrow"), InlineData("x.feather"), InlineData("x.ipc")]
    public void Save_AsArrow_GivesCodeDateAndFactors_NaNAsNull(string name)
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, name);

        Table(["f", "g"], (Day(3, "B", "A"), [1, 2, double.NaN, -0.0])).Save(path);

        using ArrowFile file = ArrowFile.Open(path);
        Assert.Equal(["code Utf8", "date Date32", "f Float64", "g Float64"], file.Fields.Select(field => $"{field.Name} {field.Type.Kind}"));
        ArrowBatch batch = Assert.Single(file.Batches);
        Assert.Equal("A", Encoding.UTF8.GetString(new ArrowTexts(batch.Column(file.Fields[0]))[0]));
        Assert.Equal([2, 1], Numbers(batch.Column(file.Fields[2])));
        Assert.Equal([-0.0, double.NaN], Numbers(batch.Column(file.Fields[3])));
        Assert.Equal([0b01], batch.Column(file.Fields[3]).Validity.ToArray());
    }

    [Fact]
    public void Save_AsArrowStream_StartsWithAMessage()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "x.arrows");

        Table(["f"], (Day(1, "A"), [1])).Save(path);

        Assert.Equal([0xFF, 0xFF, 0xFF, 0xFF], File.ReadAllBytes(path)[..4]);
    }

    [Fact]
    public void Save_WhereNoFileCanBe_NamesThePath_AndLeavesNothing()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "taken.csv");
        Directory.CreateDirectory(path);

        var thrown = Assert.Throws<FactorGpuException>(() => Table(["f"], (Day(1, "A"), [1])).Save(path));

        Assert.Contains($"cannot be written to {path}", thrown.Message, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory, InlineData("x.xyz", ".xyz is no known format"), InlineData("x", "it has no suffix")]
    public void Save_UnderAnUnknownSuffix_SaysWhichAreKnown(string path, string says)
    {
        var thrown = Assert.Throws<FactorGpuException>(() => Table(["f"], (Day(1, "A"), [1])).Save(path));

        Assert.Equal($"Results were asked for in {path}, and {says}. Use a path that ends in .csv, .arrow, .feather, .ipc, .arrows.", thrown.Message);
    }

    [Fact]
    public void CheckPath_WithoutItsFolder_NamesTheFolder()
    {
        using var folder = new TempFolder();
        string missing = Path.Combine(folder.Path, "missing");

        var thrown = Assert.Throws<FactorGpuException>(() => FactorTableFile.CheckPath(Path.Combine(missing, "x.csv")));

        Assert.Contains($"there is no folder {missing}", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_OverSeveralDays_GivesEachDayItsRows()
    {
        DayTensor first = DayBuilder.Stock(close: [10, 11]);
        var second = new DayTensor(first.Date.AddDays(1), first.Stocks, AllFields(DayBuilder.Stock(close: [10, 12])), AuctionBars.None);
        FactorProgram program = FactorProgram.Compile([new FactorDefinition { Id = "last", Value = day => day.Close.Last() }]);

        FactorTable table = MinuteBars.Of(second, first).Compute(program);

        Assert.Equal([first.Date, second.Date], table.Rows.Select(row => row.Date));
        Assert.Equal([11, 12], table.Column("last").ToArray());
    }

    [Fact]
    public void MinuteBars_OfOneDateTwice_AreRefusedWithTheDate()
    {
        DayTensor day = DayBuilder.Stock(close: [10]);

        var thrown = Assert.Throws<BarFormatException>(() => MinuteBars.Of(day, day));

        Assert.Contains("two day tensors for 2024-01-02", thrown.Message, StringComparison.Ordinal);
    }

    private static double[] AllFields(DayTensor day) => [.. BarFields.All.SelectMany(field => day.Field(field).ToArray())];

    private static FactorTable Table(ImmutableArray<string> factors, params (DayTensor Day, double[] Values)[] days) => FactorTable.OfDays(factors, days);

    private static double[] Numbers(ArrowColumn column)
    {
        double[] values = new double[column.RowCount];
        ArrowNumbers.Read(column, values);
        return values;
    }

    private static DayTensor Day(int dayOfMonth, params string[] codes)
    {
        double[] values = new double[BarFields.Count * codes.Length * BarAxis.SlotCount];
        return new DayTensor(new DateOnly(2024, 1, dayOfMonth), new StockList([.. codes]), values, AuctionBars.None);
    }
}
