using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Benchmarks.Yardstick;

/// <summary>Two cases that are measured in turn.</summary>
/// <param name="Ours">One of ours.</param>
/// <param name="Other">One of ours, or one of the C++ program.</param>
internal readonly record struct YardstickComparison(string Ours, string Other)
{
    private const string MoreThreads = "_t2";

    /// <summary>What is compared with what; another case is a row more.</summary>
    internal static ImmutableArray<YardstickComparison> All { get; } = [.. new[] { "f64", "f32" }.SelectMany(OfPrecision)];

    /// <summary>What a second thread gains: by the clock, ours over one of the program's.</summary>
    internal static ImmutableArray<(YardstickComparison One, YardstickComparison Two)> Gains { get; } =
    [
        .. from precision in (string[])["f64", "f32"]
           from count in (int[])[30, 50]
           select (new YardstickComparison($"cpu{count}_{precision}_t1", $"avx512_{precision}_t1"), new YardstickComparison($"cpu{count}_{precision}_t2", $"avx512_{precision}_t2")),
    ];

    /// <summary>True when the clock is what counts.</summary>
    internal bool IsByClock => Ours.EndsWith(MoreThreads, StringComparison.Ordinal);

    private static IEnumerable<YardstickComparison> OfPrecision(string precision) =>
    [
        new($"cpu30_{precision}_t1", $"avx512_{precision}_t1"),
        new($"cpu30_{precision}_t1", $"read30_{precision}_t1"),
        new($"cpu30_{precision}_t1", $"plain_{precision}_t1"),
        new($"cpu30_{precision}_t2", $"avx512_{precision}_t2"),
        new($"cpu30_{precision}_t2", $"read30_{precision}_t2"),
        new($"cpu50_{precision}_t1", $"avx512_{precision}_t1"),
        new($"cpu50_{precision}_t1", $"read50_{precision}_t1"),
        new($"cpu50_{precision}_t1", $"plain_{precision}_t1"),
        new($"cpu50_{precision}_t2", $"avx512_{precision}_t2"),
        new($"cpu50_{precision}_t2", $"read50_{precision}_t2"),
        new($"read30_{precision}_t1", $"roof_{precision}_t1"),
        new($"read30_{precision}_t2", $"roof_{precision}_t2"),
    ];
}
