using System.CommandLine;
using System.Text;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu list</c>: all factors, one line each, columns separated by tabs.</summary>
internal static class ListCommand
{
    internal static Command Make(ToolStreams streams)
    {
        var command = new Command("list", "Lists all factors: id, Chinese name, section, category, provenance.");
        command.SetAction(_ => Run(streams));
        return command;
    }

    private static int Run(ToolStreams streams)
    {
        var text = new StringBuilder("id\tname_cn\tsection\tcategory\tprovenance\n");
        foreach (FactorDefinition factor in FactorCatalogue.All)
        {
            text.AppendJoin('\t', factor.Id, factor.ChineseName, factor.Section, factor.Category, factor.Provenance.ToString().ToLowerInvariant()).Append('\n');
        }

        streams.WriteResult(text.ToString());
        return ExitCode.Success;
    }
}
