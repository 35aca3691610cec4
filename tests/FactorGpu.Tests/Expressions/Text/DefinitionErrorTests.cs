using System;
using System.Linq;
using System.Text;
using FactorGpu.Errors;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Expressions.Text;

public sealed class DefinitionErrorTests
{
    /// <summary>A text, the place of its error, and what the message must say.</summary>
    public static TheoryData<string, int, int, string> Errors => new()
    {
        { "my_var = var(volume > 0, ddof=0)", 1, 14, "var takes a series over the bars for x; volume > 0 is a condition over the bars." },
        { "a = sum(mean(ret))", 1, 9, "sum takes a series over the bars for x; mean(ret) is a number of the stock-day. It is one value already." },
        { "a = mean(ret) + (ret < 0)", 1, 17, "+ takes a number, per bar or per stock-day; (ret < 0) is a condition over the bars." },
        { "a = sum(where(ret, ret))", 1, 20, "where takes a condition over the bars for condition; ret is a series over the bars. Compare it" },
        { "a = sum(ret < 0 < 1)", 1, 9, "< takes a number" },
        { "a = last(close) & 1", 1, 5, "& takes a condition; last(close) is a number of the stock-day. Compare it" },
        { "a = sum(where(ret, last(ret) > 0))", 1, 20, "where takes a condition over the bars for condition; last(ret) > 0 is a condition of the stock-day. Compare a series" },
        { "a = lag(ret, -1)", 1, 14, "lag was given a shift of -1 bars; it needs 1 or more. Raise the argument, or use lead for the other direction." },
        { "a = sum(delay(ret, 0))", 1, 20, "lag was given a shift of 0 bars" },
        { "a = last(rolling_std(ret, bars=1, ddof=1))", 1, 32, "rolling_std was given a window of 1 bars; it needs 2 or more." },
        { "a = last(between(close, 5, 242))", 1, 25, "between was given the slots 5..242" },
        { "a = std(ret)", 1, 5, "std was given no ddof; it is std(x, ddof). Write ddof=..." },
        { "a = std(ret, 0.5)", 1, 14, "std takes a whole number for ddof; 0.5 is none." },
        { "a = std(ret, count(ret))", 1, 14, "std takes a whole number for ddof; count(ret) is none." },
        { "a = std(ret, 0, ddof=1)", 1, 22, "std was given ddof twice." },
        { "a = std(ret, ddof=1, ddof=1)", 1, 22, "std was given ddof twice." },
        { "a = std(ret, dof=1)", 1, 14, "std was given dof=...; it is std(x, ddof)." },
        { "a = std(ddof=1, ret)", 1, 17, "An operand stands behind one that has a name; the function is std(x, ddof)." },
        { "a = corr(ret)", 1, 5, "corr was given 1 operand; it is corr(x, y). Correct their number." },
        { "a = max(open, close)", 1, 5, "max was given 2 operands; it is max(x). With 2 operands write maximum(a, b)." },
        { "a = sum(where(ret > 0, 1, 0))", 1, 9, "where was given 3 operands; it is where(x, condition). With 3 operands write if_else(condition, a, b)." },
        { "a = maen(ret)", 1, 5, "There is no function maen (nearest: mean(x))." },
        { "a = pct_change(close)", 1, 5, "There is no pct_change here. Write change_from(x, lag(x))." },
        { "a = sum(clos)", 1, 9, "clos is not known (nearest: close)." },
        { "a = retrun_var + 1", 1, 5, "retrun_var is not known (nearest: return_var)." },
        { "a = mean + 1", 1, 5, "mean is a function and stands without operands. Write mean(x)." },
        { "a = close(ret)", 1, 5, "close is no function, but a ( stands behind it." },
        { "a = sum(ret", 1, 12, "A , or ) is needed in sum(...), but the definition ends." },
        { "a = (1 + mean(ret)", 1, 19, "A ) is needed for the ( of line 1, column 5, but the definition ends." },
        { "a = mean(ret) 2", 1, 15, "The expression has come to its end, but 2 stands there." },
        { "a = mean(ret) +", 1, 16, "A number, a name, a function or a ( is needed here, but the definition ends." },
        { "a =", 1, 4, "A number, a name, a function or a ( is needed here, but the definition ends." },
        { "a = and(ret)", 1, 5, "is needed here, but and stands there." },
        { "a = mean(ret) && 1", 1, 15, "In place of && write &." },
        { "a = mean($close)", 1, 10, "In place of $ write the field's name alone, close." },
        { "a = mean(ret)**2", 1, 14, "In place of ** write x * x" },
        { "a = mean（ret)", 1, 9, "In place of （ write ( of a plain keyboard." },
        { "a = 5min + mean(ret)", 1, 5, "but 5min stands there." },
        { "a = mean(ret) + 1e999", 1, 17, "The number 1e999 is larger than a float64 can be." },
        { "a = note = \"open; mean(ret)", 1, 12, "The setting is text in double quotes, but a text without a closing quote stands there." },
        { "a = \"text\" + 1", 1, 5, "but the text \"text\" stands there." },
        { "a = scope = morning; mean(ret)", 1, 13, "The scope is all, slots 0..241, or core, slots 1..237, but morning stands there." },
        { "a = scope = 1; mean(ret)", 1, 13, "The scope is all" },
        { "a = min_observations = -1; mean(ret)", 1, 24, "min_observations is a whole number in digits, but - stands there." },
        { "a = observations = ret; mean(ret)", 1, 20, "observations takes a number of the stock-day; ret is a series over the bars. Take its mean" },
        { "a = min_observation = 3; mean(ret)", 1, 5, "min_observation is a part that nothing after it uses, and no setting (nearest: min_observations)." },
        { "a = x = 1; x = 2; mean(ret) + x", 1, 12, "x is given twice in a." },
        { "a = scope = all; scope = core; mean(ret)", 1, 18, "scope is given twice in a." },
        { "a = ret = 1; mean(ret)", 1, 5, "ret is the name of a definition, but it is a word of the language already." },
        { "a = x = 1 mean(ret) + x", 1, 11, "A ; is needed behind x, but mean stands there." },
        { "mean(ret)", 1, 1, "A definition starts with its name and =; mean stands there." },
        { "a = mean(ret)\n+ 1", 2, 1, "A definition starts with its name and =; + stands there. Write name = expression, and indent a line" },
        { "return_var = mean(ret)", 1, 1, "return_var is the name of a definition, but it is the factor return_var already." },
        { "late_skew_ret = mean(ret)", 1, 1, "late_skew_ret is the name of a definition, but it is the factor return_skewness_last30min already." },
        { "mean = sum(ret)", 1, 1, "mean is the name of a definition, but it is a function already." },
        { "delay = sum(ret)", 1, 1, "delay is the name of a definition, but it is a function already." },
        { "close = sum(ret)", 1, 1, "close is the name of a definition, but it is a word of the language already." },
        { "cicc = sum(ret)", 1, 1, "cicc is the name of a definition, but it is a set of factors already." },
        { "scope = sum(ret)", 1, 1, "scope is the name of a definition, but it is a setting already." },
        { "a = sum(ret)\n\na = sum(open)", 3, 1, "a is defined twice, first at line 1, column 1." },
        { "a = where(ret, ret < 0)", 1, 1, "a is a series over the bars and no definition uses it" },
        { "a = 3", 1, 1, "a is a number of the stock-day and no definition uses it" },
        { "a = note = \"b\"; ret\nb = sum(a)", 1, 5, "note is a setting of factors; a is a series over the bars." },
        { "a = a + 1", 1, 5, "a reads its own value: a reads a. Write one of its uses without the next." },
        { "a = 1 + b\nb = c\nc = 2 * a", 3, 9, "a reads its own value: a reads b reads c reads a." },
        { "a = observations = b; sum(ret)\nb = a", 2, 5, "a reads its own value: a reads b reads a." },
    };

