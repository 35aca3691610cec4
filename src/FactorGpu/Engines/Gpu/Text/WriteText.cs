using System.Linq;
using FactorGpu.Engines.Gpu.Plans;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes what leaves a kernel; one work-item does it.</summary>
internal static class WriteText
{
    internal static void Write(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("if (j == 0)", () =>
    {
        foreach (Reduction result in context.Kernel.Results.Where(context.Plan.Scratch.Contains))
        {
            lines.Line($"{context.ScratchPlace(context.Plan.Scratch.IndexOf(result))} = {context.ResultOf(result)};");
        }

        var scalars = new ScalarText(context, lines);
        foreach (int k in step.Factors)
        {
            string value = scalars.Value(context.Graph.Outputs[k].Node);
            lines.Line($"{context.At("values", k)} = {(context.Element == context.Scalar ? "" : $"({context.Element.Type})")}{value};");
        }
    });
}
