using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Devices.Cuda;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Engines;
using FactorGpu.Engines.Cpu;
using FactorGpu.Engines.Gpu;
using FactorGpu.Engines.Reference;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu;

/// <summary>Chooses and makes engines, over the drivers of this machine or those of a test.</summary>
internal sealed partial class EngineFactory
{
    private readonly ImmutableArray<(EngineKind Engine, Lazy<IGpuDriver> Driver)> _drivers;
    private readonly Func<KernelForms> _forms;

    /// <summary>Uses what this machine has. Nothing is searched for before it is needed.</summary>
    internal EngineFactory()
        : this([(EngineKind.Cuda, () => new CudaDriver()), (EngineKind.OpenCl, () => new OpenClDriver())], () => KernelForms.Known)
    {
    }

    /// <param name="drivers">The kinds of devices, the best first.</param>
    /// <param name="forms">What devices can compute.</param>
    internal EngineFactory(ImmutableArray<(EngineKind Engine, Func<IGpuDriver> Driver)> drivers, KernelForms forms)
        : this(drivers, () => forms)
    {
    }

    private EngineFactory(ImmutableArray<(EngineKind Engine, Func<IGpuDriver> Driver)> drivers, Func<KernelForms> forms)
    {
        _drivers = [.. drivers.Select(row => (row.Engine, new Lazy<IGpuDriver>(row.Driver)))];
        _forms = forms;
    }

    /// <summary>An engine's name in words for users.</summary>
    internal static string NameOf(EngineKind engine) => engine.ToString().ToLowerInvariant();

    /// <summary>The devices of every kind.</summary>
    internal ImmutableArray<ComputeDevices> Find() => [.. _drivers.Select(row => Find(row.Engine))];

    /// <summary>The engines that a verification takes unless it is told: the Cpu engine, and the kinds of devices that have a GPU for the program.</summary>
    internal ImmutableArray<EngineKind> ToVerify(FactorProgram program)
        => [EngineKind.Cpu, .. _drivers.Select(row => row.Engine).Where(kind => !Gpus(Find(kind), program.Precision).IsEmpty)];

    /// <summary>Makes the engine that was chosen.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="threads">Threads of the Cpu engine; 0 for one per core.</param>
    /// <exception cref="DeviceException">A device cannot be opened.</exception>
    internal PartsEngine Make(EngineChoice choice, int threads)
        => choice.Engine == EngineKind.Reference ? new PartsEngine(() => new ReferenceEngine())
            : choice.Engine == EngineKind.Cpu ? new PartsEngine(() => Cpu(threads))
            : OnDevices(choice, threads, (devices, _) => new GpuEngine(devices, new GpuEngineOptions()));

    /// <summary>Makes an engine whose days stay on the devices that were chosen.</summary>
    internal PartsEngine MakeResident(EngineChoice choice, ImmutableArray<DayTensor> days, int threads)
        => OnDevices(choice, threads, (devices, precision) => new ResidentEngine(devices, days, precision, new()));

    private static CpuEngine Cpu(int threads) => new(new CpuEngineOptions { Threads = threads });

    private ComputeDevices Find(EngineKind kind)
    {
        GpuSearch search = DriverOf(kind).Search();
        return new ComputeDevices { Engine = kind, Devices = [.. search.Devices.Select(info => new ComputeDevice(kind, info))], Reasons = search.Reasons };
    }

    private IGpuDriver DriverOf(EngineKind kind) => _drivers.First(row => row.Engine == kind).Driver.Value;

    private PartsEngine OnDevices(EngineChoice choice, int threads, Func<ImmutableArray<IGpuDevice>, Precision, IFactorEngine> make)
    {
        var devices = new OpenDevices(DriverOf(choice.Engine), choice.Devices.Select(device => device.Info));
        bool hasFp64 = choice.Devices.All(device => device.HasFp64);
        return new PartsEngine(precision => make(devices.All, precision), part => Left(part, hasFp64), () => Cpu(threads), devices);
    }

    /// <summary>The factors of a program in one precision that devices leave to the Cpu engine.</summary>
    private ImmutableArray<int> Left(FactorProgram part, bool hasFp64)
        => part.Precision == Precision.Double && !hasFp64 ? [.. Enumerable.Range(0, part.Factors.Length)] : _forms().Lacking(part);

    private ImmutableArray<FactorDefinition> OnCpu(FactorProgram program, ImmutableArray<ComputeDevice> devices)
    {
        bool hasFp64 = devices.All(device => device.HasFp64);
        return [.. program.Parts.SelectMany(part => Left(part.Program, hasFp64).Select(k => part.Rows[k])).Order().Select(k => program.Factors[k])];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
