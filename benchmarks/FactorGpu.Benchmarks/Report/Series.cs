using System.Collections.Immutable;

namespace FactorGpu.Benchmarks.Report;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Class">Its colour.</param>
/// <param name="Points">Its points, by x, all above 0.</param>
internal sealed record Series(string Name, string Class, ImmutableArray<(double X, double Y)> Points);
