using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Makes of decoded rows what their preset means: slots, shares, codes.</summary>
internal static class BarIntake
{
    /// <summary>Takes the rows of a file; its arrays are used and changed, and what is returned disposes of them.</summary>
    /// <param name="file">The rows, at least one.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="BarFormatException">The stamps or volumes are not those of the preset, or do not tell one.</exception>
    internal static PlacedBars Take(DecodedBars file, BarReadOptions options)
    {
        BarReading reading = ReadingChoice.Choose(file);
        var notes = new List<string>();
        if (file.Columns.IsAmountFromVwap)
        {
            FillAmount(file);
            notes.Add("amount taken as vwap x volume");
        }

        VolumeUnit unit = VolumeUnits.Tell(file, reading, options.VolumeUnit, out string volumeEvidence);
        if (unit == VolumeUnit.Lot)
        {
            VolumeUnits.ToShares(file.Values.Whole(BarField.Volume));
            if (file.Columns.IsAmountFromVwap)
            {
                FillAmount(file);
            }
        }

        CodeRewriting codes = CodeRewriting.Of(file.Codes, reading.Preset.CodeStyle, file.HasNumericCodes, options.KeepCodes);
        AddNotes(notes, file, reading, codes);
        var told = new BarFileReading
        {
            Preset = reading.Preset.Name,
            Evidence = reading.Evidence,
            VolumeUnit = unit,
            VolumeEvidence = volumeEvidence,
            RewrittenCodes = codes.Rewritten,
            UnknownCodes = codes.Unknown,
            Notes = [.. notes],
        };
        return new PlacedBars(Bars(file, codes.Codes), reading.Slots, told, options.OnOutside);
    }

    private static void FillAmount(DecodedBars file)
    {
        file.Values.Keep(BarField.Volume, BarField.Vwap);
        ReadOnlySpan<double> volumes = file.Values.Whole(BarField.Volume);
        ReadOnlySpan<double> prices = file.Values.Whole(BarField.Vwap);
        double[] amounts = new double[file.RowCount];
        for (int row = 0; row < amounts.Length; row++)
        {
            amounts[row] = volumes[row] == 0 ? 0 : prices[row] * volumes[row];
        }

        file.Values.Add(BarField.Amount, amounts);
    }

    private static void AddNotes(List<string> notes, DecodedBars file, BarReading reading, CodeRewriting codes)
    {
        int zeros = reading.Preset.OpenMayBeZero ? file.Values.Whole(BarField.Open).Count(0) : 0;
        if (zeros > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{zeros} bars have an open of 0, as {reading.Preset.Name} writes on older days; they are invalid"));
        }

        if (file.HasNumericCodes || codes.Widened > 0)
        {
            notes.Add("codes are numbers in the file, read as six digits");
        }

        if (file.IsGbk)
        {
            notes.Add("the text is in GBK");
        }
    }

    /// <summary>The rows with the codes of the tensor, each of which stands once.</summary>
    private static LongBars Bars(DecodedBars file, ImmutableArray<string> codes)
    {
        ImmutableArray<string> distinct = [.. codes.Distinct(StringComparer.Ordinal)];
        if (distinct.Length < codes.Length)
        {
            var placeOf = distinct.Select((code, place) => (code, place)).ToDictionary(pair => pair.code, pair => pair.place, StringComparer.Ordinal);
            int[] places = [.. codes.Select(code => placeOf[code])];
            foreach (ref int id in file.CodeIds.AsSpan(0, file.RowCount))
            {
                id = places[id];
            }
        }

        return new LongBars(file.Path, file.RowCount, distinct, file.CodeIds, file.Minutes, file.Values, file.Lines);
    }
}
