using System;
using FactorGpu.Bars;

namespace FactorGpu.Compilation;

/// <summary>How factors become a program.</summary>
public sealed record CompileOptions
{
    /// <summary>Storage and arithmetic of the program. Double unless the caller asks for Single.</summary>
    public Precision Precision { get; init; } = Precision.Double;

    /// <summary>Told after each pass; null keeps compilation silent.</summary>
    public Action<PassReport>? OnPass { get; init; }
}
