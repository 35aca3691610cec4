using System.Collections.Immutable;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>Writes nodes in order of execution as steps; neighbouring operations on scalars become one batch.</summary>
internal static class PlanSteps
{
    internal static (ImmutableArray<PlanStep> Steps, ImmutableArray<ScalarStep> ScalarSteps) Of(ImmutableArray<PlanNode> order, PlanPlaces places)
    {
        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        var scalarSteps = ImmutableArray.CreateBuilder<ScalarStep>();
        int batch = 0;
        foreach (PlanNode node in order)
        {
            if (node is { Kind: PlanKind.Scalar, IsReduction: false })
            {
                scalarSteps.Add(ScalarStep(node, places));
                continue;
            }

            batch = EndBatch(steps, batch, scalarSteps.Count);
            steps.Add(Step(node, places));
        }

        EndBatch(steps, batch, scalarSteps.Count);
        return (steps.ToImmutable(), scalarSteps.ToImmutable());
    }

    private static int EndBatch(ImmutableArray<PlanStep>.Builder steps, int first, int end)
    {
        if (end > first)
        {
            steps.Add(new PlanStep(CpuOp.Scalars, 0, first, end, 0, 0, 0, 0, 0, 0));
        }

        return end;
    }

    private static PlanStep Step(PlanNode node, PlanPlaces places)
    {
        int target = node.Kind == PlanKind.Buffer ? places.OfOperand(node) : places[node];
        return new PlanStep(node.Op, target, Operand(0), Operand(1), Operand(2), Operand(3), Operand(4), node.P, node.Q, node.R);

        int Operand(int i) => i < node.Operands.Length ? places.OfOperand(node.Operands[i]) : 0;
    }

    private static ScalarStep ScalarStep(PlanNode node, PlanPlaces places)
    {
        return new ScalarStep(node.Op, places[node], Register(0), Register(1), Register(2));

        int Register(int i) => i < node.Operands.Length ? places[node.Operands[i].Node] : 0;
    }
}
