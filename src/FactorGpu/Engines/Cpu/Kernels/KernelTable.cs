using System.Collections.Generic;
using System.Collections.Immutable;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Engines.Cpu.Sweeps;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The kernel of every step, for one way to lay out lanes.</summary>
internal static unsafe class KernelTable<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>Addresses of the kernels, <c>delegate* managed&lt;Frame*, CpuInstruction*, void&gt;</c>.</summary>
    internal static ImmutableDictionary<CpuOp, nint> Make()
    {
        var table = ImmutableDictionary.CreateBuilder<CpuOp, nint>();
        table.AddRange(Bars());
        table.AddRange(BarByBar());
        table.AddRange(Reductions());
        return table.ToImmutable();
    }

    /// <summary>What emitted code calls, for the same way to lay out lanes.</summary>
    internal static SweepCalls MakeCalls() => new(
        Make().SetItem(CpuOp.Load, Address(&SequenceKernels.Find)),
        (nint)(delegate* managed<double*, BarSet*, BarSet*, int, int, double*, void>)&SelectionKernels<TLanes>.Select,
        (nint)(delegate* managed<double*, BarSet*, double>)&ReductionKernels<TLanes>.IsConstant,
        (nint)(delegate* managed<double*, BarSet*, int, double>)&SequenceKernels.PickBar);

    private static Dictionary<CpuOp, nint> Bars() => new()
    {
        [CpuOp.Keep] = Address(&SequenceKernels.Keep),
        [CpuOp.Load] = Address(&SequenceKernels.Load),
        [CpuOp.PickBar] = Address(&SequenceKernels.PickBar),
        [CpuOp.PickField] = Address(&SequenceKernels.PickField),
        [CpuOp.AllBars] = Address(&SetKernels.AllBars),
        [CpuOp.Slots] = Address(&SetKernels.Slots),
        [CpuOp.ShiftSet] = Address(&SetKernels.ShiftSet),
        [CpuOp.Both] = Address(&SetKernels.Both),
        [CpuOp.Either] = Address(&SetKernels.Either),
        [CpuOp.Without] = Address(&SetKernels.Without),
        [CpuOp.Gate] = Address(&SetKernels.Gate),
        [CpuOp.TopFraction] = Address(&SelectionKernels<TLanes>.TopFraction),
        [CpuOp.Scalars] = Address(&ScalarKernels.Scalars),
    };

    private static Dictionary<CpuOp, nint> BarByBar() => new()
    {
        [CpuOp.Add] = Address(&ElementwiseKernels<TLanes>.Binary<ElementwiseOps.Add>),
        [CpuOp.Subtract] = Address(&ElementwiseKernels<TLanes>.Binary<ElementwiseOps.Subtract>),
        [CpuOp.Multiply] = Address(&ElementwiseKernels<TLanes>.Binary<ElementwiseOps.Multiply>),
        [CpuOp.Divide] = Address(&ElementwiseKernels<TLanes>.Binary<ElementwiseOps.Divide>),
        [CpuOp.Minimum] = Address(&ElementwiseKernels<TLanes>.Binary<ElementwiseOps.Minimum>),
        [CpuOp.Maximum] = Address(&ElementwiseKernels<TLanes>.Binary<ElementwiseOps.Maximum>),
        [CpuOp.Negate] = Address(&ElementwiseKernels<TLanes>.Unary<ElementwiseOps.Negate>),
        [CpuOp.Abs] = Address(&ElementwiseKernels<TLanes>.Unary<ElementwiseOps.Abs>),
        [CpuOp.Sqrt] = Address(&ElementwiseKernels<TLanes>.Unary<ElementwiseOps.Sqrt>),
        [CpuOp.Finite] = Address(&ElementwiseKernels<TLanes>.Unary<ElementwiseOps.Finite>),
        [CpuOp.IfElse] = Address(&ElementwiseKernels<TLanes>.IfElse),
        [CpuOp.Cummax] = Address(&ElementwiseKernels<TLanes>.Cummax),
        [CpuOp.Less] = Address(&ComparisonKernels<TLanes>.Compare<ElementwiseOps.Less>),
        [CpuOp.LessOrEqual] = Address(&ComparisonKernels<TLanes>.Compare<ElementwiseOps.LessOrEqual>),
        [CpuOp.Equal] = Address(&ComparisonKernels<TLanes>.Compare<ElementwiseOps.Equal>),
        [CpuOp.NotEqual] = Address(&ComparisonKernels<TLanes>.Compare<ElementwiseOps.NotEqual>),
    };

    private static Dictionary<CpuOp, nint> Reductions() => new()
    {
        [CpuOp.Count] = Address(&ReductionKernels<TLanes>.Count),
        [CpuOp.Sum] = Address(&ReductionKernels<TLanes>.Reduce<ReductionOps.Sum>),
        [CpuOp.Product] = Address(&ReductionKernels<TLanes>.Reduce<ReductionOps.Product>),
        [CpuOp.Max] = Address(&ReductionKernels<TLanes>.Reduce<ReductionOps.Max>),
        [CpuOp.Min] = Address(&ReductionKernels<TLanes>.Reduce<ReductionOps.Min>),
        [CpuOp.IsConstant] = Address(&ReductionKernels<TLanes>.IsConstant),
        [CpuOp.SumOfProducts] = Address(&ProductKernels<TLanes>.SumOfProducts),
        [CpuOp.SumsOfProducts] = Address(&ProductKernels<TLanes>.SumsOfProducts),
    };

    private static nint Address(delegate* managed<Frame*, CpuInstruction*, void> kernel) => (nint)kernel;
}
