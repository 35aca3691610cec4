namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>One operation on registers: target = op(a, b, c).</summary>
/// <param name="Op">Bar-by-bar operation, comparison, truth operation or choice.</param>
/// <param name="Target">Register of the result.</param>
/// <param name="A">Register of the first operand.</param>
/// <param name="B">Register of the second operand, if there is one.</param>
/// <param name="C">Register of the third operand, if there is one.</param>
internal readonly record struct ScalarStep(CpuOp Op, int Target, int A, int B, int C);
