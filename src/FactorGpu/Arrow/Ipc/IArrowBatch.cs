using System;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>A record batch, whose columns are read when asked for.</summary>
internal interface IArrowBatch
{
    int RowCount { get; }

    /// <summary>The batch, as messages name it: "record batch 3".</summary>
    string Name { get; }

    /// <summary>Reads the buffers of a column, those of its children left out.</summary>
    /// <param name="field">A column of the schema; of a dictionary batch, the column of its values.</param>
    /// <exception cref="BarFormatException">The column is not there, or is broken.</exception>
    ArrowColumn Column(ArrowField field);

    /// <summary>Reads the buffers of a child of a column.</summary>
    /// <param name="field">The child.</param>
    /// <param name="rowCount">Values that it must have.</param>
    /// <exception cref="BarFormatException">The child is not there, has another number of values, or is broken.</exception>
    ArrowColumn Column(ArrowField field, int rowCount);

    /// <summary>Gives the numbers of a column where they lie: in memory, or in the file, from where they are read when they are used.</summary>
    /// <param name="field">A column of numbers of this type, or a child of one.</param>
    /// <param name="rowCount">Values that it must have.</param>
    /// <param name="values">The numbers; see <see cref="IArrowTable.TakeMemory"/>.</param>
    /// <returns>False when they do not lie ready: they are compressed, in memory not aligned, too few, or there are nulls.</returns>
    bool TryUse<TValue>(ArrowField field, int rowCount, out ReadOnlyMemory<TValue> values)
        where TValue : unmanaged;
}
