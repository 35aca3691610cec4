using System;
using System.Diagnostics;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Tells what a file counts volume in, and turns lots into shares.</summary>
internal static class VolumeUnits
{
    private const double LotShares = 100;

    /// <summary>Share or Lot.</summary>
    /// <param name="file">The rows.</param>
    /// <param name="reading">By which preset they are read.</param>
    /// <param name="asked">What the caller says, or null.</param>
    /// <param name="evidence">Why, in words.</param>
    /// <exception cref="BarFormatException">The numbers contradict the preset, or do not tell.</exception>
    internal static VolumeUnit Tell(DecodedBars file, BarReading reading, VolumeUnit? asked, out string evidence)
    {
        evidence = asked is null ? $"as {reading.Preset.Name} has it" : "asked for";
        VolumeUnit said = asked ?? reading.VolumeUnit;

        // An amount that is made of the volume does not say what the volume counts.
        if (asked is VolumeUnit.Share or VolumeUnit.Lot || (file.Columns.IsAmountFromVwap && said != VolumeUnit.Detect))
        {
            return said;
        }

        VolumeUnitEvidence numbers = Numbers(file);
        if (numbers.Bars == 0)
        {
            evidence = "no bar has volume";
            return reading.VolumeUnit == VolumeUnit.Lot ? VolumeUnit.Lot : VolumeUnit.Share;
        }

        if (said == VolumeUnit.Detect)
        {
            evidence = numbers.ToString();
            return Detect(file.Path, numbers);
        }

        Check(file.Path, reading, numbers);
        evidence = $"{evidence}; {numbers}";
        return reading.VolumeUnit;
    }

    /// <summary>The unit that the numbers of a file fit: Lot where they fit lots alone, else Share.</summary>
    internal static VolumeUnit Likely(DecodedBars file) => Numbers(file) is { IsLots: true, IsShares: false } ? VolumeUnit.Lot : VolumeUnit.Share;

    /// <summary>Multiplies volumes in lots by 100, in place.</summary>
    internal static void ToShares(Span<double> volumes)
    {
        foreach (ref double volume in volumes)
        {
            volume *= LotShares;
        }
    }

    private static VolumeUnitEvidence Numbers(DecodedBars file)
    {
        file.Values.Keep(BarField.Volume, BarField.Amount, BarField.Low, BarField.High);
        return VolumeUnitEvidence.Of(
            file.Values.Whole(BarField.Volume), file.Values.Whole(BarField.Amount), file.Values.Whole(BarField.Low), file.Values.Whole(BarField.High));
    }

    private static VolumeUnit Detect(string path, VolumeUnitEvidence numbers)
    {
        if (numbers.IsShares == numbers.IsLots)
        {
            Throw.VolumeUnitUndecided(path, numbers.ToString());
        }

        return numbers.IsShares ? VolumeUnit.Share : VolumeUnit.Lot;
    }

    private static void Check(string path, BarReading reading, VolumeUnitEvidence numbers)
    {
        Debug.Assert(reading.VolumeUnit != VolumeUnit.Detect, "there is nothing to check");
        bool saysShares = reading.VolumeUnit == VolumeUnit.Share;
        if (numbers.IsShares != numbers.IsLots && numbers.IsLots == saysShares)
        {
            Throw.VolumeUnitOther(path, reading.Preset.Name, Word(saysShares), Word(!saysShares), numbers.ToString());
        }
    }

    private static string Word(bool isShare) => PresetWords.Of(PresetWords.VolumeUnits, isShare ? VolumeUnit.Share : VolumeUnit.Lot);
}
