using System;
using System.IO;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Expressions.Text;

public sealed class DefinitionParserTests
{
    /// <summary>What is written, and the same with nothing left out.</summary>
    public static TheoryData<string, string> Spellings => new()
    {
        { "1.50", "1.5" },
        { ".5 + 2. + 1e-9 + 1E3", "0.5 + 2 + 1E-09 + 1000" },
        { "- 2 + -(2) + -nan + inf - -inf", "-2 + -(2) + nan + inf - -inf" },
        { "-0.0", "-0" },
        { "sum(-close * 2 - -3)", "sum(-close * 2 - -3)" },
        { "sum(open - high - low)", "sum(open - high - low)" },
        { "sum((open - (high * low)))", "sum(open - high * low)" },
        { "sum(lag(close))", "sum(lag(close, bars=1))" },
        { "sum(delay(close, 5) + ref(close, bars=2) + shift(close))", "sum(lag(close, bars=5) + lag(close, bars=2) + lag(close, bars=1))" },
        { "sum(delta(close) / delta(open, 3))", "sum((close - lag(close, bars=1)) / (open - lag(open, bars=3)))" },
        { "sum(change_from(close, open)) + change_from(last(close), pre_close)", "sum((close - open) / open) + (last(close) - pre_close) / pre_close" },
        { "sum(if(ret > 0, 1, -1))", "sum(if_else(ret > 0, 1, -1))" },
        { "sum(sign(ret))", "sum(if_else(ret > 0, 1, if_else(ret < 0, -1, ret)))" },
        { "sum(where(ret, ret < 0 and volume > 0 or not amount >= 5))", "sum(where(ret, ret < 0 & volume > 0 | !(amount >= 5)))" },
        { "sum(where(ret, not (ret + 1) < 2 & !(ret > 5)))", "sum(where(ret, !(ret + 1 < 2) & !(ret > 5)))" },
        { "last(ts_mean(close, 5) + ts_std(close, 5, 1) + ts_corr(close, volume, 9))", "last(rolling_mean(close, bars=5) + rolling_std(close, bars=5, ddof=1) + rolling_cov(close, volume, bars=9, ddof=1) / (rolling_std(close, bars=9, ddof=1) * rolling_std(volume, bars=9, ddof=1)))" },
        { "median(close) + prod(close)", "quantile(close, numerator=1, denominator=2) + product(close)" },
        { "sum(between(close, last=30, first=2))", "sum(between(close, first=2, last=30))" },
        { "last(rolling_slope(close, bar_index, 9))", "last(rolling_cov(bar_index, close, bars=9, ddof=1) / rolling_cov(bar_index, bar_index, bars=9, ddof=1))" },
        { "if_else(is_number(pre_close), slot_of, 0)", "if_else(pre_close == pre_close, slot_of, 0)" },
        { "where_bars(volume > 0, corr(ret, amount))", "where_bars(volume > 0, corr(ret, amount))" },
        { "return_var / early_corr_volume_ret", "return_var / early_corr_volume_ret" },
        { "window = 10 - 0; last(close) * window", "last(close) * (10 - 0)" },
        { "window = 10; down = where(ret, ret < 0); sum(rolling_sum(down, window))", "sum(rolling_sum(where(ret, ret < 0), bars=10))" },
    };

    [Theory, MemberData(nameof(Spellings))]
    public void Parse_OfASpelling_IsWhatItSays(string written, string expected)
        => Assert.Equal(expected, FactorDefinitions.Parse($"slot_of = last(slot)\nmine = scope = all; {written}")[1].Expression);

    [Fact]
    public void Parse_OfManyLines_TakesCommentsAndIndentedLines()
    {
        const string Text = """
            # two factors
            first_one = sum(
                volume   # of all bars
              )
              / 2

            second_one =
                down = where(ret,
            ret < 0);
                var(down, ddof=0) # the end
            """;

        string[] expressions = [.. FactorDefinitions.Parse(Text.ReplaceLineEndings("\r\n")).Select(factor => $"{factor.Id} = {factor.Expression}")];

        Assert.Equal(["first_one = sum(volume) / 2", "second_one = var(where(ret, ret < 0), ddof=0)"], expressions);
    }

