using System;
using System.IO;
using System.Threading;
using FactorGpu.Arrow;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class CancellableStreamTests
{
    [Fact]
    public void Write_OnceCancelled_Throws_AndWritesNoMore()
    {
        using var source = new CancellationTokenSource();
        using var inner = new MemoryStream();
        using var stream = new CancellableStream(inner, source.Token);
        stream.Write([1, 2], 0, 2);

        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => stream.Write((ReadOnlySpan<byte>)[3]));
        Assert.Throws<OperationCanceledException>(() => stream.Write([3], 0, 1));
        Assert.Equal([1, 2], inner.ToArray());
    }
}
