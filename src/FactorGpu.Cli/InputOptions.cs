using System;
using System.CommandLine;
using System.Linq;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary>The options of all commands that read bar files.</summary>
internal sealed class InputOptions
{
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

    internal InputOptions() => _volumeUnit.AcceptOnlyFromAmong([.. Enum.GetNames<VolumeUnit>().Select(name => name.ToLowerInvariant())]);

    /// <summary>Gives a command these options.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_preset);
        command.Add(_volumeUnit);
        command.Add(_keepCodes);
    }

    /// <summary>What a command line asks for.</summary>
    internal BarReadOptions Of(ParseResult parsed) => new()
    {
        Preset = parsed.GetRequiredValue(_preset),
        VolumeUnit = parsed.GetValue(_volumeUnit) is string unit ? Enum.Parse<VolumeUnit>(unit, ignoreCase: true) : null,
        KeepCodes = parsed.GetValue(_keepCodes),
    };
}
