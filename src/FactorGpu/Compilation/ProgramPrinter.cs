using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Writes a program as numbered lines, level by level; the same program gives the same text.</summary>
internal static class ProgramPrinter
{
    internal static string Print(FactorProgram program)
    {
        var nodes = new NodeText(program.Steps.Select(step => step.Node));
        var text = new StringBuilder();
        int levelCount = program.Steps[^1].Level + 1;
        text.Append(CultureInfo.InvariantCulture, $"program: {Plural(program.Factors.Length, "factor")}, {Plural(program.Steps.Length, "step")}, ");
        text.Append(CultureInfo.InvariantCulture, $"{Plural(levelCount, "level")}, {Plural(program.Sequences.Length, "sequence")}\n");
        text.Append("reads ").AppendJoin(", ", program.Fields.Select(BarFields.Name)).Append('\n');
        nodes.AppendSequences(text);
        foreach (IGrouping<int, ProgramStep> level in program.Steps.GroupBy(step => step.Level))
        {
            AppendLevel(text, nodes, level);
        }

        text.Append("factors\n");
        foreach (GraphOutput output in program.Graph.Outputs)
        {
            text.Append("  ").Append(output.FactorId).Append(" = ").Append(nodes.Number(output.Node)).Append('\n');
        }

        return text.ToString();
    }

    private static void AppendLevel(StringBuilder text, NodeText nodes, IGrouping<int, ProgramStep> level)
    {
        text.Append(CultureInfo.InvariantCulture, $"level {level.Key}\n");
        foreach (ProgramStep step in level)
        {
            text.Append(nodes.Line(step.Node)).Append('\n');
        }
    }

    private static string Plural(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
