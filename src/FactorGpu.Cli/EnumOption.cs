using System;
using System.CommandLine;
using System.Linq;

namespace FactorGpu.Cli;

/// <summary>Options whose values are those of an enum, in lower case.</summary>
internal static class EnumOption
{
    /// <summary>Makes an option; the first value of the enum is the default.</summary>
    internal static Option<string> Make<TValue>(string name, string description)
        where TValue : struct, Enum
    {
        string[] known = [.. Enum.GetNames<TValue>().Select(value => value.ToLowerInvariant())];
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => known[0] };
        option.AcceptOnlyFromAmong(known);
        return option;
    }

    /// <summary>What was given, or the default.</summary>
    internal static TValue Of<TValue>(ParseResult parsed, Option<string> option)
        where TValue : struct, Enum
        => Enum.Parse<TValue>(parsed.GetRequiredValue(option), ignoreCase: true);
}
