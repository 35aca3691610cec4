using System.CommandLine;
using System.Globalization;

namespace FactorGpu.Cli;

/// <summary>Options that take a whole number of a range.</summary>
internal static class WholeNumber
{
    internal static Option<int> Option(string name, string description, int normal, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => normal };
        option.Validators.Add(result =>
        {
            // What is no number is refused by the parser itself.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out int value) && (value < least || value > most))
            {
                result.AddError($"{name} takes a whole number of {least} to {most}.");
            }
        });
        return option;
    }
}
