using System;
using System.Collections.Immutable;
using System.IO;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class BarWriterTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("x.arrow", ArrowCompression.None)]
    [InlineData("x.csv", ArrowCompression.None)]
    public void LongFile_ReadsBackToTheBitsOfTheTensors(string name, ArrowCompression compression)
    {
        ImmutableArray<DayTensor> days = WrittenDays.Sample();
        string path = Path.Combine(_folder.Root, name);

        MinuteBars.Of(days).Save(path, new BarWriteOptions { Compression = compression });

        TensorAssert.Same(days, BarFolder.Read(path).Days);
    }
}