    [Fact]
    public void Parse_OfSettings_GivesThemToTheFactor()
    {
        const string Text = """
            careful =
                scope = core;
                min_observations = 30;
                observations = count(down);
                tolerance_scale = 1e-9;
                needs_double = "sums of \"whole\" numbers";
                note = "C:\\";
                down = where(ret, ret < 0);
                std(down, ddof=1)
            """;
        string sorted = Text.Replace("    observations = count(down);\n", "", StringComparison.Ordinal)
            .Replace("    std(", "    observations = count(down);\n    std(", StringComparison.Ordinal);

        FactorDefinition factor = Assert.Single(FactorDefinitions.Parse(sorted));

        Assert.Equal((BarScope.Core, 30, 1e-9, "sums of \"whole\" numbers", "C:\\"), (factor.Scope, factor.MinObservations, factor.ToleranceScale, factor.NeedsDouble, factor.Note));
        Assert.Equal("count(where(ret, ret < 0))", new FactorDefinition { Id = "n", Value = factor.Observations! }.Expression);
        Assert.Throws<FactorDefinitionException>(() => FactorDefinitions.Parse(Text));
    }

    [Fact]
    public void Parse_OfAToleranceScaleThatIsAFactor_IsThatFactor()
        => Assert.Same(FactorCatalogue.Get("return_var"), FactorDefinitions.Parse("a = tolerance_scale = return_var; sum(ret)")[0].ToleranceScaleFactor);

    [Fact]
    public void Parse_OfDefinitionsInAnyOrder_ReadsFactorsAsScalarsAndPartsInPlace()
    {
        const string Text = "ratio = down_var / mine\ndown_var = var(down, ddof)\ndown = where(ret, ret < limit)\nlimit = -0.001\nddof = 0";
        var mine = new FactorDefinition { Id = "mine", Value = day => day.Vwap.Last() };

        FactorDefinition[] factors = [.. FactorDefinitions.Parse(Text, mine)];

        Assert.Equal(["ratio", "down_var"], factors.Select(factor => factor.Id));
        Assert.Equal(["down_var / mine", "var(where(ret, ret < -0.001), ddof=0)"], factors.Select(factor => factor.Expression));
        Assert.Equal([BarField.Close, BarField.Vwap], factors[0].Inputs);
    }

    [Fact]
    public void Parse_OfSeveralTexts_LetsThemNameEachOther()
    {
        FactorDefinition[] factors = [.. FactorDefinitions.Parse([new DefinitionText("a = b + 1", "one"), new DefinitionText("b = sum(ret)", "two")])];

        Assert.Equal(["b + 1", "sum(ret)"], factors.Select(factor => factor.Expression));
    }

    [Fact]
    public void Parse_OfNothing_IsNoFactor() => Assert.Empty(FactorDefinitions.Parse("\n  # nothing\n"));

    [Fact]
    public void Load_OfAFile_ReadsUtf8WithOrWithoutAMark()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "mine.txt");
        File.WriteAllText(path, "下行 = sum(ret) # 说明\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal("下行", Assert.Single(FactorDefinitions.Load(path)).Id);
    }

    [Fact]
    public void Load_OfWhatIsNoText_SaysSo()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "mine.txt");
        File.WriteAllBytes(path, [0xC4, 0xE3]);

        string notUtf8 = Assert.Throws<FactorDefinitionException>(() => FactorDefinitions.Load(path)).Message;
        string missing = Assert.Throws<FactorDefinitionException>(() => FactorDefinitions.Load(path + "x")).Message;

        Assert.StartsWith($"The definitions in {path} cannot be read: ", notUtf8, StringComparison.Ordinal);
        Assert.StartsWith($"The definitions in {path}x cannot be read: ", missing, StringComparison.Ordinal);
    }
}
