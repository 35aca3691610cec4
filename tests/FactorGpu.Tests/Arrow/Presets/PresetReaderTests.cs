using System;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow.Presets;

public sealed class PresetReaderTests : IDisposable
{
    private const string Mine = """
        {
          "columns": { "code": ["Stock"], "datetime": ["At"], "open": ["O"], "high": ["H"], "low": ["L"], "close": ["C"], "volume": ["V"], "amount": ["A"] },
          "label": "end", "stamps": ["09:31-11:30", "13:01-15:00"], "volumeUnit": "lot", "codeStyle": "sh.600000"
        }
        """;

    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Preset_OfAUserFile_IsReadByItsPath()
    {
        string preset = _folder.Text("mine.json", Mine);
        string path = _folder.Text("bars.csv", "Stock,At,O,H,L,C,V,A", "sh.600000,2024-06-14 09:31,10,10,10,10,2,2000");

        LoadedBars bars = BarFolder.Read(new BarReadOptions { Preset = preset }, path);

        Assert.Equal(preset, bars.Files[0].Reading.Preset);
        Assert.Equal(["asked for", "1 stamps 09:31 are ends"], bars.Files[0].Reading.Evidence);
        Assert.Equal(["600000.SH"], bars.Days[0].Stocks.Codes);
        Assert.Equal(200, bars.Days[0].Row(BarField.Volume, 0)[1]);
    }

    [Fact]
    public void Preset_WithABase_TakesFromItWhatItDoesNotSay()
    {
        string preset = _folder.Text("mine.json", "\uFEFF{ \"base\": \"joinquant\", \"note\": \"ours\", \"columns\": { \"amount\": [\"turn\"] } }");
        string path = _folder.Text("bars.csv", "time,code,open,high,low,close,volume,turn", "2024-06-14 09:31,600000.XSHG,10,10,10,10,100,1000");

        LoadedBars bars = BarFolder.Read(new BarReadOptions { Preset = preset }, path);

        Assert.Equal(["600000.SH"], bars.Days[0].Stocks.Codes);
        Assert.Equal([1], TensorAssert.FilledSlots(bars.Days[0], BarField.Amount, 0));
    }

