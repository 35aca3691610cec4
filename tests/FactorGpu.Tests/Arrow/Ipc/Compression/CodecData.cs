using System;
using System.IO;
using System.Runtime.InteropServices;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc.Compression;

/// <summary>Bytes to compress: seeded, of kinds that codecs treat differently.</summary>
internal static class CodecData
{
    /// <summary>Every kind at lengths around the limits of the formats: ends of blocks, steps of copies, counts of one more byte.</summary>
    internal static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (string kind in new[] { "prices", "random", "zeros", "periods" })
            {
                foreach (int length in new[] { 1, 4, 12, 13, 14, 31, 32, 33, 64, 273, 5_000, 65_536, 262_143, 262_144, 262_145, 600_001 })
                {
                    cases.Add(kind, length);
                }
            }

            return cases;
        }
    }

    /// <summary>The bytes that the files in Golden/compression hold.</summary>
    internal static byte[] Text() => File.ReadAllBytes(BarFolder.Golden("real/bars.csv"));

    internal static byte[] Golden(string name) => File.ReadAllBytes(BarFolder.Golden("compression/" + name));

    /// <summary>Bytes of a kind.</summary>
    /// <param name="kind">prices: float64 that walk by ticks; random; zeros; periods: runs that repeat 1 to 40 bytes.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="seed">Of the random numbers.</param>
    internal static byte[] Bytes(string kind, int length, int seed = 1)
    {
        var random = new Random(seed);
        byte[] bytes = new byte[length];
        switch (kind)
        {
            case "prices": FillPrices(bytes, random); break;
            case "random": random.NextBytes(bytes); break;
            case "periods": FillPeriods(bytes, random); break;
        }

        return bytes;
    }

    private static void FillPrices(Span<byte> bytes, Random random)
    {
        Span<double> prices = new double[(bytes.Length / sizeof(double)) + 1];
        int ticks = 1015;
        foreach (ref double price in prices)
        {
            ticks += random.Next(4) == 0 ? random.Next(-2, 3) : 0;
            price = ticks / 100.0;
        }

        MemoryMarshal.AsBytes(prices)[..bytes.Length].CopyTo(bytes);
    }

    private static void FillPeriods(byte[] bytes, Random random)
    {
        int run = 0;
        int period = 1;
        for (int i = 0; i < bytes.Length; i++, run--)
        {
            if (run == 0)
            {
                run = random.Next(1, 400);
                period = random.Next(1, 41);
            }

            bytes[i] = i < period || random.Next(50) == 0 ? (byte)random.Next(256) : bytes[i - period];
        }
    }
}
