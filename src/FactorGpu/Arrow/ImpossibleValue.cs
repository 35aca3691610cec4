using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Tells a bar with a value that cannot be (catalogue 1.3.1) from one that lacks a value: both are invalid.</summary>
internal static class ImpossibleValue
{
    /// <summary>The first of the six needed fields whose value cannot be: a price of 0 or below, a negative volume or amount, an infinity. Null when there is none.</summary>
    internal static BarField? Find(DayTensor day, int s, int slot)
    {
        foreach (BarField field in BarFields.Required)
        {
            double value = day.Cell(field, s, slot);
            bool isPrice = field is not (BarField.Volume or BarField.Amount);
            if (double.IsInfinity(value) || value < 0 || (isPrice && value == 0))
            {
                return field;
            }
        }

        return null;
    }
}
