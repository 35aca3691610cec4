using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu list</c>: the factors, or those that some filters leave, one line each, columns separated by tabs.</summary>
internal static class ListCommand
{
    internal static Command Make(ToolStreams streams)
    {
        var category = new Option<string>("--category") { Description = "Only these, separated by commas: categories as the list writes them, or sections A to H." };
        var inputs = new Option<string>("--inputs") { Description = "Only factors that read no other fields than these, separated by commas: open, num_trades, ..." };
        var provenance = new Option<string>("--provenance") { Description = "Only these, separated by commas: found, reconstructed, own." };
        var command = new Command("list", "Lists the factors: id, Chinese name, section, category, provenance.") { category, inputs, provenance };
        var definitions = new DefinitionsOption();
        definitions.AddTo(command);
        command.SetAction(parsed => Run(
            streams,
            FactorCatalogue.All.AddRange(definitions.Read(parsed)),
            Known("--category", parsed.GetValue(category), FactorCatalogue.All.SelectMany(factor => (string[])[factor.Section, factor.Category])),
            Known("--inputs", parsed.GetValue(inputs), BarFields.All.Select(BarFields.Name)),
            Known("--provenance", parsed.GetValue(provenance), Enum.GetValues<Provenance>().Select(Word))));
        return command;
    }

    private static int Run(
        ToolStreams streams, ImmutableArray<FactorDefinition> factors, ImmutableArray<string> categories, ImmutableArray<string> inputs, ImmutableArray<string> provenances)
    {
        var text = new StringBuilder("id\tname_cn\tsection\tcategory\tprovenance\n");
        foreach (FactorDefinition factor in factors)
        {
            bool isWanted = (categories.IsDefault || categories.Contains(factor.Section) || categories.Contains(factor.Category))
                && (inputs.IsDefault || factor.Inputs.All(field => inputs.Contains(BarFields.Name(field))))
                && (provenances.IsDefault || provenances.Contains(Word(factor.Provenance)));
            if (isWanted)
            {
                text.AppendJoin('\t', factor.Id, factor.ChineseName, factor.Section, factor.Category, Word(factor.Provenance)).Append('\n');
            }
        }

        streams.WriteResult(text.ToString());
        return ExitCode.Success;
    }

    /// <summary>The words of a filter; default when it was not given.</summary>
    private static ImmutableArray<string> Known(string option, string? given, IEnumerable<string> known)
    {
        if (given is null)
        {
            return default;
        }

        ImmutableArray<string> words = [.. given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        string[] all = [.. known.Distinct()];
        string? unknown = words.IsEmpty ? given : words.FirstOrDefault(word => !all.Contains(word));
        if (unknown is not null)
        {
            throw new FactorGpuException($"{option} was given '{unknown}'; it takes {string.Join(", ", all)}. Correct it, or leave it out.");
        }

        return words;
    }

    private static string Word(Provenance provenance) => provenance.ToString().ToLowerInvariant();
}
