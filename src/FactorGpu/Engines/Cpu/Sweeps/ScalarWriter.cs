using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Writes operations on scalars as straight code: numbers in locals, truth values as such, and those that others read also in their registers.</summary>
internal sealed class ScalarWriter
{
    private const BindingFlags Members = BindingFlags.NonPublic | BindingFlags.Static;
    private readonly SweepWriter _writer;
    private readonly CpuPlan _plan;
    private readonly HashSet<PlanNode> _read;
    private readonly Dictionary<PlanNode, LocalBuilder> _numbers = [];
    private readonly Dictionary<PlanNode, LocalBuilder> _truths = [];

    /// <param name="writer">The method.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="read">What is read from registers.</param>
    internal ScalarWriter(SweepWriter writer, CpuPlan plan, HashSet<PlanNode> read)
    {
        _writer = writer;
        _plan = plan;
        _read = read;
    }

    private ILGenerator IL => _writer.IL;

    internal void Write(PlanNode node)
    {
        if (IsTruth(node))
        {
            Truth(node);
            Keep(node, typeof(int), _truths);
            return;
        }

        Number(node);
        Keep(node, typeof(double), _numbers);
    }

    private static bool IsTruth(PlanNode node)
        => node.Op is CpuOp.Less or CpuOp.LessOrEqual or CpuOp.Equal or CpuOp.NotEqual or CpuOp.And or CpuOp.Or or CpuOp.Not;

    private void Keep(PlanNode node, System.Type type, Dictionary<PlanNode, LocalBuilder> locals)
    {
        LocalBuilder local = _writer.Local(type);
        IL.Emit(OpCodes.Stloc, local);
        locals.Add(node, local);
        if (!_read.Contains(node))
        {
            return;
        }

        _writer.ScalarAddress(_plan.Places[node]);
        IL.Emit(OpCodes.Ldloc, local);
        if (type != typeof(double))
        {
            IL.Emit(OpCodes.Conv_R8);
        }

        IL.Emit(OpCodes.Stind_R8);
    }

    private void Number(PlanNode node)
    {
        if (node.Op == CpuOp.IfElse)
        {
            IfElse(node);
            return;
        }

        foreach (PlanOperand operand in node.Operands)
        {
            Push(operand.Node);
        }

        switch (node.Op)
        {
            case CpuOp.Add:
                IL.Emit(OpCodes.Add);
                break;
            case CpuOp.Subtract:
                IL.Emit(OpCodes.Sub);
                break;
            case CpuOp.Multiply:
                IL.Emit(OpCodes.Mul);
                break;
            case CpuOp.Negate:
                IL.Emit(OpCodes.Neg);
                break;
            case CpuOp.Narrow:
                IL.Emit(OpCodes.Conv_R4);
                IL.Emit(OpCodes.Conv_R8);
                break;
            default:
                Call(node);
                break;
        }
    }

    /// <summary>Calls what computes a number from those on the stack.</summary>
    private void Call(PlanNode node)
    {
        if (typeof(SweepScalars).GetMethod(node.Op.ToString(), Members) is { } own)
        {
            IL.Emit(OpCodes.Call, own);
            return;
        }

        for (int missing = node.Operands.Length; missing < 3; missing++)
        {
            IL.Emit(OpCodes.Ldc_R8, 0.0);
        }

        IL.Emit(OpCodes.Ldc_I4, (int)node.Op);
        IL.Emit(OpCodes.Call, typeof(SweepScalars).GetMethod(nameof(SweepScalars.Of), Members)!);
    }

    private void Truth(PlanNode node)
    {
        foreach (PlanNode operand in node.Operands.Select(operand => operand.Node))
        {
            if (node.Op is CpuOp.And or CpuOp.Or)
            {
                PushIsTrue(operand);
            }
            else
            {
                Push(operand);
            }
        }

        switch (node.Op)
        {
            case CpuOp.Less:
                IL.Emit(OpCodes.Clt);
                break;
            case CpuOp.LessOrEqual:
                IL.Emit(OpCodes.Cgt_Un);
                Not();
                break;
            case CpuOp.Equal:
                IL.Emit(OpCodes.Ceq);
                break;
            case CpuOp.NotEqual:
                IL.Emit(OpCodes.Ceq);
                Not();
                break;
            case CpuOp.And:
                IL.Emit(OpCodes.And);
                break;
            case CpuOp.Or:
                IL.Emit(OpCodes.Or);
                break;
            default:
                IL.Emit(OpCodes.Ldc_R8, 0.0);
                IL.Emit(OpCodes.Ceq);
                break;
        }
    }

    private void Not()
    {
        IL.Emit(OpCodes.Ldc_I4_0);
        IL.Emit(OpCodes.Ceq);
    }

    private void IfElse(PlanNode node)
    {
        Label isFalse = IL.DefineLabel();
        Label end = IL.DefineLabel();
        PushIsTrue(node.Operands[0].Node);
        IL.Emit(OpCodes.Brfalse, isFalse);
        Push(node.Operands[1].Node);
        IL.Emit(OpCodes.Br, end);
        IL.MarkLabel(isFalse);
        Push(node.Operands[2].Node);
        IL.MarkLabel(end);
    }

    private void PushIsTrue(PlanNode node)
    {
        if (_truths.TryGetValue(node, out LocalBuilder? truth))
        {
            IL.Emit(OpCodes.Ldloc, truth);
            return;
        }

        Push(node);
        IL.Emit(OpCodes.Ldc_R8, 1.0);
        IL.Emit(OpCodes.Ceq);
    }

    private void Push(PlanNode node)
    {
        if (node.Op == CpuOp.Constant)
        {
            IL.Emit(OpCodes.Ldc_R8, node.Constant);
        }
        else if (_numbers.TryGetValue(node, out LocalBuilder? number))
        {
            IL.Emit(OpCodes.Ldloc, number);
        }
        else if (_truths.TryGetValue(node, out LocalBuilder? truth))
        {
            IL.Emit(OpCodes.Ldloc, truth);
            IL.Emit(OpCodes.Conv_R8);
        }
        else
        {
            _writer.LoadScalar(_plan.Places[node]);
        }
    }
}
