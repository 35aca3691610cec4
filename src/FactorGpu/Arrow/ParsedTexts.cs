using System;
using System.Collections.Generic;

namespace FactorGpu.Arrow;

/// <summary>The values of the distinct texts of a column: a stamp that stands in thousands of rows is parsed once.</summary>
internal sealed class ParsedTexts
{
    private readonly Parser _parse;
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _values;

    internal ParsedTexts(Parser parse)
    {
        _parse = parse;
        _values = new Dictionary<byte[], int>(Utf8Comparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    internal delegate StampFault Parser(ReadOnlySpan<byte> text, out int value);

    /// <summary>The value of a text; a text with a fault is not kept.</summary>
    internal StampFault Parse(ReadOnlySpan<byte> text, out int value)
    {
        if (_values.TryGetValue(text, out value))
        {
            return StampFault.None;
        }

        StampFault fault = _parse(text, out value);
        if (fault == StampFault.None)
        {
            _values[text] = value;
        }

        return fault;
    }
}
