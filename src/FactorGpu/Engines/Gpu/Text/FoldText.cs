using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Engines.Gpu.Plans;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes how partial results are folded: <c>work</c> holds one row per accumulator with a number of each work-item. Work-items fold different rows at a time.</summary>
internal sealed class FoldText
{
    private readonly KernelContext _context;
    private readonly KernelStep _step;
    private readonly int _places;
    private readonly int _terms;
    private readonly bool _isLast;

    /// <summary>One round of folding.</summary>
    /// <param name="context">The kernel.</param>
    /// <param name="step">The batch of reductions.</param>
    /// <param name="places">Numbers that a row is folded to, at its front; those that are so many places apart become one.</param>
    /// <param name="terms">Numbers that become one.</param>
    /// <param name="isLast">True to leave the one number of a row among the results.</param>
    internal FoldText(KernelContext context, KernelStep step, int places, int terms, bool isLast)
    {
        _context = context;
        _step = step;
        _places = places;
        _terms = terms;
        _isLast = isLast;
    }

    internal void Write(KernelWriter lines)
    {
        int row = 0;
        int at = 0;
        while (at < _step.Reductions.Length)
        {
            Reduction first = _step.Reductions[at];
            ReductionWords words = ReductionText.Forms[first.Form];
            int count = _step.Reductions.Skip(at).TakeWhile(other => IsFoldedAlike(first.Form, other.Form)).Count();
            int firstRow = row;
            int firstResult = _context.PlaceOf(first);
            WriteRows(lines, count, () => WriteFold(lines, words, firstRow, firstResult));
            row += count * first.PartialCount;
            at += count;
        }
    }

    private bool IsFoldedAlike(ReductionForm a, ReductionForm b)
        => ReductionText.Forms[a].Fold is { } foldA && ReductionText.Forms[b].Fold is { } foldB
            ? foldA(_context.Scalar, "a", "b") == foldB(_context.Scalar, "a", "b")
            : a == b;

    /// <summary>Hands the folds out to the work-items: number x is place x % places of row x / places.</summary>
    private void WriteRows(KernelWriter lines, int count, Action fold)
        => lines.Block(Invariant($"for (int x = j; x < {count * _places}; x += {_context.W})"), fold);

    private void WriteFold(KernelWriter lines, ReductionWords words, int firstRow, int firstResult)
    {
        string type = _context.Scalar.Type;
        int stride = _context.W + 1;
        int rows = words.Fold is null ? 2 : 1;
        string place = _places == 1 ? Invariant($"x * {rows * stride}") : Invariant($"(x / {_places}) * {rows * stride} + x % {_places}");
        lines.Line(Invariant($"{_context.Dialect.LocalPointer}{type}* row = work + {firstRow * stride} + {place};"));
        if (words.Fold is { } fold)
        {
            lines.Line($"{type} whole = row[0];");
            lines.Block(Terms(1), () => lines.Line($"whole = {fold(_context.Scalar, "whole", Invariant($"row[q * {_places}]"))};"));
            lines.Line(_isLast ? Invariant($"results[{firstResult} + x] = whole;") : "row[0] = whole;");
            return;
        }

        foreach (string line in Constancy(stride))
        {
            lines.Line(line);
        }

        lines.Line(_isLast ? Invariant($"results[{firstResult} + x] = state;") : Invariant($"row[0] = value; row[{stride}] = state;"));
    }

    /// <summary>Folds pairs of an element and what is known of all: 0 for none, 1 for equal ones, 2 for different ones.</summary>
    private IEnumerable<string> Constancy(int stride)
    {
        NumberWords scalar = _context.Scalar;
        yield return $"{scalar.Type} value = {scalar.Literal(0)};";
        yield return $"{scalar.Type} state = {scalar.Literal(0)};";
        yield return Terms(0);
        yield return "{";
        yield return Invariant($"    const {scalar.Type} other = row[{stride} + q * {_places}];");
        yield return $"    if (other != {scalar.Literal(0)})";
        yield return "    {";
        yield return Invariant($"        const {scalar.Type} element = row[q * {_places}];");
        yield return $"        state = state == {scalar.Literal(0)} ? other : element == value && other == {scalar.Literal(1)} ? state : {scalar.Literal(2)};";
        yield return "        value = element;";
        yield return "    }";
        yield return "}";
    }

    private string Terms(int first) => Invariant($"for (int q = {first}; q < {_terms}; ++q)");
}
