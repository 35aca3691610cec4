using System;
using System.IO;
using System.Threading;

namespace FactorGpu.Arrow;

/// <summary>Passes writes on until cancellation is asked for, so that no writer need look at the token.</summary>
internal sealed class CancellableStream : Stream
{
    private readonly Stream _inner;
    private readonly CancellationToken _cancellation;

    /// <param name="inner">Where the bytes go; left open.</param>
    /// <param name="cancellation">Makes the next write throw <see cref="OperationCanceledException"/>.</param>
    internal CancellableStream(Stream inner, CancellationToken cancellation)
    {
        _inner = inner;
        _cancellation = cancellation;
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _inner.Length;

    public override long Position
    {
        get => _inner.Position;
        set => throw new NotSupportedException("The stream is written from its start to its end.");
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _cancellation.ThrowIfCancellationRequested();
        _inner.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => _inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is written, not read.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream is written from its start to its end.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream is written from its start to its end.");
}
