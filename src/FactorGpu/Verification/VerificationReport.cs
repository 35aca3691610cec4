using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Verification;

/// <summary>What engines give on some days, held against the plain reference factor by factor (catalogue 1.8).</summary>
public sealed class VerificationReport
{
    internal VerificationReport(Precision precision, ImmutableArray<EngineVerification> engines, int days, long stockDays)
    {
        Precision = precision;
        Engines = engines;
        Days = days;
        StockDays = stockDays;
    }

    /// <summary>Precision of the program that the engines ran. The reference is always float64.</summary>
    public Precision Precision { get; }

    /// <summary>The comparison rule in words: that of <see cref="Precision"/>, and of factors that need double precision. S is each factor's own tolerance scale.</summary>
    public string Rule
    {
        get
        {
            ImmutableArray<string> inDouble = [.. Engines.SelectMany(engine => engine.Factors).Where(factor => factor.Precision == Precision.Double).Select(factor => factor.Factor).Distinct()];
            return Precision == Precision.Double ? ComparisonRule.Text
                : inDouble.IsEmpty ? SingleRule.Text
                : $"{SingleRule.Text}; {string.Join(", ", inDouble)}, computed in double: {ComparisonRule.Text}";
        }
    }

    /// <summary>One entry per engine, in the order asked.</summary>
    public ImmutableArray<EngineVerification> Engines { get; }

    /// <summary>Days D compared.</summary>
    public int Days { get; }

    /// <summary>Stock-days compared: the sum of S over the days.</summary>
    public long StockDays { get; }

    /// <summary>True when a factor of an engine is out.</summary>
    public bool IsOut => Engines.Any(engine => engine.IsOut);

    /// <summary>The rule, then a table per engine: a line per factor, the worst first, and a last line that says how many are out.</summary>
    public override string ToString() => VerificationTable.Print(this);
}
