using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;

namespace FactorGpu.Cli;

/// <summary>The engine of a command, its device, and whether the user is told which engine runs and why.</summary>
internal sealed class EngineOption
{
    private const string All = "all";

    private readonly Option<string> _engine;
    private readonly Option<int?> _device = new("--device")
    {
        Description = "The device of the engine opencl or cuda, by its index in `factorgpu devices`; unless given, all GPUs of the engine, or its processors where it has no GPU.",
        HelpName = "INDEX",
    };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Say which engine runs, on which devices, and why." };

    /// <param name="description">What the engine is for.</param>
    /// <param name="takesAll">True when a command may run several engines; that then is the default.</param>
    internal EngineOption(string description, bool takesAll)
    {
        string[] engines = [.. Enum.GetNames<EngineKind>().Select(name => name.ToLowerInvariant())];
        _engine = new Option<string>("--engine") { Description = description, DefaultValueFactory = _ => takesAll ? All : engines[0] };
        _engine.AcceptOnlyFromAmong(takesAll ? [All, .. engines] : engines);
        _device.Validators.Add(result =>
        {
            // What is no number is refused by the parser itself.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out int value) && value < 0)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--device was given {value}; it takes an index of `factorgpu devices`, from 0."));
            }
        });
    }

    internal void AddTo(Command command)
    {
        command.Add(_engine);
        command.Add(_device);
        command.Add(_verbose);
    }

    /// <summary>The engine that is asked for; null for all that are worth running.</summary>
    internal EngineKind? Kind(ParseResult parsed)
        => parsed.GetRequiredValue(_engine) is var name && name == All ? null : Enum.Parse<EngineKind>(name, ignoreCase: true);

    /// <summary>The device that is asked for.</summary>
    internal int? Device(ParseResult parsed) => parsed.GetValue(_device);

    /// <summary>The engines that are asked for: that one, or the Cpu engine and every kind of device of which there is a GPU for the precision.</summary>
    internal ImmutableArray<EngineKind> Kinds(ParseResult parsed, Precision precision)
        => Kind(parsed) is { } kind ? [kind] : [EngineKind.Cpu, .. ComputeDevices.Find().Where(found => HasGpu(found, precision)).Select(found => found.Engine)];

    /// <summary>Says which engines run, if the user wants to know.</summary>
    internal void Report(ParseResult parsed, MinuteBars bars, FactorProgram program, IEnumerable<ComputeOptions> engines, ToolStreams streams)
    {
        if (parsed.GetValue(_verbose))
        {
            foreach (ComputeOptions options in engines)
            {
                streams.Words.WriteLine(bars.ChooseEngine(program, options));
            }
        }
    }

    private static bool HasGpu(ComputeDevices found, Precision precision)
        => found.Devices.Any(device => !device.IsProcessor && (device.HasFp64 || precision == Precision.Single));
}
