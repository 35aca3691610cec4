using System;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Engines.Gpu.Text;
using FactorGpu.Errors;

namespace FactorGpu.Engines.Gpu;

/// <summary>A program compiled for one device.</summary>
internal sealed class GpuProgram : IDisposable
{
    /// <summary>Plans and compiles a program.</summary>
    /// <exception cref="DeviceException">The device's compiler refuses the kernels, or its limits are too narrow for them.</exception>
    internal GpuProgram(IGpuDevice device, FactorProgram program, KernelPlanOptions options)
    {
        Program = program;
        Plan = KernelPlanner.Plan(program, options with
        {
            LocalBytes = Math.Min(options.LocalBytes, device.Info.LocalBytes),
            ScalarPrecision = device.Info.HasFp64 ? options.ScalarPrecision : Precision.Single,
        });
        Kernels = device.Build(KernelText.Print(Plan, KernelDialects.Of(device.Info.Kind)), Plan.KernelNames);
        for (int kernel = 0; kernel < Plan.Kernels.Length; kernel++)
        {
            int largest = Kernels.LargestGroup(kernel);
            if (largest < Plan.WorkItems)
            {
                Kernels.Dispose();
                Throw.GroupTooLarge(Plan.KernelNames[kernel], Plan.WorkItems, device.Info.Name, largest);
            }
        }
    }

    internal FactorProgram Program { get; }

    internal KernelPlan Plan { get; }

    internal IGpuKernels Kernels { get; }

    public void Dispose() => Kernels.Dispose();
}
