using System.Runtime.InteropServices;

namespace FactorGpu.Arrow.CData.Native;

/// <summary>struct ArrowSchema of the Arrow C data interface: type, name and children of a column, or of a record batch.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CArrowSchema
{
    /// <summary>The flag of a column that may have nulls.</summary>
    internal const long Nullable = 2;

    internal byte* Format;
    internal byte* Name;
    internal byte* Metadata;
    internal long Flags;
    internal long ChildCount;
    internal CArrowSchema** Children;
    internal CArrowSchema* Dictionary;

    /// <summary>Null once it has been called, or the struct has been moved elsewhere.</summary>
    internal delegate* unmanaged[Cdecl]<CArrowSchema*, void> Release;

    internal void* PrivateData;
}
