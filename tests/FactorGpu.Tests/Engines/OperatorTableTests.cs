using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Engines.Gpu;
using FactorGpu.Engines.Reference;
using FactorGpu.Expressions;
using Xunit;

namespace FactorGpu.Tests.Engines;

public sealed class OperatorTableTests
{
    public static TheoryData<string> OperatorNames => [.. Operators.All.Select(op => op.Name)];

    [Fact]
    public void EveryOperator_IsInTheTableOnce()
    {
        IEnumerable<string> declared = typeof(Operators)
            .GetProperties(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(property => property.PropertyType == typeof(OperatorDescriptor))
            .Select(property => property.Name);

        Assert.Equal(declared.Order(), Operators.All.Select(op => op.PascalName).Order());
    }

    [Theory, MemberData(nameof(OperatorNames))]
    public void EveryOperator_HasItsReferenceOfTheSameName(string name)
    {
        OperatorDescriptor op = Find(name);
        bool isComputed = op.Kind is not (OperatorKind.Source or OperatorKind.Binding);

        bool isInTable = ReferenceOperators.Table.TryGetValue(name, out Func<ReferenceCall, ReferenceValue>? method);

        Assert.Equal(isComputed, isInTable);
        Assert.True(!isInTable || method!.Method.Name == op.PascalName, $"{name} is computed by {method?.Method.Name}");
    }

    [Theory, MemberData(nameof(OperatorNames))]
    public void EveryOperator_OfACompiledProgram_IsPlannedByTheCpuEngine(string name)
    {
        OperatorDescriptor op = Find(name);
        bool isComputed = op.Kind is not (OperatorKind.Source or OperatorKind.Binding) && !IsLowered(op);

        Assert.Equal(isComputed, Planner.Table.ContainsKey(name));
    }

    [Theory, MemberData(nameof(OperatorNames))]
    public void EveryOperator_OfACompiledProgram_IsWrittenInKernels_OrSaysWhyNot(string name)
    {
        OperatorDescriptor op = Find(name);
        bool isInPrograms = op.Kind != OperatorKind.Binding && !IsLowered(op);

        bool isWritten = KernelForms.Known.Has(op);

        Assert.Equal(isInPrograms && !KernelForms.CpuOnly.ContainsKey(name), isWritten);
        Assert.All(KernelForms.CpuOnly.Values, reason => Assert.EndsWith(".", reason, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryStepOfTheCpuEngine_HasAKernel_OnEveryLayoutOfLanes()
    {
        CpuOp[] withoutKernel =
            [CpuOp.Constant, CpuOp.DayValue, CpuOp.DayTicks, CpuOp.Tick, CpuOp.HasVolume, CpuOp.ValidBars, CpuOp.Narrow, CpuOp.And, CpuOp.Or, CpuOp.Not];

        foreach (LaneStrategy lanes in Enum.GetValues<LaneStrategy>())
        {
            foreach (Precision precision in Enum.GetValues<Precision>())
            {
                Assert.Equal(Enum.GetValues<CpuOp>().Except(withoutKernel), Enum.GetValues<CpuOp>().Where(LaneTable.Kernels(lanes, precision).Has));
            }
        }
    }

    [Theory, MemberData(nameof(OperatorNames))]
    public void EveryOperator_HasTestsThatStartWithItsName(string name)
    {
        string prefix = Find(name).PascalName + "_";

        int count = typeof(OperatorTableTests).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(OperatorTableTests).Namespace)
            .SelectMany(type => type.GetMethods())
            .Count(method => method.Name.StartsWith(prefix, StringComparison.Ordinal));

        Assert.True(count > 0, $"No test in {typeof(OperatorTableTests).Namespace} starts with {prefix}.");
    }

    [Theory, MemberData(nameof(OperatorNames))]
    public void EveryOperator_SaysWhatItGives(string name)
        => Assert.EndsWith(".", Find(name).Summary, StringComparison.Ordinal);

    private static bool IsLowered(OperatorDescriptor op) => op.Kind is OperatorKind.Reduction or OperatorKind.Rolling && !StaysInPrograms(op);

    /// <summary>True unless the passes write the operator as others.</summary>
    private static bool StaysInPrograms(OperatorDescriptor op)
    {
        var builder = new GraphBuilder();
        ExprNode x = builder.Field(BarField.Close, builder.Sequence(BarScope.All, BarRequirements.None));
        ExprNode node = builder.Apply(op, [.. op.Attributes.Select(_ => 1)], [.. op.Operands.Select(_ => x)]);
        ExprNode output = node.Kind switch
        {
            ValueKind.Scalar => node,
            ValueKind.Series => builder.Apply(Operators.Sum, node),
            _ => builder.Apply(Operators.IfElse, node, builder.Constant(1), builder.Constant(0)),
        };
        ExprGraph graph = PassPipeline.Run(new ExprGraph([new GraphOutput("x", output)]), new CompileOptions());
        return graph.Nodes.Any(left => left.Operator == op);
    }

    private static OperatorDescriptor Find(string name) => Operators.All.Single(op => op.Name == name);
}
