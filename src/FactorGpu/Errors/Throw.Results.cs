using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <content>Results that cannot be handed out.</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void NoSuchColumn(string factor, string nearest)
        => throw new FactorDefinitionException($"The factor table was asked for {factor}, which it does not hold (nearest: {nearest}). Ask for a factor it was computed with.");
}
