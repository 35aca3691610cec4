using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Writes what a loop does with one group of lanes. Every value is computed once, in locals; those that others read later are stored too.</summary>
internal sealed partial class LoopBody
{
    private readonly SweepWriter _writer;
    private readonly SweepVector _vector;
    private readonly SweepSegment _segment;
    private readonly LoopPlaces _places;
    private readonly LoopFolds _folds;
    private readonly LocalBuilder _at;
    private readonly bool _isInner;
    private LocalBuilder? _bitsAt;
    private readonly Dictionary<PlanOperand, LocalBuilder[]> _numbers = [];
    private readonly Dictionary<PlanNode, LocalBuilder[]?> _masks = [];
    private readonly Dictionary<(string Operation, LocalBuilder A, LocalBuilder B), LocalBuilder[]> _known = [];

    internal LoopBody(
        SweepWriter writer, SweepVector vector, SweepSegment segment, LoopPlaces places, LoopFolds folds, LocalBuilder at, bool isInner)
    {
        _writer = writer;
        _vector = vector;
        _segment = segment;
        _places = places;
        _folds = folds;
        _at = at;
        _isInner = isInner;
    }

    internal void Write()
    {
        _places.Request(_at);
        foreach (PlanNode node in _segment.Nodes)
        {
            switch (node.Kind)
            {
                case PlanKind.Buffer:
                    Series(node);
                    break;
                case PlanKind.Set:
                    Set(node);
                    break;
                default:
                    Fold(node);
                    break;
            }
        }
    }

    private void Series(PlanNode node)
    {
        LocalBuilder[] value = Element(node);
        _numbers.Add(node, value);
        if (_places.IsWritten(node))
        {
            for (int part = 0; part < _vector.Parts; part++)
            {
                IL.Emit(OpCodes.Ldloc, value[part]);
                _places.Series(node, _at, part * _vector.Lanes);
                Call(nameof(Vector128.Store), 2);
            }
        }
    }

    private void Fold(PlanNode node)
    {
        LocalBuilder[] value = node.Op == CpuOp.SumOfProducts
            ? Binary(nameof(Vector128.Multiply), Deviation(node, 0), Deviation(node, 2))
            : Number(node.Operands[0]);
        LocalBuilder[]? mask = Mask(node.Operands[^1].Node);
        LocalBuilder[] fold = _folds.Of(node);
        for (int part = 0; part < fold.Length; part++)
        {
            Load(mask, part);
            IL.Emit(OpCodes.Ldloc, fold[part]);
            IL.Emit(OpCodes.Ldloc, value[part]);
            Call(LoopFolds.Operation(node), 2);
            if (mask is not null)
            {
                IL.Emit(OpCodes.Ldloc, fold[part]);
                Call(nameof(Vector128.ConditionalSelect), 3);
            }

            IL.Emit(OpCodes.Stloc, fold[part]);
        }
    }

    /// <summary>A factor of a sum of products: a series less a scalar.</summary>
    private LocalBuilder[] Deviation(PlanNode node, int factor)
    {
        PlanNode mean = node.Operands[factor + 1].Node;
        LocalBuilder[] x = Number(node.Operands[factor]);
        return mean is { Op: CpuOp.Constant, Constant: 0 } ? x : Binary(nameof(Vector128.Subtract), x, Number(mean));
    }

    /// <summary>The lanes of a number [part]: what this loop has computed, a series loaded, or a scalar in every lane.</summary>
    private LocalBuilder[] Number(PlanOperand operand)
    {
        if (!_numbers.TryGetValue(operand, out LocalBuilder[]? number))
        {
            number = operand.Node.Kind == PlanKind.Scalar ? Spread(operand.Node) : Loaded(operand);
            _numbers.Add(operand, number);
        }

        return number;
    }

    private LocalBuilder[] Loaded(PlanOperand operand) => Each(part =>
    {
        _places.Series(operand.Node, _at, Frame.Within(operand.Shift) + (part * _vector.Lanes));
        Call(nameof(Vector128.Load), 1);
    });

    private LocalBuilder[] Spread(PlanNode scalar)
    {
        LocalBuilder lanes = Local(() =>
        {
            if (scalar.Op == CpuOp.Constant)
            {
                _vector.Push(IL, scalar.Constant);
            }
            else
            {
                _places.Scalar(scalar);
            }

            Call(nameof(Vector128.Create), 1);
        });
        return [.. Enumerable.Repeat(lanes, _vector.Parts)];
    }

    /// <summary>An operation on two numbers, done once.</summary>
    private LocalBuilder[] Binary(string operation, LocalBuilder[] a, LocalBuilder[] b)
    {
        (string, LocalBuilder, LocalBuilder) key = (operation, a[0], b[0]);
        if (!_known.TryGetValue(key, out LocalBuilder[]? result))
        {
            result = Each(part =>
            {
                IL.Emit(OpCodes.Ldloc, a[part]);
                IL.Emit(OpCodes.Ldloc, b[part]);
                Call(operation, 2);
            });
            _known.Add(key, result);
        }

        return result;
    }

    private ILGenerator IL => _writer.IL;

    private void Call(string operation, int parameters) => IL.Emit(OpCodes.Call, _vector.Method(operation, parameters));

    private void Load(LocalBuilder[]? parts, int part)
    {
        if (parts is not null)
        {
            IL.Emit(OpCodes.Ldloc, parts[part]);
        }
    }

    private void Constant(double value)
    {
        _vector.Push(IL, value);
        Call(nameof(Vector128.Create), 1);
    }

    private LocalBuilder[] Each(Action<int> push) => [.. Enumerable.Range(0, _vector.Parts).Select(part => Local(() => push(part)))];

    private LocalBuilder Local(Action push)
    {
        push();
        LocalBuilder local = _writer.Local(_vector.Type);
        IL.Emit(OpCodes.Stloc, local);
        return local;
    }
}
