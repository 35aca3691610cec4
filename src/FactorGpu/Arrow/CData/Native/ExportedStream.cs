using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.CData.Native;

/// <summary>Record batches as another Arrow library in the process reads them: the callbacks of a struct ArrowArrayStream, and what they work on.</summary>
/// <remarks>The struct owns this object by a handle in its private data, which the release callback frees. No exception leaves a callback: it becomes an errno and words.</remarks>
internal sealed unsafe class ExportedStream : IDisposable
{
    private const int InputOutputError = 5;

    private readonly ArrowOutputSchema _schema;
    private readonly IEnumerator<ArrowOutputBatch> _batches;
    private nint _error;

    private ExportedStream(ArrowOutputSchema schema, IEnumerable<ArrowOutputBatch> batches)
    {
        _schema = schema;
        _batches = batches.GetEnumerator();
    }

    /// <summary>Fills a struct.</summary>
    /// <param name="stream">Address of a struct ArrowArrayStream, which is overwritten.</param>
    /// <param name="schema">The columns.</param>
    /// <param name="batches">The batches, each made when the reader asks for it.</param>
    /// <exception cref="ArgumentNullException">The address is 0.</exception>
    internal static void Export(nint stream, ArrowOutputSchema schema, IEnumerable<ArrowOutputBatch> batches)
    {
        if (stream == 0)
        {
            Throw.ArrowStreamNull(nameof(stream));
        }

        *(CArrowArrayStream*)stream = new CArrowArrayStream
        {
            GetSchema = &GetSchema,
            GetNext = &GetNext,
            GetLastError = &GetLastError,
            Release = &Release,
            PrivateData = (void*)GCHandle.ToIntPtr(GCHandle.Alloc(new ExportedStream(schema, batches))),
        };
    }

    public void Dispose()
    {
        _batches.Dispose();
        Marshal.FreeCoTaskMem(_error);
        _error = 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetSchema(CArrowArrayStream* stream, CArrowSchema* schema)
    {
        ExportedStream self = Of(stream);
        return self.Try(() => ExportedSchema.Export(schema, self._schema));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetNext(CArrowArrayStream* stream, CArrowArray* array)
    {
        *array = default;
        ExportedStream self = Of(stream);
        return self.Try(() =>
        {
            if (self._batches.MoveNext())
            {
                ExportedArray.Export(array, self._batches.Current);
            }
        });
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte* GetLastError(CArrowArrayStream* stream) => (byte*)Of(stream)._error;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(CArrowArrayStream* stream)
    {
        Of(stream).Dispose();
        GCHandle.FromIntPtr((nint)stream->PrivateData).Free();
        *stream = default;
    }

    private static ExportedStream Of(CArrowArrayStream* stream) => (ExportedStream)GCHandle.FromIntPtr((nint)stream->PrivateData).Target!;

    private int Try(Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (Exception e)
        {
            Marshal.FreeCoTaskMem(_error);
            _error = Marshal.StringToCoTaskMemUTF8(e.Message);
            return InputOutputError;
        }
    }
}
