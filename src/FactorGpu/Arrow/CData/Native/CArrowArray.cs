using System.Runtime.InteropServices;

namespace FactorGpu.Arrow.CData.Native;

/// <summary>struct ArrowArray of the Arrow C data interface: the values of a column, or of a record batch. It has no sizes of its buffers.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CArrowArray
{
    internal long Length;

    /// <summary>-1 where it is not known.</summary>
    internal long NullCount;

    /// <summary>Values of the buffers, or of the children, before the first one.</summary>
    internal long Offset;

    internal long BufferCount;
    internal long ChildCount;
    internal void** Buffers;
    internal CArrowArray** Children;
    internal CArrowArray* Dictionary;

    /// <summary>Null once it has been called, or the struct has been moved elsewhere.</summary>
    internal delegate* unmanaged[Cdecl]<CArrowArray*, void> Release;

    internal void* PrivateData;
}
