namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>The functions of OpenCL 1.2 that are used, by chapter of its specification.</summary>
/// <remarks>Where <see cref="OpenClLibrary"/> has not found the library, none may be called. All may be called from several threads at once, but those that set a kernel's arguments.</remarks>
internal static partial class OpenClNative
{
    /// <summary>The library's name in the imports, which <see cref="OpenClLibrary"/> resolves.</summary>
    internal const string Library = "OpenCL";
}
