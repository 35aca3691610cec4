using System;
using System.IO;
using System.Text;
using Xunit;

namespace FactorGpu.Tests;

/// <summary>Compares text with a committed file byte for byte. Run with FACTORGPU_ACCEPT=1 it writes the file instead, and fails.</summary>
internal static class GoldenText
{
    /// <summary>Set to 1 to write golden files.</summary>
    internal const string Variable = "FACTORGPU_ACCEPT";

    /// <summary>Asserts that a file of the checkout holds exactly this text, in UTF-8 without a byte order mark.</summary>
    /// <param name="relative">Path from the root of the checkout, with forward slashes.</param>
    /// <param name="actual">The text that was made, lines ended by a line feed.</param>
    internal static void Compare(string relative, string actual)
        => Compare(Repository.PathOf(relative), actual, accept: Environment.GetEnvironmentVariable(Variable) == "1");

    /// <summary>As above with a full path, and the wish to accept as a parameter.</summary>
    internal static void Compare(string path, string actual, bool accept)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(actual);
        if (accept)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
            Assert.Fail($"{path}: accepted, read the diff, then run without {Variable}.");
        }

        if (!File.Exists(path))
        {
            Assert.Fail($"{path} does not exist. Run with {Variable}=1 to write it.");
        }

        byte[] expected = File.ReadAllBytes(path);
        if (!bytes.AsSpan().SequenceEqual(expected))
        {
            Assert.Fail($"{path} is not what was made: {FirstDifference(Encoding.UTF8.GetString(expected), actual)}. Run with {Variable}=1 to write it.");
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] expectedLines = expected.Split('\n');
        string[] actualLines = actual.Split('\n');
        int shared = Math.Min(expectedLines.Length, actualLines.Length);
        for (int line = 0; line < shared; line++)
        {
            if (expectedLines[line] != actualLines[line])
            {
                return $"line {line + 1} holds \"{expectedLines[line]}\", made was \"{actualLines[line]}\"";
            }
        }

        return $"the file has {expectedLines.Length} lines, made were {actualLines.Length}";
    }
}
