using System;
using System.Runtime.InteropServices;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.CData.Native;

/// <summary>A stream of another library in the process, taken over: it is released once, when this is disposed of.</summary>
/// <remarks>Not for two threads at a time. The struct of who gave it is marked as released, which is how the interface moves one.</remarks>
internal sealed unsafe class CDataStream : IDisposable
{
    private CArrowArrayStream _stream;

    /// <summary>Takes a stream over.</summary>
    /// <param name="stream">Address of a struct ArrowArrayStream.</param>
    /// <exception cref="ArgumentException">The address is 0, or the stream has been released before.</exception>
    internal CDataStream(nint stream)
    {
        var from = (CArrowArrayStream*)stream;
        if (from is null)
        {
            Throw.ArrowStreamNull(nameof(stream));
        }

        if (from->Release is null)
        {
            Throw.ArrowStreamReleased(nameof(stream));
        }

        _stream = *from;
        from->Release = null;
    }

    public void Dispose()
    {
        fixed (CArrowArrayStream* stream = &_stream)
        {
            if (stream->Release is not null)
            {
                // The producer marks the struct as released; a second call must not depend on it.
                stream->Release(stream);
                stream->Release = null;
            }
        }
    }

    /// <summary>Asks for the schema.</summary>
    /// <exception cref="BarFormatException">The producer fails, or gives none, or one that is broken or of a type that is not known.</exception>
    internal ArrowSchema ReadSchema()
    {
        CArrowSchema schema = default;
        fixed (CArrowArrayStream* stream = &_stream)
        {
            if (stream->GetSchema is null || stream->GetNext is null)
            {
                Throw.ArrowBroken(Throw.ArrowStreamName, "it lacks a callback, get_schema or get_next");
            }

            Check("its schema", stream->GetSchema(stream, &schema));
        }

        if (schema.Release is null)
        {
            Throw.ArrowBroken(Throw.ArrowStreamName, "the schema that it gives has been released before");
        }

        try
        {
            return CDataSchemaReader.Read(&schema);
        }
        finally
        {
            schema.Release(&schema);
        }
    }

    /// <summary>Asks for the next record batch.</summary>
    /// <returns>null at the end.</returns>
    /// <exception cref="BarFormatException">The producer fails.</exception>
    internal CDataArray? Next()
    {
        CArrowArray array = default;
        fixed (CArrowArrayStream* stream = &_stream)
        {
            Check("its next record batch", stream->GetNext(stream, &array));
        }

        return array.Release is null ? null : new CDataArray(array);
    }

    private void Check(string asked, int error)
    {
        if (error == 0)
        {
            return;
        }

        byte* words = null;
        fixed (CArrowArrayStream* stream = &_stream)
        {
            words = stream->GetLastError is null ? null : stream->GetLastError(stream);
        }

        Throw.ArrowStreamFailed(asked, error, Marshal.PtrToStringUTF8((nint)words));
    }
}
