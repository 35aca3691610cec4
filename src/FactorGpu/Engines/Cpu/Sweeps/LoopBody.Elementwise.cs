using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <content>Bar by bar: what <c>Lanes</c> do, in the same words.</content>
internal sealed partial class LoopBody
{
    private LocalBuilder[] Element(PlanNode node) => node.Op switch
    {
        CpuOp.Add => Binary(nameof(Vector128.Add), Number(node.Operands[0]), Number(node.Operands[1])),
        CpuOp.Subtract => Binary(nameof(Vector128.Subtract), Number(node.Operands[0]), Number(node.Operands[1])),
        CpuOp.Multiply => Binary(nameof(Vector128.Multiply), Number(node.Operands[0]), Number(node.Operands[1])),
        CpuOp.Minimum => Binary(nameof(Vector128.Min), Number(node.Operands[0]), Number(node.Operands[1])),
        CpuOp.Maximum => Binary(nameof(Vector128.Max), Number(node.Operands[0]), Number(node.Operands[1])),
        CpuOp.Divide => Quotient(Number(node.Operands[0]), Number(node.Operands[1])),
        CpuOp.Abs => Unary(nameof(Vector128.Abs), Number(node.Operands[0])),
        CpuOp.Sqrt => Unary(nameof(Vector128.Sqrt), Number(node.Operands[0])),
        CpuOp.Negate => Negated(Number(node.Operands[0])),
        CpuOp.Finite => Finite(Number(node.Operands[0])),
        CpuOp.IfElse => Choice(Mask(node.Operands[0].Node), Number(node.Operands[1]), Number(node.Operands[2])),
        _ => RunningMaximum(node),
    };

    private LocalBuilder[] Unary(string operation, LocalBuilder[] a) => Each(part =>
    {
        IL.Emit(OpCodes.Ldloc, a[part]);
        Call(operation, 1);
    });

    /// <summary>a / b, NaN where b is 0 (E4).</summary>
    private LocalBuilder[] Quotient(LocalBuilder[] a, LocalBuilder[] b) => Each(part =>
    {
        IL.Emit(OpCodes.Ldloc, b[part]);
        Constant(0);
        Call(nameof(Vector128.Equals), 2);
        Constant(double.NaN);
        IL.Emit(OpCodes.Ldloc, a[part]);
        IL.Emit(OpCodes.Ldloc, b[part]);
        Call(nameof(Vector128.Divide), 2);
        Call(nameof(Vector128.ConditionalSelect), 3);
    });

    private LocalBuilder[] Negated(LocalBuilder[] a) => Each(part =>
    {
        IL.Emit(OpCodes.Ldloc, a[part]);
        Constant(-0.0);
        Call(nameof(Vector128.Xor), 2);
    });

    private LocalBuilder[] Finite(LocalBuilder[] a) => Each(part =>
    {
        IL.Emit(OpCodes.Ldloc, a[part]);
        Call(nameof(Vector128.Abs), 1);
        Constant(double.PositiveInfinity);
        Call(nameof(Vector128.LessThan), 2);
        IL.Emit(OpCodes.Ldloc, a[part]);
        Constant(double.NaN);
        Call(nameof(Vector128.ConditionalSelect), 3);
    });

    private LocalBuilder[] Choice(LocalBuilder[]? mask, LocalBuilder[] a, LocalBuilder[] b) => mask is null ? a : Each(part =>
    {
        IL.Emit(OpCodes.Ldloc, mask[part]);
        IL.Emit(OpCodes.Ldloc, a[part]);
        IL.Emit(OpCodes.Ldloc, b[part]);
        Call(nameof(Vector128.ConditionalSelect), 3);
    });

    /// <summary>The largest so far: of the lanes up to each, and of all groups before.</summary>
    private LocalBuilder[] RunningMaximum(PlanNode node)
    {
        LocalBuilder carried = _folds.Carried(node);
        string larger = SweepNodes.IsPrice(node.Operands[0].Node) ? nameof(Vector128.MaxNative) : nameof(Vector128.Max);
        LocalBuilder[] x = Choice(Mask(node.Operands[1].Node), Number(node.Operands[0]), Each(_ => Constant(double.NegativeInfinity)));
        return Each(part =>
        {
            LocalBuilder lanes = x[part];
            for (int distance = 1; distance < _vector.Lanes; distance *= 2)
            {
                LocalBuilder own = lanes;
                lanes = Local(() => LargerOf(larger, own, own, lane => lane >= distance ? lane - distance : lane));
            }

            // What is carried meets one maximum a vector, and waits for nothing else.
            LocalBuilder prefix = Local(() => LargerOf(larger, lanes, carried, null));
            LocalBuilder last = Local(() =>
            {
                IL.Emit(OpCodes.Ldloc, lanes);
                Reorder(_ => _vector.Lanes - 1);
            });
            LargerOf(larger, last, carried, null);
            IL.Emit(OpCodes.Stloc, carried);
            IL.Emit(OpCodes.Ldloc, prefix);
        });
    }
}
