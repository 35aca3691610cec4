using System;
using System.Collections.Immutable;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>How a form of reduction is written.</summary>
/// <param name="Starts">What its accumulators begin with.</param>
/// <param name="Accumulate">Takes a present element in: accumulators, and the element in the type of scalars.</param>
/// <param name="Fold">Two partial results as one; null for the form with two accumulators, which is folded in its own way.</param>
internal sealed record ReductionWords(
    Func<NumberWords, ImmutableArray<string>> Starts,
    Func<NumberWords, ImmutableArray<string>, string, string> Accumulate,
    Func<NumberWords, string, string, string>? Fold);
