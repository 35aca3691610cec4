using System;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <content>Sets of bars as lanes of ones and zeros; null stands for every lane.</content>
internal sealed partial class LoopBody
{
    private void Set(PlanNode node)
    {
        LocalBuilder[]? mask = SweepNodes.IsComparison(node) ? Comparison(node) : Combination(node);
        _masks.Add(node, mask);
        if (_places.IsWritten(node))
        {
            _places.Bits(node, BitsAt());
            Bits(mask);
            IL.Emit(_vector.GroupLanes == 8 ? OpCodes.Stind_I1 : OpCodes.Stind_I2);
        }
    }

    private LocalBuilder[]? Comparison(PlanNode node)
    {
        LocalBuilder[] a = Number(node.Operands[0]);
        LocalBuilder[] b = Number(node.Operands[1]);
        LocalBuilder[] holds = node.Op switch
        {
            CpuOp.Less => Binary(nameof(Vector128.LessThan), a, b),
            CpuOp.LessOrEqual => Binary(nameof(Vector128.LessThanOrEqual), a, b),
            _ => Binary(nameof(Vector128.Equals), a, b),
        };
        return Common(Mask(node.Operands[2].Node), node.Op == CpuOp.NotEqual ? Complement(holds) : holds);
    }

    private LocalBuilder[]? Combination(PlanNode node)
    {
        LocalBuilder[]? a = Mask(node.Operands[0].Node);
        LocalBuilder[]? b = Mask(node.Operands[1].Node);
        return node.Op switch
        {
            CpuOp.Both => Common(a, b),
            CpuOp.Either => a is null || b is null ? null : Binary(nameof(Vector128.BitwiseOr), a, b),
            _ => b is null ? Each(_ => Constant(0)) : Common(a, Complement(b)),
        };
    }

    private LocalBuilder[]? Common(LocalBuilder[]? a, LocalBuilder[]? b)
        => a is null ? b : b is null ? a : Binary(nameof(Vector128.BitwiseAnd), a, b);

    private LocalBuilder[] Complement(LocalBuilder[] mask) => Unary(nameof(Vector128.OnesComplement), mask);

    /// <summary>The lanes of a set [part]; null where it has all lanes of the group.</summary>
    private LocalBuilder[]? Mask(PlanNode set)
    {
        if (!_masks.TryGetValue(set, out LocalBuilder[]? mask))
        {
            mask = set.IsRun && _isInner ? null : Stored(set);
            _masks.Add(set, mask);
        }

        return mask;
    }

    /// <summary>Where the bits of the group lie in any set.</summary>
    private LocalBuilder BitsAt()
    {
        if (_bitsAt is null)
        {
            _bitsAt = _writer.Local(typeof(nint));
            IL.Emit(OpCodes.Ldloc, _at);
            IL.Emit(OpCodes.Ldc_I4, _vector.BytesPerBitsByte);
            IL.Emit(OpCodes.Div_Un);
            IL.Emit(OpCodes.Stloc, _bitsAt);
        }

        return _bitsAt;
    }

    /// <summary>A set's bits as lanes: each lane looks at its own.</summary>
    private LocalBuilder[] Stored(PlanNode set)
    {
        LocalBuilder bits = _writer.Local(typeof(int));
        _places.Bits(set, BitsAt());
        IL.Emit(_vector.GroupLanes == 8 ? OpCodes.Ldind_U1 : OpCodes.Ldind_U2);
        IL.Emit(OpCodes.Stloc, bits);
        return Each(part =>
        {
            Own(part);
            IL.Emit(OpCodes.Ldloc, bits);
            _vector.WidenBits(IL);
            IL.Emit(OpCodes.Call, _vector.IntegerMethod(nameof(Vector128.Create), 1));
            Own(part);
            IL.Emit(OpCodes.Call, _vector.IntegerMethod(nameof(Vector128.BitwiseAnd), 2));
            IL.Emit(OpCodes.Call, _vector.IntegerMethod(nameof(Vector128.Equals), 2));
            IL.Emit(OpCodes.Call, _vector.AsElements());
        });
    }

    /// <summary>Pushes the bit of each lane.</summary>
    private void Own(int part)
    {
        for (int lane = 0; lane < _vector.Lanes; lane++)
        {
            _vector.PushInteger(IL, 1L << ((part * _vector.Lanes) + lane));
        }

        IL.Emit(OpCodes.Call, _vector.CreateIntegers(_vector.Integer));
    }

    /// <summary>Pushes the bits of all lanes of a group.</summary>
    private void Bits(LocalBuilder[]? mask)
    {
        if (mask is null)
        {
            IL.Emit(OpCodes.Ldc_I4, (1 << _vector.GroupLanes) - 1);
            return;
        }

        for (int part = 0; part < mask.Length; part++)
        {
            IL.Emit(OpCodes.Ldloc, mask[part]);
            Call(nameof(Vector128.ExtractMostSignificantBits), 1);
            IL.Emit(OpCodes.Conv_I4);
            IL.Emit(OpCodes.Ldc_I4, part * _vector.Lanes);
            IL.Emit(OpCodes.Shl);
            if (part > 0)
            {
                IL.Emit(OpCodes.Or);
            }
        }
    }

    /// <summary>Pushes the larger of a and of b with its lanes in another order.</summary>
    private void LargerOf(string larger, LocalBuilder a, LocalBuilder b, Func<int, int>? order)
    {
        IL.Emit(OpCodes.Ldloc, a);
        IL.Emit(OpCodes.Ldloc, b);
        if (order is not null)
        {
            Reorder(order);
        }

        Call(larger, 2);
    }

    /// <summary>Puts the lanes on the stack into another order.</summary>
    private void Reorder(Func<int, int> order)
    {
        for (int lane = 0; lane < _vector.Lanes; lane++)
        {
            _vector.PushInteger(IL, order(lane));
        }

        IL.Emit(OpCodes.Call, _vector.CreateIntegers(_vector.Index));
        IL.Emit(OpCodes.Call, _vector.Shuffle());
    }
}
