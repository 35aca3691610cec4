using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Verification;

/// <summary>How one engine compares with the reference, factor by factor.</summary>
public sealed class EngineVerification
{
    internal EngineVerification(string engine, ImmutableArray<FactorVerification> factors)
    {
        Engine = engine;
        Factors = factors;
    }

    /// <summary>Name of the engine, such as <c>reference</c>.</summary>
    public string Engine { get; }

    /// <summary>One row per factor [K], in the order of the program.</summary>
    public ImmutableArray<FactorVerification> Factors { get; }

    /// <summary>True when a factor is out.</summary>
    public bool IsOut => Factors.Any(factor => factor.IsOut);
}
