using System;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace FactorGpu.Benchmarks.Yardstick;

/// <summary>The main threads of some processes on one core while one thread of each is measured by turns: what else slows that core slows all of them. Whoever disposes of it gives them all cores again.</summary>
[SupportedOSPlatform("linux")]
internal sealed class OneCore : IDisposable
{
    private readonly Process[] _processes;
    private readonly nint _all;

    internal OneCore(params Process[] processes)
    {
        _processes = processes;
        _all = processes[0].ProcessorAffinity;
        Array.ForEach(processes, process => process.ProcessorAffinity = _all & -_all);
    }

    public void Dispose() => Array.ForEach(_processes, process => process.ProcessorAffinity = _all);
}
