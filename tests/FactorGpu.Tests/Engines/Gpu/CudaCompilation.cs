using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace FactorGpu.Tests.Engines.Gpu;

/// <summary>Compiles CUDA C with clang-14 as NVRTC would, on machines without a GPU, with what NVRTC knows by itself in <c>prelude.cuh</c>.</summary>
internal static partial class CudaCompilation
{
    /// <summary>What a kernel may call: it is in the library of functions that comes with NVRTC, on float64 and, with an f at its end, on float32.</summary>
    private static readonly FrozenSet<string> s_allowed = new[] { "log", "log1p", "exp", "expm1", "erfc", "cbrt", "atan", "sin", "cos" }
        .SelectMany(name => new[] { name, $"{name}f" }).ToFrozenSet();

    private static readonly ImmutableArray<string> s_options =
    [
        "-x", "cuda", "--cuda-device-only", "--cuda-gpu-arch=sm_80", "-nocudainc", "-nocudalib", "-Xclang", "-target-feature", "-Xclang", "+ptx70",
        "-std=c++14", "-O1", "-ffp-contract=off", "-S", "-o", "-",
    ];

    /// <summary>The PTX of a text; skips the calling test where clang-14 is missing.</summary>
    /// <remarks>A text that does not compile fails the test with what clang says, and so does one that calls a function outside the allowed list.</remarks>
    internal static string ToPtx(string source)
    {
        string prelude = Repository.PathOf("tests/FactorGpu.Tests/Engines/Gpu/prelude.cuh");
        var start = new ProcessStartInfo(Requirement.Clang(), [.. s_options, "-include", prelude, "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process clang = Process.Start(start)!;
        Task<string> output = clang.StandardOutput.ReadToEndAsync();
        Task<string> errors = clang.StandardError.ReadToEndAsync();
        clang.StandardInput.Write(source);
        clang.StandardInput.Close();
        clang.WaitForExit();
        Assert.True(clang.ExitCode == 0, $"clang-14 does not compile the CUDA C:\n{errors.Result}");

        string[] foreign = [.. Externals(output.Result).Where(name => !s_allowed.Contains(name))];
        Assert.True(foreign.Length == 0, $"The CUDA C needs {string.Join(", ", foreign)}, which NVRTC does not bring along.");
        return output.Result;
    }

    /// <summary>The names that PTX leaves to others.</summary>
    internal static ImmutableArray<string> Externals(string ptx) => [.. External().Matches(ptx).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"^\s*\.extern\s+(?:\([^)]*\)|\.\w+|[0-9]+|\s)*(?<name>[A-Za-z_$%][\w$]*)", RegexOptions.Multiline)]
    private static partial Regex External();
}
