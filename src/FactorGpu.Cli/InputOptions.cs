using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary>The options of all commands that read bar files.</summary>
internal sealed class InputOptions
{
    private const string Faults =
        "duplicate=error|first|last (rows with the same stock and stamp; equal ones are kept once, different ones refused), "
        + "outside=error (rows before 09:15, after 15:00 or on a weekend; dropped), invalid=error (bars with a value that cannot be; kept out of every factor)";

    private readonly Option<string> _preset = new("--preset")
    {
        Description = "The source of the bars: detect, a name such as canonical, joinquant, tushare or qmt, or a preset FILE.json.",
        DefaultValueFactory = _ => BarReadOptions.DetectPreset,
    };

    private readonly Option<string> _volumeUnit = new("--volume-unit")
    {
        Description = "What volume is counted in; unless given, what the preset says.",
    };

    private readonly Option<bool> _keepCodes = new("--keep-codes") { Description = "Keep the spelling of codes instead of rewriting it to NNNNNN.SZ, .SH or .BJ." };

    private readonly Option<string[]> _on = new("--on") { Description = $"What to do about a fault, instead of the default: {Faults}.", HelpName = "FAULT=ACTION" };

    internal InputOptions()
    {
        _volumeUnit.AcceptOnlyFromAmong([.. Enum.GetNames<VolumeUnit>().Select(name => name.ToLowerInvariant())]);
        _on.Validators.Add(Check);
    }

    /// <summary>Gives a command these options.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_preset);
        command.Add(_volumeUnit);
        command.Add(_keepCodes);
        command.Add(_on);
    }

    /// <summary>What a command line asks for.</summary>
    internal BarReadOptions Of(ParseResult parsed)
    {
        var options = new BarReadOptions
        {
            Preset = parsed.GetRequiredValue(_preset),
            VolumeUnit = parsed.GetValue(_volumeUnit) is string unit ? Enum.Parse<VolumeUnit>(unit, ignoreCase: true) : null,
            KeepCodes = parsed.GetValue(_keepCodes),
        };
        return (parsed.GetValue(_on) ?? []).Aggregate(options, (all, fault) => With(all, fault)!);
    }

    private void Check(OptionResult result)
    {
        string? wrong = result.Tokens.Select(token => token.Value).FirstOrDefault(fault => With(new BarReadOptions(), fault) is null);
        if (wrong is not null)
        {
            result.AddError($"--on was given {wrong}; it takes {Faults}. Correct it.");
        }
    }

    /// <summary>The options with one fault handled as asked; null when there is no such fault or action.</summary>
    private static BarReadOptions? With(BarReadOptions options, string fault) => fault switch
    {
        "duplicate=error" => options with { OnDuplicate = DuplicateHandling.Error },
        "duplicate=first" => options with { OnDuplicate = DuplicateHandling.First },
        "duplicate=last" => options with { OnDuplicate = DuplicateHandling.Last },
        "outside=error" => options with { OnOutside = FaultHandling.Error },
        "invalid=error" => options with { OnInvalid = FaultHandling.Error },
        _ => null,
    };
}
