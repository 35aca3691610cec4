using System;
using FactorGpu.Compilation;

namespace FactorGpu.Engines;

/// <summary>A part of a program, and who runs it.</summary>
/// <param name="part">The program of the part, and the rows of the whole that it gives.</param>
/// <param name="isLeft">True when the engine that was asked for cannot run it, and another one does.</param>
internal sealed class EnginePart(ProgramPart part, bool isLeft)
{
    private double[] _rows = [];

    internal ProgramPart Part => part;

    internal bool IsLeft => isLeft;

    /// <summary>Memory for the rows of the part, kept from one day to the next; what was in it is overwritten.</summary>
    internal Span<double> Rows(int S)
    {
        int length = part.Rows.Length * S;
        if (_rows.Length < length)
        {
            _rows = new double[length];
        }

        return _rows.AsSpan(0, length);
    }
}
