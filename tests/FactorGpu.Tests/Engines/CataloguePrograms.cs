using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Compilation;
using FactorGpu.Factors;

namespace FactorGpu.Tests.Engines;

/// <summary>The catalogue compiled once for all tests of a class.</summary>
public sealed class CataloguePrograms
{
    /// <summary>All factors as one program.</summary>
    internal FactorProgram All { get; } = FactorProgram.Compile(FactorCatalogue.All);

    /// <summary>Each factor as a program of its own.</summary>
    internal ImmutableArray<FactorProgram> Alone { get; } = [.. FactorCatalogue.All.Select(factor => FactorProgram.Compile([factor]))];
}
