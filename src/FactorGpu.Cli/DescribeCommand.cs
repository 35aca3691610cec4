using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu describe ID</c>: what a factor is, where it comes from, and the program that computes it; with <c>--markdown</c> a page of it or of a set.</summary>
internal static class DescribeCommand
{
    internal static Command Make(ToolStreams streams)
    {
        var id = new Argument<string>("ID") { Description = "Id or alias of a factor, one of --define and --definitions too, or a set." };
        Option<string> precision = EnumOption.Make<Precision>("--precision", "Precision that the program is compiled for.");
        var markdown = new Option<bool>("--markdown") { Description = "Writes Markdown, with the definition and without the program." };
        var command = new Command("describe", "Describes a factor: formula, source, inputs, edge rules, definition, program.") { id, precision, markdown };
        var definitions = new DefinitionsOption();
        definitions.AddTo(command);
        command.SetAction(parsed =>
        {
            IEnumerable<FactorDefinition> own = definitions.Read(parsed);
            string name = parsed.GetRequiredValue(id);
            streams.WriteResult(parsed.GetValue(markdown) ? Page(name, own) : Text(name, own, EnumOption.Of<Precision>(parsed, precision)));
            return ExitCode.Success;
        });
        return command;
    }

    private static string Text(string name, IEnumerable<FactorDefinition> own, Precision precision)
        => string.Join('\n', FactorCatalogue.Find([name], own).Select(factor => FactorDescription.ForTerminal(factor, precision)));

    private static string Page(string name, IEnumerable<FactorDefinition> own)
        => FactorCatalogue.Sets.FirstOrDefault(set => set.Name == name) is { } set
            ? FactorDescription.PageOf(set)
            : string.Join('\n', FactorCatalogue.Find([name], own).Select(FactorDescription.ForPage));
}
