using System.IO;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Results;
using FactorGpu.Verification;

namespace FactorGpu.Tests.Docs;

/// <summary>The C# examples of the pages in docs and of the package, compiled; paths are parameters here, and what they print goes to a writer of this name.</summary>
internal static class DocExamples
{
    /// <summary>docs/getting-started.md.</summary>
    internal static void FourCalls(string input, string output, TextWriter Console)
    {
        using MinuteBars bars = MinuteBars.Read(input);
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_var", "intraday_maxdrawdown"));
        FactorTable factors = bars.Compute(program);
        factors.Save(output);
        Console.Write(factors);
    }

    /// <summary>src/FactorGpu/README.md.</summary>
    internal static void PackageReadme(string input, string output, TextWriter Console)
    {
        using MinuteBars bars = MinuteBars.Read(input);
        var mine = new FactorDefinition
        {
            Id = "my_downside_var",
            Value = day => day.Return.Where(day.Return < 0).Var(ddof: 0),
        };
        FactorProgram program = FactorProgram.Compile([.. FactorCatalogue.Huatai50, mine]);
        FactorTable factors = bars.Compute(program);
        factors.Save(output);
        Console.WriteLine(factors);
    }

    /// <summary>docs/data-and-presets.md.</summary>
    internal static void Faults(string input, TextWriter Console)
    {
        using MinuteBars bars = MinuteBars.Read([input], new BarReadOptions { Preset = "canonical", OnDuplicate = DuplicateHandling.Last });
        BarFileReport report = bars.Files[0];
        Console.WriteLine($"{report.DuplicateRows} rows stood twice, {report.MergedRows} were merged");
    }

    /// <summary>docs/writing-a-factor.md, first example.</summary>
    internal static void OwnFactors(string input, TextWriter Console)
    {
        var downside = new FactorDefinition
        {
            Id = "my_downside_var",
            Value = day => day.Return.Where(day.Return < 0).Var(ddof: 0),
        };
        var lateShare = new FactorDefinition
        {
            Id = "my_last_half_hour_share",
            Value = day => day.Volume.Between(BarAxis.HalfHours[^1]).Sum() / day.Volume.Sum(),
        };
        FactorDefinition ratio = FactorDefinitions.Parse("my_ratio = my_downside_var / return_var", downside)[0];
        using MinuteBars bars = MinuteBars.Read(input);
        FactorProgram program = FactorProgram.Compile([downside, lateShare, ratio]);
        FactorTable factors = bars.Compute(program);
        Console.Write(factors);
        Console.Write(program);
        Console.Write(lateShare.ToText());
    }

    /// <summary>docs/writing-a-factor.md, second example.</summary>
    internal static FactorDefinition Careful()
    {
        var careful = new FactorDefinition
        {
            Id = "my_downside_std",
            Value = day => day.Return.Where(day.Return < 0).Std(ddof: 1),
            MinObservations = 30,
            Observations = day => day.Return.Where(day.Return < 0).Count(),
            ObservationsAre = "negative returns",
        };
        return careful;
    }

    /// <summary>docs/writing-a-factor.md, third example.</summary>
    internal static void Verified(MinuteBars bars, FactorProgram program, TextWriter Console)
    {
        VerificationReport report = bars.Verify(program);
        Console.Write(report);
    }

    /// <summary>docs/engines-and-precision.md.</summary>
    internal static FactorTable WithOptions(MinuteBars bars, FactorProgram program)
    {
        FactorTable table = bars.Compute(program, new ComputeOptions { Engine = EngineKind.Cpu, Threads = 1 });
        return table;
    }

    /// <summary>docs/engines-and-precision.md, on single precision.</summary>
    internal static FactorTable InSingle(MinuteBars bars)
    {
        FactorProgram single = FactorProgram.Compile(FactorCatalogue.Huatai50, new CompileOptions { Precision = Precision.Single });
        FactorTable nearly = bars.Compute(single);
        return nearly;
    }

    /// <summary>docs/engines-and-precision.md, on GPUs.</summary>
    internal static FactorTable OnDevice(MinuteBars bars, FactorProgram program, TextWriter words)
    {
        var auto = new ComputeOptions { Engine = EngineKind.Auto };
        words.WriteLine(bars.ChooseEngine(program, auto));
        FactorTable table = bars.Compute(program, auto);
        return table;
    }

    /// <summary>docs/engines-and-precision.md, on bars that stay on a device.</summary>
    internal static FactorTable Resident(MinuteBars bars, FactorProgram program)
    {
        using DeviceBars resident = bars.ToDevice(new ComputeOptions { Engine = EngineKind.OpenCl });
        FactorTable table = resident.Compute(program);
        return table;
    }
}
