using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu;
using FactorGpu.Expressions;

namespace FactorGpu;

/// <summary>What engines run, as text to read.</summary>
public static class ProgramExplanation
{
    /// <summary>The program as numbered lines, or, for an engine with devices, the plan of its kernels and their text. No device is needed.</summary>
    /// <param name="program">The factors [K].</param>
    /// <param name="engine">The engine; for Auto, Cpu and Reference the lines of the program.</param>
    /// <returns>Lines ended by a line feed. The same program gives the same text. Plan and kernels are those of a device that computes in float64 and has 32 KB of local memory.</returns>
    public static string Of(FactorProgram program, EngineKind engine)
    {
        ArgumentNullException.ThrowIfNull(program);
        return engine switch
        {
            EngineKind.OpenCl => OnDevices(program, GpuDeviceKind.OpenCl),
            EngineKind.Cuda => OnDevices(program, GpuDeviceKind.Cuda),
            _ => program.ToString(),
        };
    }

    private static string OnDevices(FactorProgram program, GpuDeviceKind kind)
        => string.Join('\n', program.Parts.Select(part => OfPart(part.Program, kind)));

    private static string OfPart(FactorProgram part, GpuDeviceKind kind)
    {
        ImmutableArray<int> left = KernelForms.Known.Lacking(part);
        if (left.IsEmpty)
        {
            return GpuExplanation.Print(part, new(), kind);
        }

        ImmutableArray<FactorDefinition> onCpu = [.. left.Select(k => part.Factors[k])];
        string words = $"On the engine cpu, for devices have no form of an operator: {string.Join(", ", onCpu.Select(factor => factor.Id))}\n";
        FactorDefinition[] others = [.. part.Factors.Except(onCpu)];
        return others.Length == 0 ? words
            : words + "\n" + GpuExplanation.Print(FactorProgram.Compile(others, new CompileOptions { Precision = part.Precision }), new(), kind);
    }
}
