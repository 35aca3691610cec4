using Xunit;

namespace FactorGpu.Tests;

/// <summary>Tests that run while no other does, because they measure the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunAlone
{
    internal const string Name = "alone";
}
