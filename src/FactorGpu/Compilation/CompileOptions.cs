using System;

namespace FactorGpu.Compilation;

/// <summary>How factors become a program.</summary>
public sealed record CompileOptions
{
    /// <summary>Told after each pass; null keeps compilation silent.</summary>
    public Action<PassReport>? OnPass { get; init; }
}
