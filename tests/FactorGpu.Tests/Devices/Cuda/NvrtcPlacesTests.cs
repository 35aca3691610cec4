using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Devices.Cuda.Native;
using Xunit;

namespace FactorGpu.Tests.Devices.Cuda;

public sealed class NvrtcPlacesTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly Dictionary<string, string> _variables = [];

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void All_OfAnEmptyMachine_NamesWhatWasLookedAt()
    {
        ImmutableArray<NvrtcPlace> places = All();

        Assert.Equal(
            ["CUDA_PATH: not set", "CUDA_HOME: not set", $"{Under("usr/local/cuda*")}: no NVRTC there", "pip's nvidia packages: no Python found"],
            places.Skip(1).Select(place => $"{place.Name}: {place.Absence}"));
        Assert.Equal(["libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so.11.2", "libnvrtc.so"], places[0].Files);
        Assert.All(places.Skip(1), place => Assert.Empty(place.Files));
    }

    [Theory]
    [InlineData("CUDA_PATH", "lib64")]
    [InlineData("CUDA_PATH", "lib")]
    [InlineData("CUDA_HOME", "lib64")]
    [InlineData("CUDA_HOME", "lib/x64")]
    public void All_WithAToolkitOfTheUsers_HasItsLibrary(string variable, string folder)
    {
        _variables[variable] = Under("opt/cuda");
        string file = Add($"opt/cuda/{folder}/libnvrtc.so.12");
        Add($"opt/cuda/{folder}/libnvrtc-builtins.so.12.6");
        Add($"opt/cuda/{folder}/libnvrtc_static.a");

        Assert.Equal([file], Place($"{variable}={Under("opt/cuda")}").Files);
    }

    [Fact]
    public void All_WithSeveralToolkits_HasTheNewestFirst()
    {
        string[] files =
        [
            Add("usr/local/cuda-13.0/lib64/libnvrtc.so.13"), Add("usr/local/cuda-12.10/lib64/libnvrtc.so.12"), Add("usr/local/cuda-12.9/lib64/libnvrtc.so.12"),
        ];

        Assert.Equal(files, Place(Under("usr/local/cuda*")).Files);
    }

    [Theory]
    [InlineData("usr/lib/python3/dist-packages", "cuda_nvrtc")]
    [InlineData("usr/local/lib/python3.11/dist-packages", "cuda_nvrtc")]
    [InlineData("usr/local/lib/python3.13/site-packages", "cu13")]
    [InlineData("home/u/.local/lib/python3.12/site-packages", "cuda_nvrtc")]
    [InlineData("venv/lib/python3.12/site-packages", "cu13")]
    [InlineData("conda/lib/python3.12/site-packages", "cuda_nvrtc")]
    [InlineData("pyenv/lib/python3.11/site-packages", "cuda_nvrtc")]
    public void All_WithAPackageOfPips_HasItsLibrary(string site, string package)
    {
        _variables["HOME"] = Under("home/u");
        _variables["VIRTUAL_ENV"] = Under("venv");
        _variables["CONDA_PREFIX"] = Under("conda");
        _variables["PATH"] = $"relative::{Under("nowhere")}:{Under("pyenv/bin")}";
        Add("pyenv/bin/python3");
        string file = Add($"{site}/nvidia/{package}/lib/libnvrtc.so.12");
        Add($"{site}/nvidia/cublas/lib/libcublas.so.12");

        Assert.Equal([file], Place($"pip's nvidia packages in {Under(site)}").Files);
    }

    [Fact]
    public void All_WithALinkToAPython_LooksWhereItLeads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows makes links for administrators only.");
        Add("opt/python/bin/python3.12");
        Directory.CreateDirectory(Under("bin"));
        File.CreateSymbolicLink(Under("bin/python3"), Under("opt/python/bin/python3.12"));
        _variables["PATH"] = Under("bin");
        string file = Add("opt/python/lib/python3.12/site-packages/nvidia/cuda_nvrtc/lib/libnvrtc.so.12");

        Assert.Equal([file], All()[^1].Files);
    }

    [Fact]
    public void All_WithSeveralPackages_HasTheNewestFirst()
    {
        _variables["VIRTUAL_ENV"] = Under("venv");
        string twelve = Add("venv/lib/python3.9/site-packages/nvidia/cuda_nvrtc/lib/libnvrtc.so.12");
        string thirteen = Add("usr/lib/python3/dist-packages/nvidia/cu13/lib/libnvrtc.so.13");

        Assert.Equal([thirteen, twelve], All()[^1].Files);
    }

    [Fact]
    public void All_OnWindows_HasItsNamesAndFolders()
    {
        _variables["CUDA_PATH"] = Under("cuda");
        _variables["VIRTUAL_ENV"] = Under("venv");
        _variables["APPDATA"] = Under("data");
        string[] toolkit = [Add("cuda/bin/x64/nvrtc64_130_0.dll"), Add("cuda/bin/nvrtc64_120_0.dll")];
        Add("cuda/bin/nvrtc64_120_0.alt.dll");
        string[] packages = [Add("data/Python/Python312/site-packages/nvidia/cu13/bin/x86_64/nvrtc64_130_0.dll"), Add("venv/Lib/site-packages/nvidia/cuda_nvrtc/bin/nvrtc64_120_0.dll")];

        ImmutableArray<NvrtcPlace> places = new NvrtcPlaces(name => _variables.GetValueOrDefault(name), _temp.Path, isWindows: true).All();

        Assert.Equal(["nvrtc64_130_0.dll", "nvrtc64_120_0.dll", "nvrtc64_112_0.dll"], places[0].Files);
        Assert.Equal(toolkit, places[1].Files);
        Assert.Equal(packages, places[^1].Files);
    }

    private ImmutableArray<NvrtcPlace> All() => new NvrtcPlaces(name => _variables.GetValueOrDefault(name), _temp.Path, isWindows: false).All();

    private NvrtcPlace Place(string name)
    {
        ImmutableArray<NvrtcPlace> places = All();
        return places.SingleOrDefault(place => place.Name == name) ?? throw new ArgumentException($"There is no place {name} among {string.Join("; ", places.Select(place => place.Name))}.", nameof(name));
    }

    private string Under(string relative) => Path.Combine(_temp.Path, relative);

    private string Add(string relative)
    {
        string path = Under(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        return path;
    }
}
