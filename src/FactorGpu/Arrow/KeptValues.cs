using System;
using System.Collections.Generic;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The field columns of a file, of which those that are looked at before the rows are placed are decoded once and kept.</summary>
internal sealed class KeptValues : IBarValues
{
    private readonly IBarValues _source;
    private readonly int[] _firstRows;
    private readonly int _rowCount;
    private readonly double[]?[] _kept = new double[]?[BarFields.Count];

    /// <param name="source">The columns; disposed with this.</param>
    internal KeptValues(IBarValues source)
    {
        _source = source;
        _firstRows = new int[source.PartRows.Length];
        for (int part = 0; part < _firstRows.Length; part++)
        {
            _firstRows[part] = _rowCount;
            _rowCount += source.PartRows[part];
        }
    }

    public ReadOnlySpan<int> PartRows => _source.PartRows;

    public bool Has(BarField field) => _kept[(int)field] is not null || _source.Has(field);

    public ReadOnlySpan<double> Read(BarField field, int part, Span<double> scratch)
        => _kept[(int)field] is double[] kept ? kept.AsSpan(_firstRows[part], PartRows[part]) : _source.Read(field, part, scratch);

    public void Dispose() => _source.Dispose();

    /// <summary>Decodes fields that the file has, on all cores, and keeps them.</summary>
    internal void Keep(params ReadOnlySpan<BarField> fields)
    {
        var pieces = new List<(BarField Field, int Part, double[] Values)>();
        foreach (BarField field in fields)
        {
            if (_kept[(int)field] is null)
            {
                double[] values = GC.AllocateUninitializedArray<double>(_rowCount);
                _kept[(int)field] = values;
                for (int part = 0; part < _firstRows.Length; part++)
                {
                    pieces.Add((field, part, values));
                }
            }
        }

        InParallel.For(pieces.Count, i =>
        {
            (BarField field, int part, double[] values) = pieces[i];
            Span<double> target = values.AsSpan(_firstRows[part], PartRows[part]);
            ReadOnlySpan<double> read = _source.Read(field, part, target);
            if (read != target)
            {
                read.CopyTo(target);
            }
        });
    }

    /// <summary>All values of a field that the file has, one per row; they may be changed in place.</summary>
    internal Span<double> Whole(BarField field)
    {
        Keep(field);
        return _kept[(int)field];
    }

    /// <summary>Gives the file a field that it lacks.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">One per row.</param>
    internal void Add(BarField field, double[] values) => _kept[(int)field] = values;
}
