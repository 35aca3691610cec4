using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>The dialects.</summary>
internal static class KernelDialects
{
    /// <summary>OpenCL C 1.2: no subgroups, no generic address space. Contraction is off by its pragma.</summary>
    internal static KernelDialect OpenCl { get; } = new()
    {
        Name = "OpenCL C 1.2",
        Preamble = "#pragma OPENCL FP_CONTRACT OFF\n",
        DoublePreamble = "#pragma OPENCL EXTENSION cl_khr_fp64 : enable\n",
        KernelHead = "__kernel __attribute__((reqd_work_group_size({0}, 1, 1))) void",
        Function = "",
        Global = "__global ",
        Restrict = "restrict",
        Local = "__local ",
        LocalPointer = "__local ",
        Group = "(int)get_group_id(0)",
        Item = "(int)get_local_id(0)",
        Barrier = "barrier(CLK_LOCAL_MEM_FENCE);",
        UInt = "uint",
        ULong = "ulong",
        Long = "long",
        UChar = "uchar",
        ULongEnd = "ul",
        PopCount = "popcount",
        Double = new()
        {
            Precision = Precision.Double,
            Type = "double",
            Suffix = "f64",
            LiteralEnd = "",
            NaN = "as_double(0x7ff8000000000000ul)",
            Infinity = "as_double(0x7ff0000000000000ul)",
            Sqrt = "sqrt",
            Abs = "fabs",
            BitsType = "ulong",
            BitCount = 64,
            ToBits = "as_ulong",
            FromBits = "as_double",
        },
        Single = new()
        {
            Precision = Precision.Single,
            Type = "float",
            Suffix = "f32",
            LiteralEnd = "f",
            NaN = "as_float(0x7fc00000u)",
            Infinity = "as_float(0x7f800000u)",
            Sqrt = "sqrt",
            Abs = "fabs",
            BitsType = "uint",
            BitCount = 32,
            ToBits = "as_uint",
            FromBits = "as_float",
        },
    };

    /// <summary>CUDA C. Contraction and the rounding of division are options of its compiler.</summary>
    internal static KernelDialect Cuda { get; } = new()
    {
        Name = "CUDA C",
        Preamble = "",
        DoublePreamble = "",
        KernelHead = "extern \"C\" __global__ void __launch_bounds__({0})",
        Function = "__device__ ",
        Global = "",
        Restrict = "__restrict__",
        Local = "__shared__ ",
        LocalPointer = "",
        Group = "(int)blockIdx.x",
        Item = "(int)threadIdx.x",
        Barrier = "__syncthreads();",
        UInt = "unsigned int",
        ULong = "unsigned long long",
        Long = "long long",
        UChar = "unsigned char",
        ULongEnd = "ull",
        PopCount = "__popcll",
        Double = new()
        {
            Precision = Precision.Double,
            Type = "double",
            Suffix = "f64",
            LiteralEnd = "",
            NaN = "__longlong_as_double(0x7ff8000000000000ll)",
            Infinity = "__longlong_as_double(0x7ff0000000000000ll)",
            Sqrt = "sqrt",
            Abs = "fabs",
            BitsType = "unsigned long long",
            BitCount = 64,
            ToBits = "(unsigned long long)__double_as_longlong",
            FromBits = "__longlong_as_double",
        },
        Single = new()
        {
            Precision = Precision.Single,
            Type = "float",
            Suffix = "f32",
            LiteralEnd = "f",
            NaN = "__int_as_float(0x7fc00000)",
            Infinity = "__int_as_float(0x7f800000)",
            Sqrt = "sqrt",
            Abs = "fabs",
            BitsType = "unsigned int",
            BitCount = 32,
            ToBits = "(unsigned int)__float_as_int",
            FromBits = "__int_as_float",
        },
    };

    /// <summary>The dialect that devices of a kind compile.</summary>
    internal static KernelDialect Of(GpuDeviceKind kind) => kind == GpuDeviceKind.Cuda ? Cuda : OpenCl;
}
