using System.Collections.Generic;
using Xunit;

namespace FactorGpu.Tests.Architecture;

/// <summary>Asserts on what a rule found.</summary>
internal static class RuleAssert
{
    /// <summary>Fails with every broken rule in full, one a line.</summary>
    internal static void IsKept(IEnumerable<string> broken)
    {
        string[] all = [.. broken];
        if (all.Length > 0)
        {
            Assert.Fail($"{all.Length} broken:\n{string.Join('\n', all)}");
        }
    }
}
