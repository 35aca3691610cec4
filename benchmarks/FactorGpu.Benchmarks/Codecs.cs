using System;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc.Compression;
using FactorGpu.Bars;
using FactorGpu.Benchmarks.Suite;

namespace FactorGpu.Benchmarks;

/// <summary>What does compressing a column of a full-market day cost, and reading it back? One thread.</summary>
public class Codecs : IMeasured
{
    private byte[] _raw = [];
    private byte[] _reused = [];
    private ReadOnlyMemory<byte> _framed;

    [Params(BarField.Close, BarField.Volume, BarField.Amount)]
    public BarField Field { get; set; }

    [Params(ArrowCompression.Lz4, ArrowCompression.Zstd)]
    public ArrowCompression Codec { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _raw = MemoryMarshal.AsBytes(Market.Day(Market.Stocks).Field(Field)).ToArray();
        _reused = new byte[_raw.Length];
        _framed = Compress();
        if (!Decompress().Span.SequenceEqual(_raw))
        {
            throw new InvalidOperationException($"{Codec} did not give {Field} back.");
        }

        Console.WriteLine($"// {Field} by {Codec}: {_raw.Length} bytes to {_framed.Length}, {100.0 * _framed.Length / _raw.Length:F1} %");
    }

    [Benchmark(Baseline = true)]
    public byte[] Copy() => [.. _raw];

    [Benchmark]
    public ReadOnlyMemory<byte> Compress() => CompressedBuffer.Compress(Codec, _raw);

    /// <summary>The codec alone, without the cost of fresh memory.</summary>
    [Benchmark]
    public byte[] DecompressIntoTheSameMemory()
    {
        ReadOnlySpan<byte> packed = _framed.Span[CompressedBuffer.PrefixBytes..];
        string? fault = Codec == ArrowCompression.Lz4 ? Lz4FrameReader.Decode(packed, _reused) : ZstdCodec.Decode(packed, _reused);
        return fault is null ? _reused : throw new InvalidOperationException(fault);
    }

    [Benchmark]
    public ReadOnlyMemory<byte> Decompress() => CompressedBuffer.Decompress(Codec, _framed, "memory", "column");

    Work IMeasured.WorkOf(string method) => new(Market.Stocks, (long)Market.Stocks * BarAxis.SlotCount * sizeof(double));
}
