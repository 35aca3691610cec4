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
    private static readonly FrozenDictionary<string, Action<DefinitionParser>> s_settings = new Dictionary<string, Action<DefinitionParser>>
    {
        ["scope"] = parser => parser._factor = parser._factor with { Scope = parser.ParseScope() },
        ["min_observations"] = parser => parser._factor = parser._factor with { MinObservations = parser.ParseCount() },
        ["observations"] = parser => parser.SetObservations(),
        ["tolerance_scale"] = parser => parser.SetToleranceScale(),
        ["needs_double"] = parser => parser._factor = parser._factor with { NeedsDouble = parser.ParseQuoted() },
        ["note"] = parser => parser._factor = parser._factor with { Note = parser.ParseQuoted() },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, Token> _settings = new(StringComparer.Ordinal);
    private FactorDefinition _factor = new() { Id = "", Value = _ => double.NaN };

    /// <summary>The names of all settings.</summary>
    internal static ImmutableArray<string> Settings { get; } = [.. s_settings.Keys.Order(StringComparer.Ordinal)];

    private void ParseSetting(Token name, Action<DefinitionParser> read)
    {
        if (!_settings.TryAdd(name.Text, name))
        {
            Throw.PartTwice(_definition.Place(name), name.Text, _definition.Name);
        }

        read(this);
    }

    private BarScope ParseScope()
    {
        Token word = Take();
        if (word.Kind != TokenKind.Name || !Enum.TryParse(word.Text, ignoreCase: true, out BarScope scope))
        {
            Throw.UnknownScope(_definition.Place(word), Found(word));
            return default;
        }

        return scope;
    }

    private int ParseCount()
    {
        Token word = Take();
        if (word.Kind != TokenKind.Number || !int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            Throw.NotACount(_definition.Place(word), Found(word));
            return 0;
        }

        return count;
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
