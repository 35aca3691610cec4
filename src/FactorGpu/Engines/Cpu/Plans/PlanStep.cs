namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>One step of a plan with its operands placed; see <see cref="CpuOp"/> for what they are.</summary>
/// <param name="Op">What to do.</param>
/// <param name="Target">Where the result goes.</param>
/// <param name="A">First operand.</param>
/// <param name="B">Second operand.</param>
/// <param name="C">Third operand.</param>
/// <param name="D">Fourth operand.</param>
/// <param name="E">Fifth operand.</param>
/// <param name="P">First whole number.</param>
/// <param name="Q">Second whole number.</param>
/// <param name="R">Third whole number.</param>
internal readonly record struct PlanStep(CpuOp Op, int Target, int A, int B, int C, int D, int E, int P, int Q, int R);
