using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>Makes kernels of a program: its reductions by level, as many to a kernel as the limits allow, and each factor in the first kernel in which all that it needs is known.</summary>
/// <remarks>No reduction is done twice: a later kernel reads it from <c>scratch</c>, and evaluates again only series, running maxima and selections.</remarks>
internal sealed class KernelPlanner
{
    private readonly FactorProgram _program;
    private readonly KernelGraph _graph;
    private readonly KernelPlanOptions _options;
    private readonly HashSet<Reduction> _done = [];
    private readonly Dictionary<ExprNode, HashSet<Reduction>> _reductionsBelow = [];

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
        var reductions = new Queue<Reduction>(_graph.Reductions);
        var factors = new List<int>(Enumerable.Range(0, _graph.Outputs.Length));
        var kernels = ImmutableArray.CreateBuilder<PlannedKernel>();
        while (reductions.Count > 0 || factors.Count > 0)
        {
            KernelDraft draft = Draft(reductions, factors);
            kernels.Add(draft.Finish(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"factors_{kernels.Count}")));
        }

        return PlanOf(kernels.ToImmutable());
    }

    private KernelDraft Draft(Queue<Reduction> reductions, List<int> factors)
    {
        var draft = new KernelDraft(_graph, _options);
        while (reductions.TryPeek(out Reduction? reduction) && draft.TryAdd(reduction))
        {
            _done.Add(reductions.Dequeue());
        }

        factors.RemoveAll(k => ReductionsBelow(_graph.Outputs[k].Node).IsSubsetOf(_done) && draft.TryAdd(k));
        if (draft.IsEmpty)
        {
            int needed = reductions.TryPeek(out Reduction? reduction)
                ? draft.LeastBytes(draft.Needs.With(reduction), 1)
                : draft.LeastBytes(draft.Needs.With(_graph.Outputs[factors[0]].Node), 0);
            Throw.LocalMemoryTooSmall(_options.LocalBytes, _options.WorkItems, needed);
        }

        return draft;
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
        IEnumerable<ExprNode> roots = kernel.Results.SelectMany(reduction => KernelGraph.PartsOf(reduction))
            .Concat(kernel.Steps[^1].Factors.Select(k => _graph.Outputs[k].Node))
            .Concat(kernel.Sequences.SelectMany(sequence => _graph.PartsOf(sequence)));
        return roots.Any(root => ReductionsBelow(root).Contains(reduction));
    }

    /// <summary>All reductions that the value of a node is made of, whatever their level, those under the conditions of presence included.</summary>
    private HashSet<Reduction> ReductionsBelow(ExprNode node)
    {
        Throw.IfTooDeep();
        if (_reductionsBelow.TryGetValue(node, out HashSet<Reduction>? known))
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
            below.UnionWith(ReductionsBelow(part));
        }

        foreach (ExprNode part in node.Sequence is null ? [] : _graph.PartsOf(node.Sequence))
        {
            below.UnionWith(ReductionsBelow(part));
        }

        _reductionsBelow.Add(node, below);
        return below;
    }
}
