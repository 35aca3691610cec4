using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Benchmarks.Suite;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Engines.Cpu.Sweeps;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Benchmarks;

/// <summary>Emits code with vectors of 512 bits, so that the runtime prints the machine code, and tells what that does not say: one line a program, tabs between its name, the bytes of a stock-day that it reads and writes, and its loops.</summary>
/// <remarks>A loop is its folds, its whole groups and its groups at edges on a full stock-day, all slots but those without trades, <c>18:29:1</c>; loops in the order of the code.</remarks>
internal static class EmittedCode
{
    /// <summary>The slots of a full stock-day.</summary>
    private static readonly SlotMask s_full = Full();

    internal static void Run()
    {
        foreach (Precision precision in Enum.GetValues<Precision>())
        {
            foreach (ImmutableArray<FactorDefinition> factors in (ImmutableArray<FactorDefinition>[])[FactorCatalogue.Find([.. Thirty.Factors]), FactorCatalogue.Huatai50])
            {
                FactorProgram whole = FactorProgram.Compile(factors, new CompileOptions { Precision = precision });
                foreach (ProgramPart part in whole.Parts)
                {
                    Tell(part.Program, part.Rows.Length == factors.Length ? "" : $" of the {factors.Length}");
                }
            }
        }
    }

    /// <summary>The plan is that of stock-days whose valid bars have all that any factor asks of them, as nearly all do.</summary>
    private static void Tell(FactorProgram program, string of)
    {
        var plan = CpuPlan.Make(program.Graph, mergesRequirements: true, program.Precision);
        _ = SweepProgram.Make(plan, LaneStrategy.Vector512);
        SweepVector vector = SweepVector.Of(LaneStrategy.Vector512, program.Precision)!;
        ImmutableArray<SweepSegment> segments = SweepSchedule.Of([.. plan.Order.Where(node => !node.IsOfSlots)], vector.MostFolds);
        string loops = string.Join(' ', segments.Where(segment => segment.Range is not null).Select(segment => Loop(segment, vector.GroupLanes)));
        string type = program.Precision == Precision.Single ? "float32" : "float64";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{program.Factors.Length}{of}, {type}\t{BytesRead(plan) + Work.BitmapBytesOf(program)}\t{plan.Outputs.Length * sizeof(double)}\t{loops}"));
    }

    /// <summary>What <see cref="LoopWriter"/> goes over, in groups.</summary>
    private static string Loop(SweepSegment segment, int lanes)
    {
        SweepRange range = segment.Range!.Value;
        Range whole = range.Window is null ? 0..Bars(range.Sequence).N : Bounds(range.Window);
        Range[] runs = [whole, .. segment.Nodes.SelectMany(node => node.Operands).Select(operand => operand.Node).Where(node => node is { Kind: PlanKind.Set, IsRun: true }).Select(Bounds)];
        int groups = Up(whole.End.Value, lanes) - (whole.Start.Value / lanes);
        int first = runs.Max(run => Up(run.Start.Value, lanes));
        int inner = Math.Max(runs.Min(run => run.End.Value / lanes) - first, 0);
        return string.Create(CultureInfo.InvariantCulture, $"{segment.Nodes.Count(SweepNodes.IsFold)}:{inner}:{groups - inner}");
    }

    /// <summary>The bars of a run on a full stock-day.</summary>
    private static Range Bounds(PlanNode run)
    {
        BarSequence bars = run.Op is CpuOp.AllBars or CpuOp.Slots ? Bars(run.Operands[0].Node) : default;
        switch (run.Op)
        {
            case CpuOp.AllBars:
                return 0..bars.N;
            case CpuOp.Slots:
                return bars.BarsBelow(run.P)..bars.BarsBelow(run.Q + 1);
        }

        Range a = Bounds(run.Operands[0].Node);
        Range b = Bounds(run.Operands[1].Node);
        return run.Op == CpuOp.ShiftSet
            ? Math.Max(a.Start.Value + run.P, 0)..Math.Min(a.End.Value + run.P, b.End.Value)
            : Math.Max(a.Start.Value, b.Start.Value)..Math.Min(a.End.Value, b.End.Value);
    }

    private static BarSequence Bars(PlanNode sequence)
    {
        BarSequence bars = default;
        bars.Fill(s_full, BarAxis.SlotsOf((BarScope)sequence.P));
        return bars;
    }

    /// <summary>Elements of the fields that are copied, of others those that are picked, and the values of the day.</summary>
    private static int BytesRead(CpuPlan plan)
    {
        PlanNode[] loads = [.. plan.Order.Where(node => node.Op == CpuOp.Load).DistinctBy(node => node.P)];
        int picks = plan.Order.Count(node => node.Op == CpuOp.PickField && loads.All(load => load.P != node.Q));
        return (((loads.Length * s_full.Count) + picks) * plan.ElementBytes) + (plan.DayValues.Length * sizeof(double));
    }

    private static SlotMask Full()
    {
        SlotRange none = BarAxis.ClosingCall;
        int[] slots = [.. Enumerable.Range(0, BarAxis.SlotCount).Where(t => t < none.First || t > none.Last)];
        ulong Word(int w) => slots.Where(t => t / 64 == w).Aggregate(0ul, (word, t) => word | (1ul << (t % 64)));
        return new SlotMask(Word(0), Word(1), Word(2), Word(3));
    }

    private static int Up(int bars, int lanes) => (bars + lanes - 1) / lanes;
}
