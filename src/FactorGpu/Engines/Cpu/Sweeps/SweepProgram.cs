using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>A plan as emitted code: fused loops, straight code for scalars, calls for the rest. Made once, run by any number of threads.</summary>
internal sealed class SweepProgram
{
    /// <summary>Locals after which a new method begins: beyond 1024, the runtime's temporaries included, it stops optimising.</summary>
    private const int MostLocals = 120;

    private SweepProgram(CpuPlan plan, SweepVector vector, CpuKernels kernels)
    {
        Plan = plan;
        Kernels = kernels;
        PlanNode[] ofSlots = [.. plan.Order.Where(node => node.IsOfSlots)];
        ImmutableArray<SweepSegment> segments = SweepSchedule.Of([.. plan.Order.Except(ofSlots)], vector.MostFolds);
        Places = new SweepPlaces(plan, segments);
        var steps = new StepWriter(plan, Places, kernels);
        Code = [.. Methods(segments, vector, steps).Select(method => method.CreateDelegate<SweepKernel>())];
        Steps = [.. steps.Steps];
        SlotSteps = [.. ofSlots.Select(node => PlanSteps.Step(node, plan.Places.OfOperand)), .. steps.SlotSteps];
        ScalarCount = plan.Places.ScalarCount + steps.SlotSteps.Count;
        foreach (SweepKernel kernel in Code)
        {
            RuntimeHelpers.PrepareDelegate(kernel);
        }
    }

    internal CpuPlan Plan { get; }

    /// <summary>What <see cref="SlotSteps"/> and the code call.</summary>
    internal CpuKernels Kernels { get; }

    internal SweepPlaces Places { get; }

    /// <summary>Registers: those of the plan, and those of slots.</summary>
    internal int ScalarCount { get; }

    /// <summary>Steps whose results hold as long as the slots of the valid bars stay the same.</summary>
    internal ImmutableArray<PlanStep> SlotSteps { get; }

    /// <summary>Steps that the code calls kernels for, in its order.</summary>
    internal ImmutableArray<PlanStep> Steps { get; }

    /// <summary>What to run, in this order, after <see cref="SlotSteps"/>.</summary>
    internal ImmutableArray<SweepKernel> Code { get; }

    /// <summary>True where the runtime compiles emitted code, and lanes are vectors.</summary>
    internal static bool CanBeMade(LaneStrategy lanes) => RuntimeFeature.IsDynamicCodeCompiled && SweepVector.Of(lanes, Precision.Double) is not null;

    /// <summary>Emits and compiles the code of a plan; only where it <see cref="CanBeMade"/>.</summary>
    internal static SweepProgram Make(CpuPlan plan, LaneStrategy lanes)
    {
        Precision precision = plan.ElementBytes == sizeof(float) ? Precision.Single : Precision.Double;
        return new(plan, SweepVector.Of(lanes, precision)!, LaneTable.Kernels(lanes, precision));
    }

    private List<DynamicMethod> Methods(ImmutableArray<SweepSegment> segments, SweepVector vector, StepWriter steps)
    {
        HashSet<PlanNode> read = SweepNodes.ReadFromMemory(Plan, segments);
        var methods = new List<DynamicMethod>();
        for (int at = 0; at < segments.Length;)
        {
            var writer = new SweepWriter($"sweep_{methods.Count:00}", vector);
            do
            {
                Write(writer, segments[at++], vector, steps, read);
            }
            while (at < segments.Length && writer.Locals < MostLocals);

            writer.IL.Emit(OpCodes.Ret);
            methods.Add(writer.Method);
        }

        return methods;
    }

    private void Write(SweepWriter writer, SweepSegment segment, SweepVector vector, StepWriter steps, HashSet<PlanNode> read)
    {
        if (segment.Range is not null)
        {
            LoopWriter.Write(writer, vector, Plan, Places, segment);
            return;
        }

        var scalars = new ScalarWriter(writer, Plan, read);
        foreach (PlanNode node in segment.Nodes)
        {
            if (node.IsStraight)
            {
                scalars.Write(node);
            }
            else
            {
                steps.Write(writer, node);
            }
        }
    }
}
