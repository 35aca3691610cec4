using System.Collections.Generic;
using System.CommandLine;
using System.Linq;

namespace FactorGpu.Cli;

/// <summary>Options whose value is one of some names, in lower case.</summary>
internal static class OneOf
{
    /// <summary>Makes an option; the first name is the default.</summary>
    internal static Option<string> Option(string name, string description, IEnumerable<string> values)
    {
        string[] known = [.. values.Select(value => value.ToLowerInvariant())];
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => known[0] };
        option.AcceptOnlyFromAmong(known);
        return option;
    }
}
