using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <content>Programs that cannot be made.</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void BrokenGraph(string pass, string op, string fault)
        => throw new FactorGpuException(
            $"After {pass} the graph has a broken {op}: {fault}. This is a fault of FactorGpu, not of the definition; please report it with the definition.");

    [DoesNotReturn]
    internal static void NoFactors()
        => throw new FactorDefinitionException("A program was asked for without a factor; it needs one or more. Name factors, or a set such as huatai50.");

    [DoesNotReturn]
    internal static void FactorTwice(string id)
        => throw new FactorDefinitionException($"A program was given two factors called {id}; each id stands once. Leave one out or rename it.");

    [DoesNotReturn]
    internal static void BlankFactorId()
        => throw new FactorDefinitionException("A program was given a factor without an id; results are found by it. Set FactorDefinition.Id.");

    [DoesNotReturn]
    internal static void ReferenceIsDouble()
        => throw new FactorGpuException(
            "The reference was asked to run a program of single precision; it computes in float64 only, because it is what single precision is measured against. Take another engine, such as cpu, or double precision.");
}
