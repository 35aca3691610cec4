using System;
using System.Threading;
using FactorGpu.Arrow;
using FactorGpu.Arrow.CData;
using FactorGpu.Errors;

namespace FactorGpu;

/// <content>Bars from other Arrow libraries in the process.</content>
public sealed partial class MinuteBars
{
    /// <summary>Reads a stream of record batches of another Arrow library in the process, through the Arrow C stream interface, as if they stood in a file.</summary>
    /// <param name="stream">
    /// Address of a struct ArrowArrayStream that the producer has filled. Its record batches are in the long or the dense layout, as in
    /// <see cref="Read(System.Collections.Generic.IReadOnlyList{string}, BarReadOptions)"/>, and of any size, with offsets or without; in the dense layout one is a day.
    /// </param>
    /// <param name="options">How to read them; null for the defaults.</param>
    /// <param name="cancellation">Ends the reading early, between record batches.</param>
    /// <returns>The bars, with one report, in which Arrow stream stands for the path.</returns>
    /// <exception cref="ArgumentException">The address is 0, or the stream has been released.</exception>
    /// <exception cref="BarFormatException">The producer fails, or what it gives cannot be read, is not what its layout asks for, or has no rows.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    /// <remarks>
    /// <para>The stream is taken over: the struct is marked as released, and the stream's release callback has been called when this returns or throws. The struct itself is the
    /// caller's to free. So is every record batch released once: those of the long layout before this returns; those of the dense layout whose numbers are used where
    /// they lie (float64 without nulls, or float32 in ticks, aligned) by <see cref="Dispose"/>, on its thread, and never if it is not called.</para>
    /// <para>All counts, offsets and pointers are held against each other and against the schema. The interface has no sizes of buffers, and no size of the metadata:
    /// that these are as long as the counts say has to be trusted, as has every callback.</para>
    /// </remarks>
    public static MinuteBars ReadArrowStream(nint stream, BarReadOptions? options = null, CancellationToken cancellation = default)
    {
        LoadedBars loaded = BarReader.Read(CDataTable.Read(stream, cancellation), options ?? new BarReadOptions());
        return new MinuteBars(loaded.Days, loaded);
    }

    /// <summary>Hands the days to another Arrow library in the process, through the Arrow C stream interface: in the dense layout in double precision, a record batch a day. Values are not copied.</summary>
    /// <param name="stream">Address of an allocated struct ArrowArrayStream, whose content is overwritten.</param>
    /// <exception cref="ArgumentNullException">The address is 0.</exception>
    /// <remarks>
    /// The stream belongs to the caller, who hands it on or calls its release callback; whoever reads it releases each record batch. Bars that stay in a file or in another
    /// library's memory must not be disposed of before the last of them is released. The struct itself is the caller's to free.
    /// </remarks>
    public void ExportArrowStream(nint stream) => DenseBarsArrow.Export(Days, stream);
}