    [Fact]
    public void Preset_AskedFor_AlsoTakesTheCataloguesNames()
    {
        string path = _folder.Csv(BarFolder.Row("600000.XSHG", "2024-06-14 09:31"));

        LoadedBars bars = BarFolder.Read(new BarReadOptions { Preset = "joinquant" }, path);

        Assert.Equal([1], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
        Assert.Equal(["600000.SH"], bars.Days[0].Stocks.Codes);
    }

    [Theory]
    [InlineData("joinqant", "The nearest is joinquant; there are canonical, end240, end241, joinquant, ")]
    [InlineData("Tushare", "The nearest is tushare; ")]
    public void Preset_Unknown_IsRefusedWithTheNearest(string name, string expected)
    {
        string message = BarFolder.Refusal(new BarReadOptions { Preset = name });

        Assert.StartsWith($"The preset {name} was asked for; there is none of that name. {expected}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void PresetFile_Missing_IsRefusedByName()
        => Assert.StartsWith("no-such.json was given as a preset file; it cannot be read: ", BarFolder.Refusal(new BarReadOptions { Preset = "no-such.json" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"label\": ", "is not JSON: ")]
    [InlineData("[]", "has [] for the file; allowed is an object { ... }.")]
    [InlineData("{ \"colums\": {} }", "has the key colums in the file; a preset has no such key there. The nearest is columns; allowed are base, ")]
    [InlineData("{ \"label\": \"end\", \"label\": \"end\" }", "has the key label twice in the file; ")]
    [InlineData("{ \"label\": \"end\", \"stamps\": [\"09:31\"] }", "has no key columns; a preset needs it.")]
    [InlineData("{ \"base\": \"joinquant\", \"label\": \"right\" }", "has \"right\" for label; allowed is detect, end, start.")]
    [InlineData("{ \"base\": \"joinquant\", \"label\": 1 }", "has 1 for label; allowed is detect, end, start.")]
    [InlineData("{ \"base\": \"joinquant\", \"note\": 1 }", "has 1 for note; allowed is a text.")]
    [InlineData("{ \"base\": \"joinquant\", \"dropEmptyClosing\": \"yes\" }", "has \"yes\" for dropEmptyClosing; allowed is true or false.")]
    [InlineData("{ \"base\": \"joinquant\", \"volumeUnit\": \"hand\" }", "has \"hand\" for volumeUnit; allowed is detect, lot, share.")]
    [InlineData("{ \"base\": \"joinquant\", \"codeStyle\": \"SH\" }", "has \"SH\" for codeStyle; allowed is 600000, 600000.SH, 600000.SSE, 600000.XSHG, keep, sh.600000, sh600000.")]
    [InlineData("{ \"base\": \"joinquant\", \"timeTypes\": [\"epoch\"] }", "has \"epoch\" for timeTypes; allowed is epoch_ms, epoch_ns, epoch_s, epoch_us, text, ")]
    [InlineData("{ \"base\": \"joinquant\", \"stamps\": [\"9:31\"] }", "has \"9:31\" for stamps; allowed is a list of stamps")]
    [InlineData("{ \"base\": \"joinquant\", \"stamps\": [\"11:30-09:31\"] }", "has \"11:30-09:31\" for stamps; ")]
    [InlineData("{ \"base\": \"joinquant\", \"stamps\": [] }", "has [] for stamps; ")]
    [InlineData("{ \"base\": \"joinquant\", \"columns\": { \"turnover\": [\"t\"] } }", "has the key turnover in columns; a preset has no such key there. The nearest is ")]
    [InlineData("{ \"base\": \"joinquant\", \"columns\": { \"amount\": \"t\" } }", "has \"t\" for columns.amount; allowed is a list of one or more texts.")]
    public void PresetFile_ThatIsNone_IsRefusedWithKeyValueAndWhatIsAllowed(string text, string expected)
    {
        string path = _folder.Text("mine.json", text);

        string message = BarFolder.Refusal(new BarReadOptions { Preset = path });

        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void PresetFile_WithAnUnknownBase_IsRefusedWithTheNearest()
    {
        string path = _folder.Text("mine.json", "{ \"base\": \"wnd\" }");

        string message = BarFolder.Refusal(new BarReadOptions { Preset = path });

        Assert.Contains("The nearest is wind; ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Presets_Embedded_HaveAnAxisOnTheirLabel()
        => Assert.All(PresetCatalogue.All, preset => Assert.All(preset.Stamps, minute => Assert.True(
            SlotMap.Of(preset, BarLabel.Start).SlotAt(minute) >= 0 || SlotMap.Of(preset, BarLabel.End).SlotAt(minute) >= 0, $"{preset.Name} {minute}")));

    [Theory]
    [InlineData(null, "lot", 200)]
    [InlineData(VolumeUnit.Lot, "share", 200)]
    [InlineData(VolumeUnit.Share, "lot", 2)]
    public void Amount_MadeFromVwap_IsThatOfShares(VolumeUnit? asked, string said, double shares)
    {
        string preset = _folder.Text("mine.json", $"{{ \"base\": \"canonical\", \"amountFromVwap\": true, \"volumeUnit\": \"{said}\" }}");
        string path = _folder.Text("bars.csv", "code,datetime,open,high,low,close,volume,vwap", "a,2024-06-14 09:30,10,10,10,10,2,10", "a,2024-06-14 09:31,10,10,10,10,0,");

        LoadedBars bars = BarFolder.Read(new BarReadOptions { Preset = preset, VolumeUnit = asked }, path);

        Assert.Equal([shares, 0], bars.Days[0].Row(BarField.Volume, 0)[1..3].ToArray());
        Assert.Equal([shares * 10, 0], bars.Days[0].Row(BarField.Amount, 0)[1..3].ToArray());
        Assert.Equal([10, double.NaN], bars.Days[0].Row(BarField.Vwap, 0)[1..3].ToArray());
    }

    [Fact]
    public void Open_OfZero_IsNotedWhereThePresetSaysSoAlone()
    {
        string path = _folder.Csv("a,2024-06-14 09:30,0,10,10,10,100,1000");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal(("canonical", 1), (bars.Files[0].Reading.Preset, bars.Files[0].InvalidBars));
        Assert.Empty(bars.Files[0].Reading.Notes);
    }
}