    [Theory, MemberData(nameof(Errors))]
    public void Parse_OfAnError_SaysWhatAndWhere_WithACaretUnderThePlace(string text, int line, int column, string expected)
    {
        string message = Assert.Throws<FactorDefinitionException>(() => FactorDefinitions.Parse(text)).Message;

        string[] lines = message.Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith($"line {line}, column {column}: ", lines[0], StringComparison.Ordinal);
        Assert.Contains(expected, lines[0], StringComparison.Ordinal);
        Assert.Equal("    " + text.Split('\n')[line - 1], lines[1]);
        Assert.Equal(4 + column - 1, lines[2].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_OfADefinitionThatRestsOnABrokenOne_ReportsTheBrokenOneAlone()
    {
        const string Text = "a = sum(b)\nb = where(rat, ret < 0)\nc = a / b\nd = std(b, b)\ne = lag(b, c) + maen(b)";

        string message = Assert.Throws<FactorDefinitionException>(() => FactorDefinitions.Parse(Text)).Message;

        Assert.StartsWith("2 of 5 definitions have an error.\n\nline 2, column 11: rat is not known", message, StringComparison.Ordinal);
        Assert.Contains("\n\nline 5, column 17: There is no function maen", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfAParenthesisThatIsNeverClosed_LeavesTheNextDefinitionAlone()
    {
        string message = Assert.Throws<FactorDefinitionException>(() => FactorDefinitions.Parse("a = sum((ret)\nb = sum(ret)\nc = sum(rut)")).Message;

        Assert.StartsWith("2 of 3 definitions have an error.\n\nline 1, column 14: A , or ) is needed in sum(...)", message, StringComparison.Ordinal);
        Assert.Contains("line 3, column 9: rut is not known", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Place_BehindWideCharactersAndTabs_StaysUnderTheCharacter()
    {
        string message = Assert.Throws<FactorDefinitionException>(() => FactorDefinitions.Parse("下行 =\n\t下 = 1; sum(ret) + 下 + oops")).Message;

        Assert.EndsWith("\n    \t下 = 1; sum(ret) + 下 + oops\n    \t\u3000                 \u3000   ^", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("1 + (", ")")]
    public void Parse_OfDeepNesting_SaysSo(string open, string close)
    {
        const int Depth = 20_000;
        string deep = new StringBuilder("a = sum(").Insert(8, open, Depth).Append("ret").Insert(8 + (open.Length * Depth) + 3, close, Depth).Append(')').ToString();

        string message = "";
        SmallStack.Run(() => message = Assert.Throws<FactorDefinitionException>(() => FactorDefinitions.Parse(deep)).Message);

        Assert.Contains("The definition is nested deeper than the stack allows", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfALongChain_ReadsIt()
    {
        string text = string.Join('\n', Enumerable.Range(1, 20_000).Select(k => $"p{k} = p{k - 1} + ret").Append("p0 = ret").Append("a = sum(p20000)"));

        Assert.Equal("a", Assert.Single(FactorDefinitions.Parse(text)).Id);
    }

    [Fact]
    public void Parse_OfTextWithRandomChanges_GivesFactorsOrADefinitionException()
    {
        const string Pieces = "()+-*/<>=&|!,;#\"\\ \n\t.019eaxyz_中（$~";
        string[] texts = [.. FactorCatalogue.All.Select(factor => (factor with { Id = "my_factor" }).ToText()), .. Errors.Select(row => row.Data.Item1)];
        for (int seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder(texts[random.Next(texts.Length)]);
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                int at = random.Next(text.Length);
                int length = Math.Min(random.Next(0, 4), text.Length - at);
                string moved = text.ToString(random.Next(text.Length - length + 1), length);
                text.Remove(at, random.Next(2) * length).Insert(at, random.Next(3) == 0 ? moved : Pieces[random.Next(Pieces.Length)].ToString());
            }

            AssertReadOrRefused(text.ToString(), seed);
        }
    }

    private static void AssertReadOrRefused(string text, int seed)
    {
        try
        {
            FactorDefinitions.Parse(text);
        }
        catch (FactorDefinitionException e)
        {
            Assert.Contains("\n    ", e.Message, StringComparison.Ordinal);
        }
        catch (Exception e)
        {
            Assert.Fail($"seed {seed}: {e}\n{text}");
        }
    }
}
