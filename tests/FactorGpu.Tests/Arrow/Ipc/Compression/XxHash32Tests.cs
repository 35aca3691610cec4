using System;
using System.Linq;
using System.Text;
using FactorGpu.Arrow.Ipc.Compression;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc.Compression;

public sealed class XxHash32Tests
{
    [Theory]
    [InlineData("", 0x02CC5D05u)]
    [InlineData("a", 0x550D7456u)]
    [InlineData("abc", 0x32D153FFu)]
    [InlineData("Nobody inspects the spammish repetition", 0xE2293B2Fu)]
    public void Hash_OfKnownTexts_IsThePublishedOne(string text, uint expected)
    {
        uint hash = XxHash32.Of(Encoding.ASCII.GetBytes(text));

        Assert.Equal(expected, hash);
    }

    [Fact]
    public void Hash_FedInPieces_IsThatOfTheWhole()
    {
        byte[] bytes = [.. Enumerable.Range(0, 77).Select(i => (byte)i)];
        var hash = new XxHash32();

        int taken = hash.Append(bytes.AsSpan(0, 35));
        taken += hash.Append(bytes.AsSpan(taken, 40));

        Assert.Equal(64, taken);
        Assert.Equal(XxHash32.Of(bytes), hash.Finish(bytes.AsSpan(taken)));
    }
}
