using System;
using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Engines.Gpu.Text;
using FactorGpu.Errors;

namespace FactorGpu.Engines.Gpu;

/// <summary>A part of a program compiled for one device.</summary>
internal sealed class GpuProgram : IDisposable
{
    /// <summary>Plans and compiles a program.</summary>
    /// <exception cref="DeviceException">The device's compiler refuses the kernels, or its limits are too narrow for them.</exception>
    internal GpuProgram(IGpuDevice device, ProgramPart part, KernelPlanOptions options)
    {
        Rows = part.Rows;
        Plan = KernelPlanner.Plan(part.Program, options);
        if ((Plan.Precision == Precision.Double || Plan.ScalarPrecision == Precision.Double) && !device.Info.HasFp64)
        {
            Throw.NoFp64(device.Info.Name);
        }

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

    /// <summary>Row of the whole result of each factor.</summary>
    internal ImmutableArray<int> Rows { get; }

    internal KernelPlan Plan { get; }

    internal IGpuKernels Kernels { get; }

    public void Dispose() => Kernels.Dispose();
}
