using System.CommandLine;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary>The options of all commands that read bar files.</summary>
internal sealed class InputOptions
{
    private readonly Option<string> _preset = EnumOption.Make<BarConvention>("--preset", "How bars are stamped; told from the stamps unless given.");

    /// <summary>Gives a command these options.</summary>
    internal void AddTo(Command command) => command.Add(_preset);

    /// <summary>What a command line asks for.</summary>
    internal BarReadOptions Of(ParseResult parsed) => new() { Convention = EnumOption.Of<BarConvention>(parsed, _preset) };
}
