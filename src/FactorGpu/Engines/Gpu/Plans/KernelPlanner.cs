using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>Makes kernels of a program: factor after factor with all reductions that it still needs, as many to a kernel as the limits allow.</summary>
/// <remarks>
/// Factors of a family stand side by side and look at the same series, so that few selections, windows and orders are made in two kernels.
/// No reduction is done twice: a later kernel reads it from <c>scratch</c>. A factor that passes the limits alone is spread over kernels by level.
/// </remarks>
internal sealed class KernelPlanner
{
    private readonly FactorProgram _program;
    private readonly KernelGraph _graph;
    private readonly KernelPlanOptions _options;
    private readonly HashSet<Reduction> _done = [];
    private readonly Dictionary<ExprNode, HashSet<Reduction>> _readBy = [];

    private KernelPlanner(FactorProgram program, KernelPlanOptions options)
    {
        _program = program;
        _graph = new KernelGraph(program);
        _options = options;
    }

    /// <summary>The plan of a program that is one part.</summary>
    /// <exception cref="DeviceException">The local memory is too small for one step.</exception>
    internal static KernelPlan Plan(FactorProgram program, KernelPlanOptions options)
    {
        if (options.WorkItems is not (32 or 64 or 128 or 256))
        {
            Throw.WorkItems(options.WorkItems);
        }

        return new KernelPlanner(program, options).Plan();
    }

    private KernelPlan Plan()
    {
        var factors = new List<int>(Enumerable.Range(0, _graph.Outputs.Length));
        var kernels = ImmutableArray.CreateBuilder<PlannedKernel>();
        while (factors.Count > 0)
        {
            KernelDraft draft = Draft(factors);
            kernels.Add(draft.Finish(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"factors_{kernels.Count}")));
        }

        return PlanOf(kernels.ToImmutable());
    }

    private KernelDraft Draft(List<int> factors)
    {
        var draft = new KernelDraft(_graph, _options);
        factors.RemoveAll(k => TryTake(draft, Missing(k), k));
        if (draft.IsEmpty)
        {
            TakePart(draft, factors[0]);
        }

        return draft;
    }

    /// <summary>Takes what one factor needs into a kernel of its own, lowest levels first, until a limit is passed.</summary>
    private void TakePart(KernelDraft draft, int k)
    {
        ImmutableArray<Reduction> missing = Missing(k);
        int taken = 0;
        while (taken < missing.Length && TryTake(draft, [missing[taken]], null))
        {
            taken++;
        }

        if (draft.IsEmpty)
        {
            int needed = missing.IsEmpty
                ? draft.LeastBytes(draft.Needs.With(_graph.Outputs[k].Node), 0)
                : draft.LeastBytes(draft.Needs.With(missing[0]), 1);
            Throw.LocalMemoryTooSmall(_options.LocalBytes, _options.WorkItems, needed);
        }
    }

    private bool TryTake(KernelDraft draft, ImmutableArray<Reduction> reductions, int? k)
    {
        if (!draft.TryAdd(reductions, k))
        {
            return false;
        }

        _done.UnionWith(reductions);
        return true;
    }

    /// <summary>The reductions that a factor needs and no kernel has yet, by level.</summary>
    private ImmutableArray<Reduction> Missing(int k)
    {
        var found = new HashSet<Reduction>();
        var open = new Stack<Reduction>(ReadBy(_graph.Outputs[k].Node));
        while (open.TryPop(out Reduction? reduction))
        {
            if (!_done.Contains(reduction) && found.Add(reduction))
            {
                foreach (Reduction below in PartsOf(reduction).SelectMany(ReadBy))
                {
                    open.Push(below);
                }
            }
        }

        return [.. found.OrderBy(reduction => reduction.Level).ThenBy(reduction => reduction.Number)];
    }

    private KernelPlan PlanOf(ImmutableArray<PlannedKernel> kernels)
    {
        return new KernelPlan
        {
            Inputs = _options.Inputs ?? KernelInputs.Of(_program),
            ScalarPrecision = _options.ScalarPrecision ?? _program.Precision,
            WorkItems = _options.WorkItems,
            Graph = _graph,
            Kernels = kernels,
            Scratch = [.. kernels.SelectMany((kernel, at) => kernel.Results.Where(result => kernels.Skip(at + 1).Any(later => Reads(later, result))))],
            FactorCount = _program.Factors.Length,
        };
    }

    private bool Reads(PlannedKernel kernel, Reduction reduction)
    {
        IEnumerable<ExprNode> roots = kernel.Results.SelectMany(PartsOf).Concat(kernel.Steps[^1].Factors.Select(k => _graph.Outputs[k].Node));
        return roots.Any(root => ReadBy(root).Contains(reduction));
    }

    /// <summary>The nodes that a reduction looks at bar by bar, and those that decide on the bars of its sequence.</summary>
    private IEnumerable<ExprNode> PartsOf(Reduction reduction)
    {
        IEnumerable<ExprNode> parts = KernelGraph.PartsOf(reduction);
        for (Sequence? sequence = reduction.Sequence; sequence is not null; sequence = sequence.Parent)
        {
            parts = parts.Concat(_graph.PartsOf(sequence));
        }

        return parts;
    }

    /// <summary>The reductions whose results the value of a node is made of, those under the conditions of presence included; not what these reductions are made of in turn.</summary>
    private HashSet<Reduction> ReadBy(ExprNode node)
    {
        Throw.IfTooDeep();
        if (_readBy.TryGetValue(node, out HashSet<Reduction>? known))
        {
            return known;
        }

        HashSet<Reduction> below = [];
        if (node.Operator.Kind == OperatorKind.Reduction)
        {
            below.UnionWith(_graph.ReductionsOf(node));
        }

        foreach (ExprNode part in _graph.PartsOf(node))
        {
            below.UnionWith(ReadBy(part));
        }

        foreach (ExprNode part in node.Sequence is null ? [] : _graph.PartsOf(node.Sequence))
        {
            below.UnionWith(ReadBy(part));
        }

        _readBy.Add(node, below);
        return below;
    }
}
