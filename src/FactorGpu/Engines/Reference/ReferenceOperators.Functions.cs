using System;

namespace FactorGpu.Engines.Reference;

/// <content>Functions of one number.</content>
internal static partial class ReferenceOperators
{
    private static ReferenceValue Floor(ReferenceCall call) => Each(call, Math.Floor);

    private static ReferenceValue Log(ReferenceCall call) => Each(call, ElementaryFunctions.Log);

    private static ReferenceValue Log1p(ReferenceCall call) => Each(call, ElementaryFunctions.Log1p);

    private static ReferenceValue Exp(ReferenceCall call) => Each(call, ElementaryFunctions.Exp);

    private static ReferenceValue Expm1(ReferenceCall call) => Each(call, ElementaryFunctions.Expm1);

    private static ReferenceValue Atan(ReferenceCall call) => Each(call, ElementaryFunctions.Atan);

    private static ReferenceValue Erfc(ReferenceCall call) => Each(call, ElementaryFunctions.Erfc);

    private static ReferenceValue Cbrt(ReferenceCall call) => Each(call, ElementaryFunctions.Cbrt);
}
