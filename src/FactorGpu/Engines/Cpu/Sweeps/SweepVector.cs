using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>The vector type that code is emitted over, and its operations: the 64 bytes of a group are one, two or four of them.</summary>
internal sealed class SweepVector
{
    private readonly LaneStrategy _strategy;
    private readonly Precision _precision;
    private readonly Type _operations;
    private readonly Type _generic;
    private readonly Dictionary<string, MethodInfo> _known = [];
    private SweepVector? _half;

    private SweepVector(LaneStrategy strategy, Precision precision, Type operations, Type generic, int bytes, int mostFolds)
    {
        _strategy = strategy;
        _precision = precision;
        _operations = operations;
        _generic = generic;
        Type = generic.MakeGenericType(Element);
        Lanes = bytes / ElementBytes;
        MostFolds = mostFolds;
    }

    /// <summary>True where elements are float32, so that a scalar becomes one by narrowing.</summary>
    internal bool Narrows => _precision == Precision.Single;

    /// <summary>Type of the elements.</summary>
    internal Type Element => Narrows ? typeof(float) : typeof(double);

    /// <summary>The unsigned integer as wide as an element.</summary>
    internal Type Integer => Narrows ? typeof(uint) : typeof(ulong);

    /// <summary>The integer that numbers lanes.</summary>
    internal Type Index => Narrows ? typeof(int) : typeof(long);

    internal int ElementBytes => Narrows ? sizeof(float) : sizeof(double);

    /// <summary>Lanes of a group, on every width.</summary>
    internal int GroupLanes => Frame.GroupBytes / ElementBytes;

    /// <summary>Bytes of elements to one byte of a set's bits.</summary>
    internal int BytesPerBitsByte => ElementBytes * 8;

    /// <summary>The vector type.</summary>
    internal Type Type { get; }

    /// <summary>Lanes of one vector.</summary>
    internal int Lanes { get; }

    /// <summary>Vectors of a group.</summary>
    internal int Parts => GroupLanes / Lanes;

    /// <summary>Folds that a loop accumulates at most: more do not fit into the registers.</summary>
    internal int MostFolds { get; }

    /// <summary>The vectors half as wide.</summary>
    internal SweepVector Half => _half ??= Of(_strategy + 1, _precision)!;

    /// <summary>The vectors of a layout of lanes; null for one without vectors.</summary>
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicMethods, typeof(Vector128))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicMethods, typeof(Vector256))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicMethods, typeof(Vector512))]
    internal static SweepVector? Of(LaneStrategy lanes, Precision precision) => lanes switch
    {
        LaneStrategy.Vector512 => new SweepVector(lanes, precision, typeof(Vector512), typeof(Vector512<>), 64, mostFolds: 18),
        LaneStrategy.Vector256 => new SweepVector(lanes, precision, typeof(Vector256), typeof(Vector256<>), 32, mostFolds: 8),
        LaneStrategy.Vector128 => new SweepVector(lanes, precision, typeof(Vector128), typeof(Vector128<>), 16, mostFolds: 6),
        _ => null,
    };

    /// <summary>Pushes an element.</summary>
    internal void Push(ILGenerator il, double value)
    {
        if (Narrows)
        {
            il.Emit(OpCodes.Ldc_R4, (float)value);
        }
        else
        {
            il.Emit(OpCodes.Ldc_R8, value);
        }
    }

    /// <summary>Pushes an integer as wide as an element.</summary>
    internal void PushInteger(ILGenerator il, long value)
    {
        if (Narrows)
        {
            il.Emit(OpCodes.Ldc_I4, (int)value);
        }
        else
        {
            il.Emit(OpCodes.Ldc_I8, value);
        }
    }

    /// <summary>Makes the float64 on the stack an element.</summary>
    internal void Narrow(ILGenerator il)
    {
        if (Narrows)
        {
            il.Emit(OpCodes.Conv_R4);
        }
    }

    /// <summary>Makes the element on the stack a float64.</summary>
    internal void Widen(ILGenerator il)
    {
        if (Narrows)
        {
            il.Emit(OpCodes.Conv_R8);
        }
    }

    /// <summary>Makes the bits on the stack an integer as wide as an element.</summary>
    internal void WidenBits(ILGenerator il)
    {
        if (!Narrows)
        {
            il.Emit(OpCodes.Conv_U8);
        }
    }

    /// <summary>Makes a vector of integers from one for each lane.</summary>
    internal MethodInfo CreateIntegers(Type integer) => Known(
        nameof(CreateIntegers) + integer, () => _operations.GetMethod(nameof(Vector128.Create), [.. Enumerable.Repeat(integer, Lanes)])!);

    /// <summary>Puts lanes into the order that a vector of indices gives.</summary>
    internal MethodInfo Shuffle() => Known(
        nameof(Shuffle), () => _operations.GetMethod(nameof(Vector128.Shuffle), [Type, _generic.MakeGenericType(Index)])!);

    /// <summary>Takes the bits of a vector of integers as elements.</summary>
    internal MethodInfo AsElements() => Known(
        nameof(AsElements), () => Generic(nameof(Vector128.As), 1, 2).MakeGenericMethod(Integer, Element));

    /// <summary>An operation on vectors of elements.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">Number of its parameters.</param>
    internal MethodInfo Method(string name, int parameters) => Known(
        name + parameters, () => Generic(name, parameters, 1).MakeGenericMethod(Element));

    /// <summary>An operation on vectors of integers as wide as elements.</summary>
    internal MethodInfo IntegerMethod(string name, int parameters) => Known(
        nameof(Integer) + name + parameters, () => Generic(name, parameters, 1).MakeGenericMethod(Integer));

    private MethodInfo Known(string key, Func<MethodInfo> find)
    {
        if (!_known.TryGetValue(key, out MethodInfo? method))
        {
            method = find();
            _known.Add(key, method);
        }

        return method;
    }

    /// <summary>The operation of a name; of overloads, the one with most vectors, all of this width.</summary>
    private MethodInfo Generic(string name, int parameters, int types) => _operations.GetMethods()
        .Where(method => method.Name == name && method.IsGenericMethodDefinition && method.GetGenericArguments().Length == types)
        .Select(method => (Method: method, Types: method.GetParameters().Select(parameter => parameter.ParameterType).ToArray()))
        .Where(method => method.Types.Length == parameters && method.Types.All(type => IsVector(type) || type is { IsPointer: true } or { IsGenericParameter: true } or { IsPrimitive: true }))
        .MaxBy(method => method.Types.Count(IsVector)).Method;

    private bool IsVector(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == _generic;
}
