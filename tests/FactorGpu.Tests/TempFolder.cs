using System;
using System.IO;

namespace FactorGpu.Tests;

/// <summary>An empty folder of one test's own, removed with it.</summary>
internal sealed class TempFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("factorgpu-tests-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
