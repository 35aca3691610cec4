using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Expressions.Text;

/// <content>What a definition says of its factor beside the value.</content>
internal sealed partial class DefinitionParser
{
    private static readonly ImmutableArray<(string Name, string Form, string Summary, Action<DefinitionParser> Read)> s_rows =
    [
        ("scope", "scope = core;", "Takes the bars of slots 1..237, without the auctions; all, slots 0..241, is usual.", parser => parser.SetScope()),
        ("min_observations", "min_observations = 30;", "NaN below so many observations; 1 is usual.", parser => parser.SetMinObservations()),
        ("observations", "observations = count(x);", "What is counted, a number of the stock-day; the factor's bars are usual.", parser => parser.SetObservations()),
        ("tolerance_scale", "tolerance_scale = 1e-9;", "S of the rule by which engines are compared, |x - y| <= 1e-12 max(|x|, |y|, S): a number of the stock-day; 1 is usual.", parser => parser.SetToleranceScale()),
        ("needs_double", "needs_double = \"why\";", "Computes in double precision in programs of single precision too.", parser => parser._factor = parser._factor with { NeedsDouble = parser.ParseQuoted() }),
        ("note", "note = \"text\";", "A remark that describe shows.", parser => parser._factor = parser._factor with { Note = parser.ParseQuoted() }),
    ];

    private static readonly FrozenDictionary<string, Action<DefinitionParser>> s_settings = s_rows.ToFrozenDictionary(row => row.Name, row => row.Read, StringComparer.Ordinal);

    private readonly Dictionary<string, Token> _settings = new(StringComparer.Ordinal);
    private FactorDefinition _factor = new() { Id = "", Value = _ => double.NaN };

    /// <summary>The names of all settings.</summary>
    internal static ImmutableArray<string> Settings { get; } = [.. s_rows.Select(row => row.Name)];

    /// <summary>How each is written, and what it is.</summary>
    internal static IEnumerable<(string Term, string Summary)> SettingRows => s_rows.Select(row => (row.Form, row.Summary));

    private void ParseSetting(Token name, Action<DefinitionParser> read)
    {
        if (!_settings.TryAdd(name.Text, name))
        {
            Throw.PartTwice(_definition.Place(name), name.Text, _definition.Name);
        }

        read(this);
    }

    private void SetScope()
    {
        Token word = Take();
        if (word.Kind != TokenKind.Name || !Enum.TryParse(word.Text, ignoreCase: true, out BarScope scope))
        {
            Throw.UnknownScope(_definition.Place(word), Found(word));
            return;
        }

        _factor = _factor with { Scope = scope };
    }

    private void SetMinObservations()
    {
        Token word = Take();
        if (word.Kind != TokenKind.Number || !int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            Throw.NotACount(_definition.Place(word), Found(word));
            return;
        }

        _factor = _factor with { MinObservations = count };
    }

    private string ParseQuoted()
    {
        Token word = Take();
        if (word.Kind != TokenKind.Quoted)
        {
            Throw.NotQuoted(_definition.Place(word), Found(word));
        }

        return word.Text;
    }

    private void SetObservations()
    {
        if (ParseScalar("observations") is { } observations)
        {
            _factor = _factor with { Observations = _ => new Scalar(observations), ObservationsAre = $"as counted by {ExpressionPrinter.Print(observations)}" };
        }
    }

    /// <summary>A number, the value of a factor on the same stock-day, or a value that is written out.</summary>
    private void SetToleranceScale()
    {
        if (ParseScalar("tolerance_scale") is { } scale)
        {
            _factor = scale.Operator == Operators.Constant
                ? _factor with { ToleranceScale = scale.Constant }
                : _factor with { ToleranceScaleFactor = scale.Factor ?? new FactorDefinition { Id = $"tolerance scale of {_definition.Name}", Value = _ => new Scalar(scale) } };
        }
    }

    private Expression? ParseScalar(string setting)
    {
        Operand value = ParseExpression();
        CheckKind(setting, OperandRule.Scalar, "", value);
        return value.Expression;
    }
}
