using System;
using System.Collections.Generic;
using System.Linq;

namespace FactorGpu.Tests.Architecture;

/// <summary>The tool lives on the public types alone, as every user does.</summary>
internal static class FriendRule
{
    /// <summary>The broken rules among the assemblies that see the library's internals, in words.</summary>
    internal static IEnumerable<string> Check(IEnumerable<string> friends)
        => friends.Where(IsTool).Select(friend => $"The library shows its internals to {friend}; the tool uses public types only.");

    private static bool IsTool(string friend)
    {
        string name = friend.Split(',')[0].Trim();
        return name.Equals("FactorGpu.Cli", StringComparison.OrdinalIgnoreCase) || name.Equals("factorgpu", StringComparison.OrdinalIgnoreCase);
    }
}
