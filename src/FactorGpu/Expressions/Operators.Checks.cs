using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <content>What the attributes of operators may be.</content>
internal static partial class Operators
{
    private static void CheckShift(string op, ImmutableArray<int> bars)
    {
        if (bars[0] < 1)
        {
            Throw.ShiftTooShort(op, bars[0]);
        }
    }

    private static void CheckSlots(string op, ImmutableArray<int> slots)
    {
        if (slots[0] < 0 || slots[1] >= BarAxis.SlotCount || slots[0] > slots[1])
        {
            Throw.SlotRange(op, slots[0], slots[1], BarAxis.SlotCount - 1);
        }
    }

    private static void CheckFraction(string op, ImmutableArray<int> fraction)
    {
        if (fraction[0] < 1 || fraction[1] < fraction[0])
        {
            Throw.Fraction(op, fraction[0], fraction[1]);
        }
    }

    private static void CheckQuantile(string op, ImmutableArray<int> fraction)
    {
        if (fraction[0] < 0 || fraction[1] < 1 || fraction[1] < fraction[0])
        {
            Throw.QuantileFraction(op, fraction[0], fraction[1]);
        }
    }

    private static void CheckDdof(string op, ImmutableArray<int> ddof)
    {
        if (ddof[0] < 0)
        {
            Throw.NegativeDdof(op, ddof[0]);
        }
    }

    private static void CheckWindow(string op, ImmutableArray<int> bars)
    {
        if (bars[0] < 1)
        {
            Throw.WindowTooShort(op, bars[0], 1);
        }
    }

    private static void CheckDeviationWindow(string op, ImmutableArray<int> barsAndDdof)
    {
        CheckDdof(op, barsAndDdof[1..]);
        if (barsAndDdof[0] <= barsAndDdof[1])
        {
            Throw.WindowTooShort(op, barsAndDdof[0], barsAndDdof[1] + 1);
        }
    }
}
