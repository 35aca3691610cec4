using System;
using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <summary>Throwing, by reason: every message says what was asked, what was found, where, and what to do.</summary>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void BlankStockCode(int s)
        => throw new BarFormatException($"A stock list was given a blank code at position {s}; every stock needs a code. Name it or leave it out.");

    [DoesNotReturn]
    internal static void StockTwice(string code, int first, int second)
        => throw new BarFormatException(
            $"A stock list was given {code} twice, at positions {first} and {second}; every code stands once. Remove one.");

    [DoesNotReturn]
    internal static void TensorLength(long found, int fields, int stocks, int slots)
        => throw new BarFormatException(
            $"A day tensor of {fields} fields x {stocks} stocks x {slots} slots needs {(long)fields * stocks * slots} values; it was given {found}. Pass values [F, S, T], missing = NaN.");

    [DoesNotReturn]
    internal static void DateTwice(DateOnly date)
        => throw new BarFormatException(
            $"Minute bars were given two day tensors for {date:yyyy-MM-dd}; a date has one, with all its stocks. Put the stocks of that date into one tensor.");
}
