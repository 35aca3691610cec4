using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Errors;

namespace FactorGpu;

/// <content>Which engine and which devices.</content>
internal sealed partial class EngineFactory
{
    /// <summary>
    /// Stock-days x factors, for each thread of the Cpu engine, from which <see cref="EngineKind.Auto"/> takes a GPU. The Cpu engine does about 9 million in a second on
    /// one core; to open a device and to load or compile kernels takes about that second. An estimate: see src/decisions/0011-auto-engine.md.
    /// </summary>
    internal const long LeastWorkPerThread = 10_000_000;

    private const string Asked = "it was asked for";

    /// <summary>Chooses an engine for a program.</summary>
    /// <param name="program">The factors [K].</param>
    /// <param name="stockDays">How many stock-days there are to compute.</param>
    /// <param name="options">What is asked for.</param>
    /// <exception cref="DeviceException">What is asked for is not there, or cannot run the program.</exception>
    internal EngineChoice Choose(FactorProgram program, long stockDays, ComputeOptions options)
    {
        if (options.Engine == EngineKind.Reference && program.Precision == Precision.Single)
        {
            Throw.ReferenceIsDouble();
        }

        if (HasDevices(options.Engine))
        {
            return OnDevices(program, options.Engine, Devices(options, program.Precision), Asked);
        }

        RefuseDevice(options);
        return options.Engine == EngineKind.Auto ? Auto(program, stockDays, options.Threads) : new EngineChoice { Engine = options.Engine, Reason = Asked };
    }

    /// <summary>Chooses devices for days that stay there.</summary>
    /// <exception cref="DeviceException">There is none for the precision.</exception>
    internal EngineChoice ChooseResident(ComputeOptions options, Precision precision)
    {
        if (HasDevices(options.Engine))
        {
            return new EngineChoice { Engine = options.Engine, Reason = Asked, Devices = Devices(options, precision) };
        }

        RefuseDevice(options);
        if (options.Engine != EngineKind.Auto)
        {
            Throw.EngineWithoutDevices(NameOf(options.Engine));
        }

        ImmutableArray<ComputeDevices> all = Find();
        ImmutableArray<ComputeDevice> gpus = all.Select(found => Gpus(found, precision)).FirstOrDefault(found => !found.IsEmpty, []);
        if (gpus.IsEmpty)
        {
            Throw.NoGpu(string.Join("; ", all.Select(Words)));
        }

        return new EngineChoice { Engine = gpus[0].Engine, Reason = "it has a GPU", Devices = gpus };
    }

    private static ImmutableArray<ComputeDevice> Gpus(ComputeDevices found, Precision precision)
        => [.. found.Devices.Where(device => !device.IsProcessor && Computes(device, precision))];

    /// <summary>True when a device can run a program of a precision; the parts of one of single precision that need double are left to the Cpu engine.</summary>
    private static bool Computes(ComputeDevice device, Precision precision) => device.HasFp64 || precision == Precision.Single;

    /// <summary>What there is of a kind, or why there is nothing.</summary>
    private static string Words(ComputeDevices found)
    {
        string devices = string.Join("; ", found.Devices.Select(device => $"{device}{(device.IsProcessor ? ", a processor" : "")}{(device.HasFp64 ? "" : ", without float64")}"));
        string reasons = found.Reasons.IsEmpty ? "no device" : string.Join("; ", found.Reasons);
        return devices.Length > 0 ? devices : $"{NameOf(found.Engine)}: {reasons}";
    }

    private static void RefuseDevice(ComputeOptions options)
    {
        if (options.Device is { } index)
        {
            Throw.DeviceWithoutKind(index, NameOf(options.Engine));
        }
    }

    private bool HasDevices(EngineKind kind) => _drivers.Any(row => row.Engine == kind);

    /// <summary>The device that is asked for, or all GPUs of the kind, or else all its processors.</summary>
    private ImmutableArray<ComputeDevice> Devices(ComputeOptions options, Precision precision)
    {
        ComputeDevices found = Find(options.Engine);
        if (found.Devices.IsEmpty)
        {
            Throw.NoDevice(NameOf(options.Engine), Words(found));
        }

        ImmutableArray<ComputeDevice> asked = [.. found.Devices.Where(device => options.Device is null || device.Index == options.Device)];
        if (asked.IsEmpty)
        {
            Throw.NoSuchDevice(options.Device!.Value, NameOf(options.Engine), Words(found));
        }

        ImmutableArray<ComputeDevice> fit = [.. asked.Where(device => Computes(device, precision))];
        if (fit.IsEmpty)
        {
            Throw.NoFp64(string.Join(" and ", asked));
        }

        ImmutableArray<ComputeDevice> gpus = [.. fit.Where(device => !device.IsProcessor)];
        return gpus.IsEmpty ? fit : gpus;
    }

    private EngineChoice OnDevices(FactorProgram program, EngineKind kind, ImmutableArray<ComputeDevice> devices, string reason)
        => new() { Engine = kind, Reason = reason, Devices = devices, OnCpu = OnCpu(program, devices) };

    private EngineChoice Auto(FactorProgram program, long stockDays, int threads)
    {
        EngineChoice OnCpu(string reason) => new() { Engine = EngineKind.Cpu, Reason = reason };
        long work = stockDays * program.Factors.Length;
        long least = LeastWorkPerThread * (threads == 0 ? Environment.ProcessorCount : threads);
        string amount = Invariant($"{stockDays} stock-days x {program.Factors.Length} factors");
        if (work < least)
        {
            return OnCpu(Invariant($"{amount} are less than the {least} from which the start of a GPU pays"));
        }

        ImmutableArray<ComputeDevices> all = Find();
        foreach (ImmutableArray<ComputeDevice> gpus in all.Select(found => Gpus(found, program.Precision)).Where(gpus => !gpus.IsEmpty))
        {
            EngineChoice choice = OnDevices(program, gpus[0].Engine, gpus, Invariant($"a GPU is there, and {amount} are at least the {least} from which its start pays"));
            if (choice.OnCpu.Length < program.Factors.Length)
            {
                return choice;
            }
        }

        return OnCpu($"there is no GPU for this program ({string.Join("; ", all.Select(Words))})");
    }
}
