using System;
using System.Linq;
using FactorGpu.Arrow.Presets;
using Xunit;

namespace FactorGpu.Tests.Arrow.Presets;

public sealed class CodeStylesTests
{
    [Theory]
    [InlineData("600000.SH", "600000.SH", "600000.SH")]
    [InlineData("600000.SH", "000001.sz", "000001.SZ")]
    [InlineData("600000.SH", "430047.BJ", "430047.BJ")]
    [InlineData("600000.XSHG", "600000.XSHG", "600000.SH")]
    [InlineData("600000.XSHG", "000001.XSHE", "000001.SZ")]
    [InlineData("600000.SSE", "600000.SSE", "600000.SH")]
    [InlineData("600000.SSE", "000001.SZSE", "000001.SZ")]
    [InlineData("600000.SSE", "430047.BSE", "430047.BJ")]
    [InlineData("sh600000", "sh600000", "600000.SH")]
    [InlineData("sh600000", "SZ000001", "000001.SZ")]
    [InlineData("sh600000", "bj430047", "430047.BJ")]
    [InlineData("sh.600000", "sh.600000", "600000.SH")]
    [InlineData("sh.600000", "sz.000001", "000001.SZ")]
    [InlineData("600000", "600000", "600000.SH")]
    [InlineData("600000", "688001", "688001.SH")]
    [InlineData("600000", "900901", "900901.SH")]
    [InlineData("600000", "510050", "510050.SH")]
    [InlineData("600000", "000001", "000001.SZ")]
    [InlineData("600000", "300750", "300750.SZ")]
    [InlineData("600000", "200002", "200002.SZ")]
    [InlineData("600000", "159915", "159915.SZ")]
    [InlineData("600000", "430047", "430047.BJ")]
    [InlineData("600000", "830799", "830799.BJ")]
    [InlineData("600000", "920002", "920002.BJ")]
    public void Code_OfAStyle_BecomesNumberAndExchange(string style, string code, string expected)
    {
        bool isOfStyle = CodeStyles.TryRewrite(code, PresetWords.CodeStyles.Single(row => row.Word == style).Value, out string rewritten);

        Assert.True(isOfStyle);
        Assert.Equal(expected, rewritten);
        Assert.Equal(PresetWords.CodeStyles.Single(row => row.Word == style).Value, CodeStyles.Of(code));
        Assert.Equal(expected.EndsWith(".SH", StringComparison.Ordinal), CodeStyles.IsShanghai(code));
    }

    [Theory]
    [InlineData("600000.SH", "600000.XSHG")]
    [InlineData("600000.SH", "60000.SH")]
    [InlineData("600000.SH", "SH.600000")]
    [InlineData("600000.SH", "60000A.SH")]
    [InlineData("600000.SH", "600000.SH.1")]
    [InlineData("600000.XSHG", "600000.SH")]
    [InlineData("sh600000", "sh60000")]
    [InlineData("sh600000", "hk000700")]
    [InlineData("sh600000", "sh.600000")]
    [InlineData("sh.600000", "sh-600000")]
    [InlineData("600000", "110059")]
    [InlineData("600000", "700")]
    [InlineData("600000", "")]
    public void Code_OfAnotherStyle_IsKept(string style, string code)
    {
        bool isOfStyle = CodeStyles.TryRewrite(code, PresetWords.CodeStyles.Single(row => row.Word == style).Value, out string rewritten);

        Assert.False(isOfStyle);
        Assert.Equal(code, rewritten);
    }

    [Theory, InlineData("a"), InlineData("SH"), InlineData("999999")]
    public void Code_OfNoStyle_IsUnknown(string code) => Assert.Equal(CodeStyle.Keep, CodeStyles.Of(code));
}
