using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <content>Execution Control.</content>
internal static unsafe partial class CudaNative
{
    private const int MaxThreadsPerBlock = 0;

    /// <summary>Most threads of a block that a kernel can run with, which its use of registers decides.</summary>
    internal static CudaStatus FuncGetMaxThreads(out int threads, nint function) => FuncGetAttribute(out threads, MaxThreadsPerBlock, function);

    /// <summary>Runs a kernel in one dimension, without shared memory beyond what its text declares.</summary>
    /// <param name="function">The kernel.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="threads">Threads of a block.</param>
    /// <param name="stream">Where it is put.</param>
    /// <param name="arguments">The arguments in order, each in the low bytes of its number. They are read before the call returns.</param>
    internal static CudaStatus Launch(nint function, int blocks, int threads, SafeHandle stream, ReadOnlySpan<ulong> arguments)
    {
        Span<nint> places = stackalloc nint[arguments.Length];
        fixed (ulong* first = arguments)
        fixed (nint* parameters = places)
        {
            // Pinned until the call has returned, so that the addresses hold.
            for (int i = 0; i < arguments.Length; i++)
            {
                parameters[i] = (nint)(first + i);
            }

            return LaunchKernel(function, (uint)blocks, 1, 1, (uint)threads, 1, 1, 0, stream, (nint)parameters, 0);
        }
    }

    [LibraryImport(Library, EntryPoint = "cuFuncGetAttribute")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial CudaStatus FuncGetAttribute(out int value, int attribute, nint function);

    [LibraryImport(Library, EntryPoint = "cuLaunchKernel")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial CudaStatus LaunchKernel(
        nint function, uint gridX, uint gridY, uint gridZ, uint blockX, uint blockY, uint blockZ, uint sharedBytes, SafeHandle stream, nint parameters, nint extra);
}
