using System.Runtime.InteropServices;

namespace FactorGpu.Arrow.CData.Native;

/// <summary>struct ArrowArrayStream of the Arrow C stream interface: what gives a schema, then record batches one after the other.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CArrowArrayStream
{
    /// <summary>Gives 0, or an errno.</summary>
    internal delegate* unmanaged[Cdecl]<CArrowArrayStream*, CArrowSchema*, int> GetSchema;

    /// <summary>Gives 0, or an errno; a released array at the end.</summary>
    internal delegate* unmanaged[Cdecl]<CArrowArrayStream*, CArrowArray*, int> GetNext;

    /// <summary>Words about the latest errno, until the next call; may be null.</summary>
    internal delegate* unmanaged[Cdecl]<CArrowArrayStream*, byte*> GetLastError;

    /// <summary>Null once it has been called, or the struct has been moved elsewhere.</summary>
    internal delegate* unmanaged[Cdecl]<CArrowArrayStream*, void> Release;

    internal void* PrivateData;
}
