using System;
using System.Collections.Generic;
using FactorGpu.Arrow.Ipc.Compression.Native;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc.Compression;

public sealed class ZstdLibraryTests
{
    [Fact]
    public void Library_NotFound_IsRefusedToReadersWithWhatWasTriedAndWhatToDo()
    {
        ZstdLibrary library = ZstdLibrary.Find(["libzstd.so.1", "libzstd.so"], name => (0, name == "libzstd.so" ? "has no function f" : "not found"));

        var thrown = Assert.Throws<BarFormatException>(() => library.DemandToRead("bars.arrow"));

        Assert.Equal(
            "bars.arrow has bodies compressed with ZSTD; the library libzstd, which decompresses them, is not on this machine "
            + "(tried libzstd.so.1: not found, libzstd.so: has no function f). Install it (Debian and Ubuntu: apt-get install libzstd1; macOS: brew install zstd; "
            + "Windows: put libzstd.dll beside the program), or write the file with compression=\"lz4\" or \"uncompressed\".",
            thrown.Message);
    }

    [Fact]
    public void Library_NotFound_IsRefusedToWriters()
    {
        ZstdLibrary library = ZstdLibrary.Find(["libzstd.so.1"], _ => (0, "not found"));

        var thrown = Assert.Throws<FactorGpuException>(library.DemandToWrite);

        Assert.StartsWith("Writing with ZSTD was asked for; the library libzstd, which compresses, is not on this machine (tried libzstd.so.1: not found).", thrown.Message, StringComparison.Ordinal);
        Assert.EndsWith("or write with LZ4 or without compression.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Library_IsTakenUnderTheFirstNameThatLoads()
    {
        var asked = new List<string>();

        ZstdLibrary library = ZstdLibrary.Find(["a", "b", "c"], name =>
        {
            asked.Add(name);
            return name == "a" ? (0, "not found") : (7, "");
        });

        Assert.Equal(["a", "b"], asked);
        Assert.Equal(7, library.Handle);
        library.DemandToRead("bars.arrow");
    }
}
