using System;

namespace FactorGpu.Arrow;

/// <summary>NaN throughout, one array for all fields and days without values.</summary>
internal sealed class MissingField
{
    private double[] _values = [];

    /// <summary>A field [S, T] of NaN.</summary>
    /// <param name="length">S x T.</param>
    internal ReadOnlyMemory<double> OfLength(int length)
    {
        if (_values.Length < length)
        {
            _values = new double[length];
            Array.Fill(_values, double.NaN);
        }

        return _values.AsMemory(0, length);
    }
}
