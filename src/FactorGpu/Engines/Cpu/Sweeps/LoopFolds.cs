using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>The folds of a loop: one accumulator a lane, combined in the one tree at the end (design 7).</summary>
internal sealed class LoopFolds
{
    private readonly SweepWriter _writer;
    private readonly SweepVector _vector;
    private readonly CpuPlan _plan;
    private readonly LoopPlaces _places;
    private readonly Dictionary<PlanNode, LocalBuilder[]> _folds;
    private readonly Dictionary<PlanNode, LocalBuilder> _carried;

    internal LoopFolds(SweepWriter writer, SweepVector vector, CpuPlan plan, LoopPlaces places, SweepSegment segment)
    {
        _writer = writer;
        _vector = vector;
        _plan = plan;
        _places = places;
        _folds = segment.Nodes.Where(SweepNodes.IsFold).ToDictionary(
            node => node, _ => Enumerable.Range(0, vector.Parts).Select(_ => writer.Local(vector.Type)).ToArray());
        _carried = segment.Nodes.Where(node => node.Op == CpuOp.Cummax).ToDictionary(node => node, _ => writer.Local(vector.Type));
    }

    /// <summary>What a running maximum carries from group to group: the largest so far, in every lane.</summary>
    internal LocalBuilder Carried(PlanNode node) => _carried[node];

    /// <summary>The operation that folds an element in.</summary>
    internal static string Operation(PlanNode fold) => fold.Op switch
    {
        CpuOp.Product => nameof(Vector128.Multiply),
        CpuOp.Max => SweepNodes.IsPrice(fold.Operands[0].Node) ? nameof(Vector128.MaxNative) : nameof(Vector128.Max),
        CpuOp.Min => SweepNodes.IsPrice(fold.Operands[0].Node) ? nameof(Vector128.MinNative) : nameof(Vector128.Min),
        _ => nameof(Vector128.Add),
    };

    /// <summary>Accumulators of a fold [part].</summary>
    internal LocalBuilder[] Of(PlanNode fold) => _folds[fold];

    /// <summary>Before the first group: what changes nothing.</summary>
    internal void Open()
    {
        foreach ((PlanNode fold, LocalBuilder[] parts) in _folds)
        {
            double neutral = fold.Op switch { CpuOp.Product => 1, CpuOp.Max => double.NegativeInfinity, CpuOp.Min => double.PositiveInfinity, _ => 0 };
            Array.ForEach(parts, part => Fill(part, neutral));
        }

        foreach (LocalBuilder carried in _carried.Values)
        {
            Fill(carried, double.NegativeInfinity);
        }
    }

    /// <summary>Behind the last group: lanes become one number, in its register.</summary>
    internal void Close()
    {
        foreach ((PlanNode fold, LocalBuilder[] parts) in _folds)
        {
            _writer.ScalarAddress(_plan.Places[fold]);
            Combine(fold, parts);
            _vector.Widen(_writer.IL);
            if (fold.Op is CpuOp.Max or CpuOp.Min)
            {
                _places.Set(fold.Operands[1].Node);
                _writer.IL.Emit(OpCodes.Call, typeof(SweepSets).GetMethod(nameof(SweepSets.NaNIfEmpty), SweepSets.Members)!);
            }

            _writer.IL.Emit(OpCodes.Stind_R8);
        }
    }

    /// <summary>((0 . 4) . (2 . 6)) . ((1 . 5) . (3 . 7)): the upper half onto the lower, again and again.</summary>
    private void Combine(PlanNode fold, LocalBuilder[] parts)
    {
        SweepVector vector = _vector;
        string operation = Operation(fold);
        for (int count = parts.Length; count > 1; count /= 2)
        {
            parts = [.. Enumerable.Range(0, count / 2).Select(part => Apply(vector, operation, () => Push(parts[part]), () => Push(parts[part + (count / 2)])))];
        }

        LocalBuilder lanes = parts[0];
        while (vector.Lanes * vector.ElementBytes > Vector128<byte>.Count)
        {
            LocalBuilder whole = lanes;
            MethodInfo lower = vector.Method(nameof(Vector512.GetLower), 1);
            MethodInfo upper = vector.Method(nameof(Vector512.GetUpper), 1);
            vector = vector.Half;
            lanes = Apply(vector, operation, () => Push(whole, lower), () => Push(whole, upper));
        }

        for (int count = vector.Lanes; count > 1; count /= 2)
        {
            LocalBuilder whole = lanes;
            lanes = Apply(vector, operation, () => Push(whole), () => PushUpper(vector, whole, count / 2));
        }

        Push(lanes, vector.Method(nameof(Vector128.ToScalar), 1));
    }

    /// <summary>Pushes lanes with those from one on at the front.</summary>
    private void PushUpper(SweepVector vector, LocalBuilder lanes, int first)
    {
        Push(lanes);
        for (int lane = 0; lane < vector.Lanes; lane++)
        {
            vector.PushInteger(_writer.IL, (lane + first) % vector.Lanes);
        }

        _writer.IL.Emit(OpCodes.Call, vector.CreateIntegers(vector.Index));
        _writer.IL.Emit(OpCodes.Call, vector.Shuffle());
    }

    private void Fill(LocalBuilder lanes, double value)
    {
        _vector.Push(_writer.IL, value);
        _writer.IL.Emit(OpCodes.Call, _vector.Method(nameof(Vector128.Create), 1));
        _writer.IL.Emit(OpCodes.Stloc, lanes);
    }

    private LocalBuilder Apply(SweepVector vector, string operation, Action a, Action b)
    {
        LocalBuilder result = _writer.Local(vector.Type);
        a();
        b();
        _writer.IL.Emit(OpCodes.Call, vector.Method(operation, 2));
        _writer.IL.Emit(OpCodes.Stloc, result);
        return result;
    }

    private void Push(LocalBuilder lanes, MethodInfo? then = null)
    {
        _writer.IL.Emit(OpCodes.Ldloc, lanes);
        if (then is not null)
        {
            _writer.IL.Emit(OpCodes.Call, then);
        }
    }
}
