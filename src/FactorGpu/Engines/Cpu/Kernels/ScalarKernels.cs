using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Batches of operations on registers.</summary>
internal static unsafe class ScalarKernels
{
    internal const double True = 1;
    private const double False = 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Scalars(Frame* frame, CpuInstruction* at)
    {
        double* x = frame->Scalars;
        ScalarStep* end = frame->ScalarSteps + at->B;
        for (ScalarStep* step = frame->ScalarSteps + at->A; step < end; step++)
        {
            x[step->Target] = Of(step->Op, x[step->A], x[step->B], x[step->C]);
        }
    }

    /// <summary>An operation on up to three scalars.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Of(CpuOp op, double a, double b, double c) => op switch
    {
        CpuOp.Add => a + b,
        CpuOp.Subtract => a - b,
        CpuOp.Multiply => a * b,
        CpuOp.Divide => b == 0 ? double.NaN : a / b,
        CpuOp.Negate => -a,
        CpuOp.Abs => Math.Abs(a),
        CpuOp.Sqrt => Math.Sqrt(a),
        CpuOp.Minimum => Math.Min(a, b),
        CpuOp.Maximum => Math.Max(a, b),
        CpuOp.Narrow => (float)a,
        CpuOp.Finite => double.IsFinite(a) ? a : double.NaN,
        CpuOp.Floor => Math.Floor(a),
        CpuOp.Log => ElementaryFunctions.Log(a),
        CpuOp.Log1p => ElementaryFunctions.Log1p(a),
        CpuOp.Exp => ElementaryFunctions.Exp(a),
        CpuOp.Expm1 => ElementaryFunctions.Expm1(a),
        CpuOp.Atan => ElementaryFunctions.Atan(a),
        CpuOp.Erfc => ElementaryFunctions.Erfc(a),
        CpuOp.Cbrt => ElementaryFunctions.Cbrt(a),
        CpuOp.Less => Truth(a < b),
        CpuOp.LessOrEqual => Truth(a <= b),
        CpuOp.Equal => Truth(a == b),
        CpuOp.NotEqual => Truth(a != b),
        CpuOp.And => Truth(a == True && b == True),
        CpuOp.Or => Truth(a == True || b == True),
        CpuOp.Not => Truth(a == False),
        CpuOp.IfElse => a == True ? b : c,
        _ => throw new UnreachableException($"{op} is no operation on scalars."),
    };

    private static double Truth(bool condition) => condition ? True : False;
}
