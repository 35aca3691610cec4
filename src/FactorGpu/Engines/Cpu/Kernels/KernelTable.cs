using System.Collections.Generic;
using System.Collections.Immutable;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Cpu.Plans;

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
        table.AddRange(Functions());
        table.AddRange(Reductions());
        return table.ToImmutable();
    }

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
        [CpuOp.SlotNumbers] = Address(&SequenceKernels.SlotNumbers),
        [CpuOp.BarNumbers] = Address(&SequenceKernels.BarNumbers),
        [CpuOp.Rank] = Address(&OrderingKernels.Rank),
        [CpuOp.CumsumBy] = Address(&OrderingKernels.CumsumBy),
        [CpuOp.GroupSum] = Address(&OrderingKernels.GroupSum),
        [CpuOp.FirstOfGroup] = Address(&OrderingKernels.FirstOfGroup),
        [CpuOp.TopCount] = Address(&SelectionKernels<TLanes>.TopCount),
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
        [CpuOp.RollingSum] = Address(&RollingKernels<TLanes>.RollingSum),
        [CpuOp.RollingCov] = Address(&RollingKernels<TLanes>.RollingCov),
        [CpuOp.IfElse] = Address(&ElementwiseKernels<TLanes>.IfElse),
        [CpuOp.Cummax] = Address(&ElementwiseKernels<TLanes>.Cummax),
        [CpuOp.Less] = Address(&ComparisonKernels<TLanes>.Compare<ElementwiseOps.Less>),
        [CpuOp.LessOrEqual] = Address(&ComparisonKernels<TLanes>.Compare<ElementwiseOps.LessOrEqual>),
        [CpuOp.Equal] = Address(&ComparisonKernels<TLanes>.Compare<ElementwiseOps.Equal>),
        [CpuOp.NotEqual] = Address(&ComparisonKernels<TLanes>.Compare<ElementwiseOps.NotEqual>),
    };

    private static Dictionary<CpuOp, nint> Functions() => new()
    {
        [CpuOp.Floor] = Address(&FunctionKernels.Apply<FunctionKernels.Floor>),
        [CpuOp.Log] = Address(&FunctionKernels.Apply<FunctionKernels.Log>),
        [CpuOp.Log1p] = Address(&FunctionKernels.Apply<FunctionKernels.Log1p>),
        [CpuOp.Exp] = Address(&FunctionKernels.Apply<FunctionKernels.Exp>),
        [CpuOp.Expm1] = Address(&FunctionKernels.Apply<FunctionKernels.Expm1>),
        [CpuOp.Atan] = Address(&FunctionKernels.Apply<FunctionKernels.Atan>),
        [CpuOp.Erfc] = Address(&FunctionKernels.Apply<FunctionKernels.Erfc>),
        [CpuOp.Cbrt] = Address(&FunctionKernels.Apply<FunctionKernels.Cbrt>),
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
