using System;
using System.IO;
using System.Linq;
using System.Text;
using FactorGpu.Arrow;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>A folder of one test's own to write bar files to, and the ways to read them.</summary>
internal sealed class BarFolder : IDisposable
{
    internal const string Header = "code,datetime,open,high,low,close,volume,amount";

    private readonly TempFolder _folder = new();

    internal string Root => _folder.Path;

    public void Dispose() => _folder.Dispose();

    /// <summary>A row with all four prices equal and 100 shares.</summary>
    internal static string Row(string code, string stamp, string price = "10") => $"{code},{stamp},{price},{price},{price},{price},100,1000";

    /// <summary>A file with the usual header.</summary>
    internal string Csv(params string[] rows) => Text("bars.csv", [Header, .. rows]);

    internal string Text(string name, params string[] lines) => Bytes(name, [.. Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))]);

    internal string Bytes(string name, byte[] bytes)
    {
        string path = Path.Combine(Root, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    internal static LoadedBars Read(params string[] paths) => BarReader.Read(paths, new BarReadOptions());

    internal static LoadedBars Read(BarReadOptions options, params string[] paths) => BarReader.Read(paths, options);

    /// <summary>The message with which reading fails.</summary>
    internal static string Refusal(params string[] paths) => Assert.Throws<BarFormatException>(() => Read(paths)).Message;

    internal static string Refusal(BarReadOptions options, params string[] paths) => Assert.Throws<BarFormatException>(() => Read(options, paths)).Message;

    /// <summary>The path of a committed file.</summary>
    internal static string Golden(string name) => Repository.PathOf("tests/FactorGpu.Tests/Golden/" + name);
}
