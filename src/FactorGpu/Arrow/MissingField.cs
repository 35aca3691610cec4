using System;
using System.Numerics;
using System.Threading;

namespace FactorGpu.Arrow;

/// <summary>NaN throughout, one array for all fields and days without values. Several threads may ask at once.</summary>
internal sealed class MissingField<TValue>
    where TValue : IFloatingPointIeee754<TValue>
{
    private readonly Lock _gate = new();
    private TValue[] _values = [];

    /// <summary>A field [S, T] of NaN.</summary>
    /// <param name="length">S x T.</param>
    internal ReadOnlyMemory<TValue> OfLength(int length)
    {
        lock (_gate)
        {
            if (_values.Length < length)
            {
                _values = new TValue[length];
                Array.Fill(_values, TValue.NaN);
            }

            return _values.AsMemory(0, length);
        }
    }
}
