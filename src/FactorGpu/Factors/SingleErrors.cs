using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace FactorGpu.Factors;

/// <summary>The largest errors that were measured in single precision, from a file that <c>benchmarks/single-precision.sh</c> makes.</summary>
internal static class SingleErrors
{
    private const string Resource = "factors/single-errors.csv";

    /// <summary>By factor: the largest |x - y| over what the bound allows.</summary>
    internal static FrozenDictionary<string, double> Largest { get; } = Read();

    private static FrozenDictionary<string, double> Read()
    {
        using Stream stream = typeof(SingleErrors).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines[1..].Select(line => line.Split(',')).Select(cells => KeyValuePair.Create(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture))).ToFrozenDictionary();
    }
}
