using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FactorGpu.Errors;

/// <content>Definitions that cannot be.</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void ShiftTooShort(string op, int bars)
        => throw new FactorDefinitionException(
            $"{op} was given a shift of {bars} bars; it needs 1 or more. Raise the argument, or use {(op == "lag" ? "lead" : "lag")} for the other direction.");

    [DoesNotReturn]
    internal static void SlotRange(string op, int first, int last, int lastSlot)
        => throw new FactorDefinitionException(
            $"{op} was given the slots {first}..{last}; it needs 0 <= first <= last <= {lastSlot}. Correct the range.");

    [DoesNotReturn]
    internal static void Fraction(string op, int numerator, int denominator)
        => throw new FactorDefinitionException(
            $"{op} was given the fraction {numerator}/{denominator}; it needs 1 <= numerator <= denominator. Correct the fraction.");

    [DoesNotReturn]
    internal static void QuantileFraction(string op, int numerator, int denominator)
        => throw new FactorDefinitionException(
            $"{op} was given the fraction {numerator}/{denominator}; it needs 0 <= numerator <= denominator, and a denominator of 1 or more. Correct the fraction.");

    [DoesNotReturn]
    internal static void WindowTooShort(string op, int bars, int minimum)
        => throw new FactorDefinitionException($"{op} was given a window of {bars} bars; it needs {minimum} or more. Raise the argument bars.");

    [DoesNotReturn]
    internal static void RegressorCount(int count, int most)
        => throw new FactorDefinitionException($"A least-squares fit was given {count} regressors; it needs 1 to {most}. Change their number.");

    [DoesNotReturn]
    internal static void NegativeDdof(string op, int ddof)
        => throw new FactorDefinitionException($"{op} was given ddof = {ddof}; it needs 0 or more. Use 0 to divide by n, 1 to divide by n - 1.");

    /// <summary>Ends a recursion over a definition before the stack does, which would end the process.</summary>
    internal static void IfTooDeep()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            TooDeep();
        }
    }

    [DoesNotReturn]
    private static void TooDeep()
        => throw new FactorDefinitionException(
            "A definition is nested deeper than the stack allows, some ten thousand operators one inside the other. Write it with fewer steps.");

    [DoesNotReturn]
    internal static void FactorReadsItself(string factor)
        => throw new FactorDefinitionException($"Factor {factor} reads its own value, directly or through another factor. Define it without itself.");
}
