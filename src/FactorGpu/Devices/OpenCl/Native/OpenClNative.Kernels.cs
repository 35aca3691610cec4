using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.OpenCl.Native;

/// <content>OpenCL 1.2, 5.7 Kernel Objects and 5.8 Executing Kernels</content>
internal static partial class OpenClNative
{
    [LibraryImport(Library, EntryPoint = "clCreateKernel", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial KernelHandle CreateKernel(ProgramHandle program, string name, out OpenClStatus status);

    [LibraryImport(Library, EntryPoint = "clReleaseKernel")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus ReleaseKernel(nint kernel);

    /// <summary>Sets an argument that is a buffer.</summary>
    internal static OpenClStatus SetKernelArg(KernelHandle kernel, uint place, BufferHandle buffer)
    {
        bool isHeld = false;
        try
        {
            buffer.DangerousAddRef(ref isHeld);
            return SetKernelArg(kernel, place, (nuint)nint.Size, buffer.DangerousGetHandle());
        }
        finally
        {
            if (isHeld)
            {
                buffer.DangerousRelease();
            }
        }
    }

    [LibraryImport(Library, EntryPoint = "clSetKernelArg")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus SetKernelArg(KernelHandle kernel, uint place, nuint bytes, in int value);

    /// <summary>Gives the number of arguments that a kernel takes.</summary>
    internal static OpenClStatus GetKernelArgumentCount(KernelHandle kernel, out uint count)
    {
        const uint NumArgs = 0x1191;
        return GetKernelInfo(kernel, NumArgs, sizeof(uint), out count, out _);
    }

    /// <summary>Gives the most work-items of a group that a kernel can run with on a device.</summary>
    internal static OpenClStatus GetKernelWorkGroupSize(KernelHandle kernel, DeviceId device, out nuint items)
    {
        const uint WorkGroupSize = 0x11B0;
        return GetKernelWorkGroupInfo(kernel, device, WorkGroupSize, (nuint)nuint.Size, out items, out _);
    }

    [LibraryImport(Library, EntryPoint = "clEnqueueNDRangeKernel")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus EnqueueNDRangeKernel(QueueHandle queue, KernelHandle kernel, uint dimensions, nint offset, in nuint items, in nuint itemsPerGroup, uint waitCount, nint waitFor, out EventHandle operation);

    [LibraryImport(Library, EntryPoint = "clSetKernelArg")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial OpenClStatus SetKernelArg(KernelHandle kernel, uint place, nuint bytes, in nint buffer);

    [LibraryImport(Library, EntryPoint = "clGetKernelInfo")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial OpenClStatus GetKernelInfo(KernelHandle kernel, uint query, nuint room, out uint value, out nuint bytes);

    [LibraryImport(Library, EntryPoint = "clGetKernelWorkGroupInfo")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial OpenClStatus GetKernelWorkGroupInfo(KernelHandle kernel, DeviceId device, uint query, nuint room, out nuint value, out nuint bytes);
}
