using System;
using System.Reflection;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;

namespace FactorGpu.Benchmarks.Suite;

/// <summary>Finds the work of a benchmark: makes its class, sets its parameters, asks.</summary>
internal static class WorkOfCase
{
    internal static Work Of(BenchmarkCase benchmark)
    {
        Type type = benchmark.Descriptor.Type;
        object instance = Activator.CreateInstance(type)!;
        foreach (ParameterInstance parameter in benchmark.Parameters.Items)
        {
            PropertyInfo property = type.GetProperty(parameter.Name)!;
            property.SetValue(instance, parameter.Value);
        }

        return ((IMeasured)instance).WorkOf(benchmark.Descriptor.WorkloadMethod.Name);
    }
}
