using System;
using System.Collections.Immutable;

namespace FactorGpu.Benchmarks.Yardstick;

/// <summary>Two cases that are measured in turn.</summary>
/// <param name="Ours">One of ours.</param>
/// <param name="Other">One of ours, or one of the C++ program.</param>
internal readonly record struct YardstickComparison(string Ours, string Other)
{
    private const string MoreThreads = "_t2";

    /// <summary>What is compared with what; another case is a row more.</summary>
    internal static ImmutableArray<YardstickComparison> All { get; } =
    [
        new("cpu30_f64_t1", "avx512_f64_t1"),
        new("cpu30_f64_t1", "read30_f64_t1"),
        new("cpu30_f64_t1", "plain_f64_t1"),
        new("cpu30_f64_t2", "avx512_f64_t2"),
        new("cpu30_f64_t2", "read30_f64_t2"),
        new("cpu50_f64_t1", "avx512_f64_t1"),
        new("cpu50_f64_t1", "read50_f64_t1"),
        new("cpu50_f64_t1", "plain_f64_t1"),
        new("cpu50_f64_t2", "avx512_f64_t2"),
        new("cpu50_f64_t2", "read50_f64_t2"),
        new("read30_f64_t1", "roof_f64_t1"),
        new("read30_f64_t2", "roof_f64_t2"),
        new("read30_f32_t1", "roof_f32_t1"),
        new("read30_f32_t2", "roof_f32_t2"),
    ];

    /// <summary>What a second thread gains: by the clock, ours over one of the program's.</summary>
    internal static ImmutableArray<(YardstickComparison One, YardstickComparison Two)> Gains { get; } =
        [(new("cpu30_f64_t1", "avx512_f64_t1"), new("cpu30_f64_t2", "avx512_f64_t2")), (new("cpu50_f64_t1", "avx512_f64_t1"), new("cpu50_f64_t2", "avx512_f64_t2"))];

    /// <summary>True when the clock is what counts.</summary>
    internal bool IsByClock => Ours.EndsWith(MoreThreads, StringComparison.Ordinal);
}
