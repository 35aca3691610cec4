using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace FactorGpu.Arrow;

/// <summary>By which preset a bar file was read, and why.</summary>
public sealed class BarFileReading
{
    private const int ShownCodes = 3;

    internal BarFileReading()
    {
    }

    /// <summary>The preset, given or detected: a name, or the path of a preset file.</summary>
    public required string Preset { get; init; }

    /// <summary>What told the preset and its axis, one sentence part each.</summary>
    public required ImmutableArray<string> Evidence { get; init; }

    /// <summary>What the file counts volume in: Share or Lot. The tensor has shares.</summary>
    public required VolumeUnit VolumeUnit { get; init; }

    /// <summary>What told the volume unit.</summary>
    public required string VolumeEvidence { get; init; }

    /// <summary>Codes that were rewritten to <c>NNNNNN.SZ</c>, <c>.SH</c> or <c>.BJ</c>.</summary>
    public required int RewrittenCodes { get; init; }

    /// <summary>Codes that do not have the spelling of the preset and were kept as they are.</summary>
    public required ImmutableArray<string> UnknownCodes { get; init; }

    /// <summary>What else was found or done, one sentence part each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The reading of a file in the dense layout: the canonical axis by its nature.</summary>
    internal static BarFileReading OfDense() => new()
    {
        Preset = "canonical",
        Evidence = ["dense layout"],
        VolumeUnit = VolumeUnit.Share,
        VolumeEvidence = "as the dense layout has it",
        RewrittenCodes = 0,
        UnknownCodes = [],
        Notes = [],
    };

    /// <summary>The reading in one line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"as in {Preset} (").AppendJoin("; ", Evidence).Append(')');
        if (VolumeUnit == VolumeUnit.Lot)
        {
            text.Append(CultureInfo.InvariantCulture, $"; volume in lots of 100 shares ({VolumeEvidence})");
        }

        if (RewrittenCodes > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"; rewrote {RewrittenCodes} codes");
        }

        if (!UnknownCodes.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"; kept {UnknownCodes.Length} codes of unknown spelling: ").AppendJoin(", ", UnknownCodes.Take(ShownCodes));
            text.Append(UnknownCodes.Length > ShownCodes ? ", ..." : "");
        }

        foreach (string note in Notes)
        {
            text.Append("; ").Append(note);
        }

        return text.ToString();
    }
}
