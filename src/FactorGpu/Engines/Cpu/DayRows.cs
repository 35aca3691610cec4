using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Cpu;

/// <summary>The rows of the fields that a program reads: pinned where they lie in memory; those that stay in a file are read for one block of stocks at a time.</summary>
/// <remarks>Blocks may be loaded by several threads at once, each into memory of its own.</remarks>
internal sealed unsafe class DayRows : IDisposable
{
    private readonly DayTensor _day;
    private readonly bool _isSingle;
    private readonly long _rowBytes;
    private readonly MemoryHandle[] _pins = new MemoryHandle[BarFields.Count];
    private readonly ImmutableArray<BarField> _inMemory;
    private readonly ImmutableArray<BarField> _stored;

    internal DayRows(DayTensor day, ImmutableArray<BarField> fields, Precision precision)
    {
        _day = day;
        _isSingle = precision == Precision.Single;
        _rowBytes = BarAxis.SlotCount * (_isSingle ? sizeof(float) : sizeof(double));
        _stored = [.. fields.Where(IsStored)];
        _inMemory = [.. fields.Except(_stored)];
        foreach (BarField field in _inMemory)
        {
            _pins[(int)field] = _isSingle ? day.Single.Field(field).Pin() : day.FieldMemory(field).Pin();
        }
    }

    /// <summary>True when some rows stay in a file.</summary>
    internal bool AreStored => !_stored.IsEmpty;

    /// <summary>Finds the rows of a block of stocks.</summary>
    /// <param name="first">First stock.</param>
    /// <param name="count">Number of stocks.</param>
    /// <param name="places">Where the rows of each field [F] start; 0 for those that are not read.</param>
    /// <param name="block">Memory for <see cref="CpuBlocks.BlockLength"/> rows of each field, overwritten; not needed unless <see cref="AreStored"/>.</param>
    internal void Load(int first, int count, Span<nint> places, byte* block)
    {
        places.Clear();
        foreach (BarField field in _inMemory)
        {
            places[(int)field] = (nint)((byte*)_pins[(int)field].Pointer + (first * _rowBytes));
        }

        foreach (BarField field in _stored)
        {
            Range cells = (first * BarAxis.SlotCount)..((first + count) * BarAxis.SlotCount);
            if (_isSingle)
            {
                StoredNumbers<float>.Copy(_day.Single.Field(field)[cells], new Span<float>(block, count * BarAxis.SlotCount));
            }
            else
            {
                StoredNumbers<double>.Copy(_day.FieldMemory(field)[cells], new Span<double>(block, count * BarAxis.SlotCount));
            }

            places[(int)field] = (nint)block;
            block += CpuBlocks.BlockLength * _rowBytes;
        }
    }

    public void Dispose() => Array.ForEach(_pins, pin => pin.Dispose());

    private bool IsStored(BarField field)
        => _isSingle ? StoredNumbers<float>.Holds(_day.Single.Field(field)) : StoredNumbers<double>.Holds(_day.FieldMemory(field));
}
