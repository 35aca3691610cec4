using System;
using System.Collections.Immutable;
using System.Text;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Errors;

namespace FactorGpu.Devices.Cuda;

/// <summary>Compiles CUDA C with NVRTC for one kind of card.</summary>
internal sealed class NvrtcCompiler
{
    // What stands for a file's name in the compiler's messages.
    private const string SourceName = "kernels.cu";

    private readonly NvrtcTarget _target;

    internal NvrtcCompiler(NvrtcTarget target)
    {
        _target = target;

        // Nothing here relaxes rounding: no contraction, division and square root correctly rounded, subnormal numbers kept.
        Options = [target.Option, "--fmad=false", "--prec-div=true", "--prec-sqrt=true", "--ftz=false", "--std=c++14"];
    }

    /// <summary>What the compiler is told.</summary>
    internal ImmutableArray<string> Options { get; }

    /// <summary>The compute capabilities that NVRTC makes code for; empty where it does not say.</summary>
    internal static ImmutableArray<int> Supported()
    {
        if (NvrtcNative.GetNumSupportedArchs(out int count) != NvrtcNative.Success)
        {
            return [];
        }

        int[] supported = new int[count];
        return NvrtcNative.GetSupportedArchs(supported) == NvrtcNative.Success ? [.. supported] : [];
    }

    /// <summary>Compiles a text.</summary>
    /// <param name="source">CUDA C.</param>
    /// <param name="device">Name of the card, for messages.</param>
    /// <returns>A cubin, or PTX that ends with a zero byte.</returns>
    /// <exception cref="DeviceException">The text does not compile; the message holds the compiler's full log.</exception>
    internal byte[] Compile(string source, string device)
    {
        Check(NvrtcProgramHandle.Create(source, SourceName, out NvrtcProgramHandle? made), "nvrtcCreateProgram", device);
        using NvrtcProgramHandle program = made!;
        int result = NvrtcNative.CompileProgram(program, Options.Length, [.. Options]);
        if (result != NvrtcNative.Success)
        {
            string status = Name(result);
            Throw.NvrtcCompilation(status, device, string.Join(' ', Options), Log(program, device), result == NvrtcNative.OutOfMemory);
        }

        return _target.IsBinary ? Cubin(program, device) : Ptx(program, device);
    }

    private static byte[] Cubin(NvrtcProgramHandle program, string device)
    {
        Check(NvrtcNative.GetCubinSize(program, out nuint bytes), "nvrtcGetCUBINSize", device);
        byte[] cubin = new byte[bytes];
        Check(NvrtcNative.GetCubin(program, cubin), "nvrtcGetCUBIN", device);
        return cubin;
    }

    private static byte[] Ptx(NvrtcProgramHandle program, string device)
    {
        Check(NvrtcNative.GetPtxSize(program, out nuint bytes), "nvrtcGetPTXSize", device);
        byte[] ptx = new byte[bytes];
        Check(NvrtcNative.GetPtx(program, ptx), "nvrtcGetPTX", device);
        return ptx;
    }

    private static string Log(NvrtcProgramHandle program, string device)
    {
        Check(NvrtcNative.GetProgramLogSize(program, out nuint bytes), "nvrtcGetProgramLogSize", device);
        byte[] log = new byte[bytes];
        Check(NvrtcNative.GetProgramLog(program, log), "nvrtcGetProgramLog", device);
        return Encoding.UTF8.GetString(log).TrimEnd('\0', '\n');
    }

    private static void Check(int result, string call, string device)
    {
        if (result != NvrtcNative.Success)
        {
            Throw.CudaCall(call, Name(result), device, result == NvrtcNative.OutOfMemory);
        }
    }

    private static string Name(int result) => FormattableString.Invariant($"{NvrtcNative.ErrorName(result)} ({result})");
}
