using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow.Presets;

namespace FactorGpu.Arrow;

/// <summary>The codes of a file as the tensor has them, by the style of its preset.</summary>
internal sealed class CodeRewriting
{
    private const int NumberLength = 6;

    private CodeRewriting(ImmutableArray<string> codes, ImmutableArray<string> unknown, int rewritten, int widened)
    {
        Codes = codes;
        Unknown = unknown;
        Rewritten = rewritten;
        Widened = widened;
    }

    /// <summary>The codes, by the numbers of the file's; two may be equal, and are then the same stock.</summary>
    internal ImmutableArray<string> Codes { get; }

    /// <summary>Codes of another style than the preset's, which are kept as they are.</summary>
    internal ImmutableArray<string> Unknown { get; }

    /// <summary>Codes that are spelled otherwise than in the file.</summary>
    internal int Rewritten { get; }

    /// <summary>Codes that are numbers in the file and were given leading zeros.</summary>
    internal int Widened { get; }

    /// <summary>Rewrites the codes of a file.</summary>
    /// <param name="codes">As the file spells them.</param>
    /// <param name="style">The style of the preset, or Keep.</param>
    /// <param name="areNumbers">True when they are stored as numbers, to be read as six digits whatever the style.</param>
    /// <param name="keeps">True to keep the spelling of codes that are texts.</param>
    internal static CodeRewriting Of(ImmutableArray<string> codes, CodeStyle style, bool areNumbers, bool keeps)
    {
        bool isWidened = areNumbers || (!keeps && AreNumbersCutShort(codes));
        ImmutableArray<string> wide = isWidened ? [.. codes.Select(Widen)] : codes;
        int widened = wide.Zip(codes).Count(pair => pair.First != pair.Second);
        if (keeps || style == CodeStyle.Keep)
        {
            return new CodeRewriting(wide, [], 0, widened);
        }

        ImmutableArray<string> rewritten = [.. wide.Select(code => CodeStyles.TryRewrite(code, style, out string known) ? known : code)];
        return new CodeRewriting(
            rewritten, [.. wide.Where(code => !CodeStyles.TryRewrite(code, style, out _))], rewritten.Zip(codes).Count(pair => pair.First != pair.Second), widened);
    }

    /// <summary>True when all codes are digits, six at most, and some have lost their leading zeros.</summary>
    private static bool AreNumbersCutShort(ImmutableArray<string> codes)
        => codes.All(code => code.Length <= NumberLength && code.All(char.IsAsciiDigit)) && codes.Any(code => code.Length < NumberLength);

    private static string Widen(string code) => code.PadLeft(NumberLength, '0');
}
