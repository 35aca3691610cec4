using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>A program as steps over buffers, sets and registers: made once, run for every stock-day.</summary>
internal sealed class CpuPlan
{
    private CpuPlan(ImmutableArray<PlanNode> outputs, Precision precision)
    {
        ElementBytes = precision == Precision.Single ? sizeof(float) : sizeof(double);
        ImmutableArray<PlanNode> order = PlanSchedule.Of(outputs);
        PlanNode[] givens = [.. order.Concat(outputs).SelectMany(node => node.Operands.Select(operand => operand.Node).Append(node))
            .Where(node => node.IsGiven).Distinct()];
        var places = new PlanPlaces(givens, order);
        Order = order;
        Places = places;
        Constants = [.. givens.Where(node => node.Op == CpuOp.Constant).Select(node => new PlanConstant(places[node], node.Constant))];
        DayValues = [.. givens.Where(node => node.IsOfDay).Select(node => new PlanDayValue(places[node], node.Op, (BarField)node.P))];
        Sequences = [.. givens.Where(node => node.Op == CpuOp.ValidBars).Select(node => new PlanBars((BarScope)node.P, (BarRequirements)node.Q))];
        Fields = [.. order.Where(node => node.Op is CpuOp.Load or CpuOp.PickField).Select(node => (BarField)(node.Op == CpuOp.Load ? node.P : node.Q)).Distinct()];
        Results = outputs;
        Outputs = [.. outputs.Select(node => places[node])];
        (Steps, ScalarSteps) = PlanSteps.Of(order, places);
    }

    /// <summary>Bytes of an element of a row or buffer: float64, or float32 in single precision.</summary>
    internal int ElementBytes { get; }

    /// <summary>What the steps compute, operands first.</summary>
    internal ImmutableArray<PlanNode> Order { get; }

    internal ImmutableArray<PlanStep> Steps { get; }

    internal ImmutableArray<ScalarStep> ScalarSteps { get; }

    /// <summary>How many buffers, sets, sequences and registers the steps use.</summary>
    internal PlanPlaces Places { get; }

    internal ImmutableArray<PlanConstant> Constants { get; }

    internal ImmutableArray<PlanDayValue> DayValues { get; }

    /// <summary>The sequences without a condition, in the order of their places: the first ones.</summary>
    internal ImmutableArray<PlanBars> Sequences { get; }

    /// <summary>The fields whose rows the steps read.</summary>
    internal ImmutableArray<BarField> Fields { get; }

    /// <summary>What gives the factors [K].</summary>
    internal ImmutableArray<PlanNode> Results { get; }

    /// <summary>Registers of the factors [K] after the last step.</summary>
    internal ImmutableArray<int> Outputs { get; }

    /// <summary>Writes the values of the day into their registers.</summary>
    internal unsafe void SetDayValues(DayTensor day, int s, double* registers)
    {
        foreach (PlanDayValue value in DayValues)
        {
            registers[value.Register] = value.Source switch
            {
                CpuOp.DayTicks => TickScale.ToTicks(day.DayValue(value.Field, s), day.Ticks[s]),
                CpuOp.Tick => day.Ticks[s],
                CpuOp.HasVolume => day.HasVolume(s) ? 1 : 0,
                _ => day.DayValue(value.Field, s),
            };
        }
    }

    /// <summary>Plans a graph; see <see cref="Planner.Plan"/>.</summary>
    internal static CpuPlan Make(ExprGraph graph, bool mergesRequirements, Precision precision = Precision.Double)
        => new(Planner.Plan(graph, mergesRequirements, precision), precision);
}
