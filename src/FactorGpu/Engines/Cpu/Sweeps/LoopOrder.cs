using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Puts the nodes of a loop into an order that keeps few values waiting in registers: folds over one set next to each other, those of the same series too, everything else when it is first needed.</summary>
internal sealed class LoopOrder
{
    private readonly HashSet<PlanNode> _open;
    private readonly ImmutableArray<PlanNode>.Builder _order = ImmutableArray.CreateBuilder<PlanNode>();

    private LoopOrder(IEnumerable<PlanNode> nodes) => _open = [.. nodes];

    /// <param name="nodes">The nodes, operands first.</param>
    internal static ImmutableArray<PlanNode> Of(List<PlanNode> nodes)
    {
        var order = new LoopOrder(nodes);
        IEnumerable<PlanNode> folds = nodes.Where(SweepNodes.IsFold).GroupBy(fold => fold.Operands[^1].Node)
            .SelectMany(group => group.OrderBy(fold => fold.Operands[0].Node.Number).ThenBy(fold => fold.Operands[0].Shift));
        foreach (PlanNode node in folds.Concat(nodes))
        {
            order.Add(node);
        }

        return order._order.ToImmutable();
    }

    private void Add(PlanNode node)
    {
        if (_open.Remove(node))
        {
            foreach (PlanOperand operand in node.Operands)
            {
                Add(operand.Node);
            }

            _order.Add(node);
        }
    }
}
