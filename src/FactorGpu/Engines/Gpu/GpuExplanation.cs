using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Engines.Gpu.Text;

namespace FactorGpu.Engines.Gpu;

/// <summary>What a program becomes on a device, as text to read.</summary>
internal static class GpuExplanation
{
    /// <summary>The plan of a program, then its kernels in the language of a kind of devices.</summary>
    internal static string Print(FactorProgram program, KernelPlanOptions options, GpuDeviceKind kind)
    {
        KernelPlan plan = KernelPlanner.Plan(program, options);
        return $"{plan}\n{KernelText.Print(plan, KernelDialects.Of(kind))}";
    }
}
