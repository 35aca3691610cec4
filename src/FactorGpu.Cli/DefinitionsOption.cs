using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Cli;

/// <summary>Factors of the user's own, as text on the command line and in files.</summary>
internal sealed class DefinitionsOption
{
    private readonly Option<string[]> _define = new("--define")
    {
        Description = "A factor of your own, 'my_var = var(where(ret, ret < 0), ddof=0)'; any number of times. `factorgpu functions` shows what can be written.",
    };

    private readonly Option<string[]> _files = new("--definitions")
    {
        Description = "Text file with factors of your own; any number of times. They may name each other, and those of --define.",
        HelpName = "FILE",
    };

    internal void AddTo(Command command)
    {
        command.Add(_define);
        command.Add(_files);
    }

    /// <summary>The factors that were given, files first.</summary>
    internal ImmutableArray<FactorDefinition> Read(ParseResult parsed)
    {
        string[] defined = parsed.GetValue(_define) ?? [];
        string[] files = parsed.GetValue(_files) ?? [];
        if (defined.Length + files.Length == 0)
        {
            return [];
        }

        IEnumerable<DefinitionText> texts = files.Select(DefinitionText.Load)
            .Concat(defined.Select((text, i) => new DefinitionText(text, defined.Length == 1 ? _define.Name : string.Create(CultureInfo.InvariantCulture, $"{_define.Name} {i + 1}"))));
        return FactorDefinitions.Parse(texts);
    }
}
