using System;
using System.CommandLine;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Factors;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu explain ID... --engine opencl</c>: the program that factors become, or its kernels. Works without a device.</summary>
internal static class ExplainCommand
{
    private static readonly string[] s_engines = [.. ((EngineKind[])[EngineKind.Cpu, EngineKind.OpenCl, EngineKind.Cuda]).Select(kind => kind.ToString().ToLowerInvariant())];

    internal static Command Make(ToolStreams streams)
    {
        var ids = new Argument<string[]>("ID") { Description = "Ids or aliases of factors, those of --define and --definitions too, or a set.", Arity = ArgumentArity.OneOrMore };
        var definitions = new DefinitionsOption();
        var engine = new Option<string>("--engine")
        {
            Description = "cpu for the numbered lines of the program that every engine runs; opencl or cuda for the plan of its kernels and their text.",
            DefaultValueFactory = _ => s_engines[0],
        };
        engine.AcceptOnlyFromAmong(s_engines);
        Option<string> precision = EnumOption.Make<Precision>("--precision", "Precision that the program is compiled for.");
        var command = new Command("explain", "Shows what factors are compiled to.") { ids, engine, precision };
        definitions.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = new CompileOptions { Precision = EnumOption.Of<Precision>(parsed, precision) };
            FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find(parsed.GetRequiredValue(ids), definitions.Read(parsed)), options);
            streams.WriteResult(ProgramExplanation.Of(program, Enum.Parse<EngineKind>(parsed.GetRequiredValue(engine), ignoreCase: true)));
            return ExitCode.Success;
        });
        return command;
    }
}
