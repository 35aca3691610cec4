using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace FactorGpu.Errors;

/// <content>Factors that are not there.</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void UnknownFactors(ImmutableArray<(string Asked, string Nearest)> names)
    {
        string each = string.Join(", ", names.Select(name => $"{name.Asked} (nearest: {name.Nearest})"));
        throw new FactorDefinitionException(
            $"{(names.Length == 1 ? "An unknown factor was" : $"{names.Length} unknown factors were")} asked for: {each}. Correct the spelling; `factorgpu list` shows all names.");
    }
}
