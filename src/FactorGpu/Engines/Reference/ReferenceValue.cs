using System;
using System.Diagnostics;

namespace FactorGpu.Engines.Reference;

/// <summary>What a node gives for a stock-day: a scalar, or one element per bar with a mark that says whether it is present. A condition is 1 or 0.</summary>
internal sealed class ReferenceValue
{
    private readonly double[] _elements;
    private readonly bool[] _present;

    private ReferenceValue(double[] elements, bool[] present, bool isScalar)
    {
        _elements = elements;
        _present = present;
        IsScalar = isScalar;
    }

    internal bool IsScalar { get; }

    /// <summary>The value of a scalar.</summary>
    internal double Scalar
    {
        get
        {
            Debug.Assert(IsScalar, "a series has no one value");
            return _elements[0];
        }
    }

    /// <summary>Bars of a series, N.</summary>
    internal int Length => IsScalar ? throw new InvalidOperationException("A scalar has no bars; ask the series beside it.") : _elements.Length;

    internal static ReferenceValue OfScalar(double value) => new([value], [true], isScalar: true);

    /// <summary>A series from its elements [N] and their presence [N].</summary>
    internal static ReferenceValue OfSeries(double[] elements, bool[] present) => new(elements, present, isScalar: false);

    /// <summary>Element of bar i; the scalar itself at every bar.</summary>
    internal double At(int i) => _elements[IsScalar ? 0 : i];

    /// <summary>True when bar i has an element; a scalar is present everywhere.</summary>
    internal bool IsPresent(int i) => _present[IsScalar ? 0 : i];

    /// <summary>The present elements in time order.</summary>
    internal double[] PresentElements()
    {
        int n = 0;
        double[] elements = new double[Length];
        for (int i = 0; i < Length; i++)
        {
            if (IsPresent(i))
            {
                elements[n++] = At(i);
            }
        }

        return elements[..n];
    }
}
