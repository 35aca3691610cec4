namespace FactorGpu.Engines.Cpu;

/// <summary>Whether code is emitted for a program. Where none can be, or lanes are no vectors, it never is.</summary>
internal enum SweepChoice
{
    /// <summary>When so many stock-days have been computed that it pays.</summary>
    WhenItPays,

    /// <summary>Before the first stock-day.</summary>
    Always,

    /// <summary>Never: steps are interpreted.</summary>
    Never,
}
