using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>Writes nodes in order of execution as steps. Neighbouring operations on scalars become one batch, in which like stands with like; a sum of products takes the sums of squares of its factors along, where they are still to come.</summary>
internal sealed class PlanSteps
{
    /// <summary>More than there are operations.</summary>
    private const int MostOps = 1000;

    private readonly PlanPlaces _places;
    private readonly List<PlanNode> _squares;
    private readonly List<PlanStep> _steps = [];
    private readonly List<ScalarStep> _scalarSteps = [];
    private readonly List<PlanNode> _batch = [];

    private PlanSteps(ImmutableArray<PlanNode> order, PlanPlaces places)
    {
        _places = places;
        _squares = [.. order.Where(node => node.IsSumOfSquares)];
    }

    internal static (ImmutableArray<PlanStep> Steps, ImmutableArray<ScalarStep> ScalarSteps) Of(ImmutableArray<PlanNode> order, PlanPlaces places)
    {
        var steps = new PlanSteps(order, places);
        foreach (PlanNode node in order)
        {
            steps.Add(node);
        }

        steps.EndBatch();
        return ([.. steps._steps], [.. steps._scalarSteps]);
    }

    private void Add(PlanNode node)
    {
        if (node.IsStraight)
        {
            _batch.Add(node);
            return;
        }

        EndBatch();
        if (node.IsSumOfSquares && !_squares.Remove(node))
        {
            return;
        }

        PlanStep step = Step(node, _places.OfOperand);
        PlanNode? squareX = node.Op == CpuOp.SumOfProducts ? Take(node, 0) : null;
        PlanNode? squareY = node.Op == CpuOp.SumOfProducts ? Take(node, 2) : null;
        _steps.Add(squareX is null && squareY is null
            ? step
            : step with { Op = CpuOp.SumsOfProducts, Q = RegisterOrSpare(squareX), R = RegisterOrSpare(squareY) });
    }

    /// <summary>Takes the sum of squares of one factor of a sum of products from those to come; null when there is none.</summary>
    private PlanNode? Take(PlanNode node, int factor)
    {
        PlanNode? found = _squares.FirstOrDefault(square
            => square.Operands[0] == node.Operands[factor] && square.Operands[1] == node.Operands[factor + 1] && square.Operands[4] == node.Operands[4]);
        if (found is not null)
        {
            _squares.Remove(found);
        }

        return found;
    }

    private void EndBatch()
    {
        if (_batch.Count == 0)
        {
            return;
        }

        int first = _scalarSteps.Count;
        foreach (PlanNode node in ByOperation(_batch))
        {
            _scalarSteps.Add(new ScalarStep(node.Op, _places[node], Register(node, 0), Register(node, 1), Register(node, 2)));
        }

        _steps.Add(new PlanStep(CpuOp.Scalars, 0, first, _scalarSteps.Count, 0, 0, 0, 0, 0, 0));
        _batch.Clear();
    }

    /// <summary>Neighbours that do not need each other in runs of one operation: the processor then mostly knows which comes next.</summary>
    private static IEnumerable<PlanNode> ByOperation(List<PlanNode> scalars)
    {
        var depths = new Dictionary<PlanNode, int>();
        foreach (PlanNode scalar in scalars)
        {
            int depth = 0;
            foreach (PlanOperand operand in scalar.Operands)
            {
                depth = Math.Max(depth, depths.GetValueOrDefault(operand.Node) + 1);
            }

            depths.Add(scalar, depth);
        }

        return scalars.OrderBy(scalar => (depths[scalar] * MostOps) + (int)scalar.Op);
    }

    /// <summary>A node as a step of its own.</summary>
    /// <param name="node">The node.</param>
    /// <param name="placeOf">Place of an operand; see <see cref="PlanPlaces.OfOperand"/>.</param>
    internal static PlanStep Step(PlanNode node, Func<PlanOperand, int> placeOf)
    {
        int target = node.Kind == PlanKind.Scalar ? ~placeOf(node) : placeOf(node);
        return new PlanStep(node.Op, target, Operand(0), Operand(1), Operand(2), Operand(3), Operand(4), node.P, node.Q, node.R);

        int Operand(int i) => i < node.Operands.Length ? placeOf(node.Operands[i]) : 0;
    }

    private int Register(PlanNode node, int operand) => operand < node.Operands.Length ? _places[node.Operands[operand].Node] : 0;

    private int RegisterOrSpare(PlanNode? node) => node is null ? PlanPlaces.SpareRegister : _places[node];
}
