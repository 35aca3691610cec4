using System.Numerics;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The kernel of every step, for one way to lay out lanes and one precision, with the lanes of float64 for what is computed in it in every precision.</summary>
internal static unsafe class KernelTable<TLanes, T, TWide>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWide : unmanaged, ILanes<TWide, double>
{
    internal static CpuKernels Make() => new()
    {
        [CpuOp.Keep] = Address(&SequenceKernels<T>.Keep),
        [CpuOp.Load] = Address(&SequenceKernels<T>.Load),
        [CpuOp.Copy] = Address(&SequenceKernels<T>.Copy),
        [CpuOp.PickBar] = Address(&SequenceKernels<T>.PickBar),
        [CpuOp.PickField] = Address(&SequenceKernels<T>.PickField),
        [CpuOp.PickSlot] = Address(&SequenceKernels<T>.PickSlot),
        [CpuOp.AllBars] = Address(&SetKernels.AllBars),
        [CpuOp.Slots] = Address(&SetKernels.Slots),
        [CpuOp.ShiftSet] = Address(&SetKernels.ShiftSet),
        [CpuOp.Both] = Address(&SetKernels.Both),
        [CpuOp.Either] = Address(&SetKernels.Either),
        [CpuOp.Without] = Address(&SetKernels.Without),
        [CpuOp.Gate] = Address(&SetKernels.Gate),
        [CpuOp.SlotNumbers] = Address(&SequenceKernels<T>.SlotNumbers),
        [CpuOp.BarNumbers] = Address(&SequenceKernels<T>.BarNumbers),
        [CpuOp.Order] = Address(&OrderingKernels<TLanes, T>.Order),
        [CpuOp.OrderDown] = Address(&OrderingKernels<TLanes, T>.OrderDown),
        [CpuOp.Rank] = Address(&OrderingKernels<TLanes, T>.Rank),
        [CpuOp.CumsumBy] = Address(&OrderingKernels<TLanes, T>.CumsumBy),
        [CpuOp.GroupSum] = Address(&OrderingKernels<TLanes, T>.GroupSum),
        [CpuOp.FirstOfGroup] = Address(&OrderingKernels<TLanes, T>.FirstOfGroup),
        [CpuOp.TopCount] = Address(&SelectionKernels<TLanes, T>.TopCount),
        [CpuOp.Encode] = Address(&SelectionKernels<TLanes, T>.Encode),
        [CpuOp.TopFraction] = Address(&SelectionKernels<TLanes, T>.TopFraction),
        [CpuOp.Scalars] = Address(&ScalarKernels.Scalars),

        [CpuOp.Add] = Address(&ElementwiseKernels<TLanes, T>.Binary<ElementwiseOps.Add>),
        [CpuOp.Subtract] = Address(&ElementwiseKernels<TLanes, T>.Binary<ElementwiseOps.Subtract>),
        [CpuOp.Multiply] = Address(&ElementwiseKernels<TLanes, T>.Binary<ElementwiseOps.Multiply>),
        [CpuOp.Divide] = Address(&ElementwiseKernels<TLanes, T>.Binary<ElementwiseOps.Divide>),
        [CpuOp.Minimum] = Address(&ElementwiseKernels<TLanes, T>.Binary<ElementwiseOps.Minimum>),
        [CpuOp.Maximum] = Address(&ElementwiseKernels<TLanes, T>.Binary<ElementwiseOps.Maximum>),
        [CpuOp.Negate] = Address(&ElementwiseKernels<TLanes, T>.Unary<ElementwiseOps.Negate>),
        [CpuOp.Abs] = Address(&ElementwiseKernels<TLanes, T>.Unary<ElementwiseOps.Abs>),
        [CpuOp.Sqrt] = Address(&ElementwiseKernels<TLanes, T>.Unary<ElementwiseOps.Sqrt>),
        [CpuOp.Finite] = Address(&ElementwiseKernels<TLanes, T>.Unary<ElementwiseOps.Finite>),
        [CpuOp.RollingSum] = Address(&RollingKernels<T, TWide>.RollingSum),
        [CpuOp.RollingCov] = Address(&RollingKernels<T, TWide>.RollingCov),
        [CpuOp.IfElse] = Address(&ElementwiseKernels<TLanes, T>.IfElse),
        [CpuOp.Cummax] = Address(&ElementwiseKernels<TLanes, T>.Cummax),
        [CpuOp.Less] = Address(&ComparisonKernels<TLanes, T>.Compare<ElementwiseOps.Less>),
        [CpuOp.LessOrEqual] = Address(&ComparisonKernels<TLanes, T>.Compare<ElementwiseOps.LessOrEqual>),
        [CpuOp.Equal] = Address(&ComparisonKernels<TLanes, T>.Compare<ElementwiseOps.Equal>),
        [CpuOp.NotEqual] = Address(&ComparisonKernels<TLanes, T>.Compare<ElementwiseOps.NotEqual>),

        [CpuOp.Floor] = Address(&FunctionKernels<T, TWide>.Apply<FunctionOps.Floor>),
        [CpuOp.Log] = Address(&FunctionKernels<T, TWide>.Apply<FunctionOps.Log>),
        [CpuOp.Log1p] = Address(&FunctionKernels<T, TWide>.Apply<FunctionOps.Log1p>),
        [CpuOp.Exp] = Address(&FunctionKernels<T, TWide>.Apply<FunctionOps.Exp>),
        [CpuOp.Expm1] = Address(&FunctionKernels<T, TWide>.Apply<FunctionOps.Expm1>),
        [CpuOp.Atan] = Address(&FunctionKernels<T, TWide>.Apply<FunctionOps.Atan>),
        [CpuOp.Erfc] = Address(&FunctionKernels<T, TWide>.Apply<FunctionOps.Erfc>),
        [CpuOp.Cbrt] = Address(&FunctionKernels<T, TWide>.Apply<FunctionOps.Cbrt>),

        [CpuOp.Count] = Address(&ReductionKernels<TLanes, T>.Count),
        [CpuOp.Sum] = Address(&ReductionKernels<TLanes, T>.Reduce<ReductionOps.Sum>),
        [CpuOp.Product] = Address(&ReductionKernels<TLanes, T>.Reduce<ReductionOps.Product>),
        [CpuOp.Max] = Address(&ReductionKernels<TLanes, T>.Reduce<ReductionOps.Max>),
        [CpuOp.Min] = Address(&ReductionKernels<TLanes, T>.Reduce<ReductionOps.Min>),
        [CpuOp.IsConstant] = Address(&ReductionKernels<TLanes, T>.IsConstant),
        [CpuOp.SumOfProducts] = Address(&ProductKernels<TLanes, T>.SumOfProducts),
        [CpuOp.SumsOfProducts] = Address(&ProductKernels<TLanes, T>.SumsOfProducts),
    };

    private static nint Address(delegate* managed<Frame*, CpuInstruction*, void> kernel) => (nint)kernel;
}
