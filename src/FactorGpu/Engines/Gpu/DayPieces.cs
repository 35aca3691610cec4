using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu;

/// <summary>The days of a run, from which each device takes as many stocks at a time as it has room for, until none is left.</summary>
/// <remarks>Used by several threads at once. After a failure, and when cancelled, there is nothing more to take.</remarks>
internal sealed class DayPieces
{
    private readonly Stack<DayPiece> _left = new();
    private readonly int[] _undone;
    private readonly Action<int> _onDay;
    private readonly CancellationToken _cancellation;
    private readonly Lock _gate = new();
    private ExceptionDispatchInfo? _fault;

    /// <param name="days">The days.</param>
    /// <param name="onDay">Told the number of each day whose stocks are all done, never twice at the same time.</param>
    /// <param name="cancellation">Ends the work early.</param>
    internal DayPieces(ImmutableArray<DayTensor> days, Action<int> onDay, CancellationToken cancellation)
    {
        _onDay = onDay;
        _cancellation = cancellation;
        _undone = [.. days.Select(day => day.Shape.S)];
        for (int d = days.Length - 1; d >= 0; d--)
        {
            GiveBack(new DayPiece(d, 0, _undone[d]));
            Done(new DayPiece(d, 0, 0));
        }
    }

    /// <summary>Takes stocks of one day.</summary>
    /// <param name="most">Most stocks.</param>
    /// <param name="piece">The stocks, if any are left.</param>
    internal bool TryTake(int most, out DayPiece piece)
    {
        lock (_gate)
        {
            piece = default;
            if (_fault is not null || _cancellation.IsCancellationRequested || !_left.TryPop(out DayPiece next))
            {
                return false;
            }

            piece = next with { Count = Math.Min(most, next.Count) };
            if (piece.Count < next.Count)
            {
                _left.Push(next.Behind(piece.Count));
            }

            return true;
        }
    }

    /// <summary>Stocks that were taken and are to be taken again; an empty piece is none.</summary>
    internal void GiveBack(DayPiece piece)
    {
        lock (_gate)
        {
            if (piece.Count > 0)
            {
                _left.Push(piece);
            }
        }
    }

    /// <summary>Notes that stocks are computed.</summary>
    internal void Done(DayPiece piece)
    {
        lock (_gate)
        {
            _undone[piece.Day] -= piece.Count;
            if (_undone[piece.Day] == 0)
            {
                _onDay(piece.Day);
            }
        }
    }

    /// <summary>Ends the run: the first failure reaches the caller.</summary>
    internal void Fail(Exception e) => Interlocked.CompareExchange(ref _fault, ExceptionDispatchInfo.Capture(e), null);

    /// <summary>Throws what made the run end early, if something did.</summary>
    internal void ThrowIfEnded()
    {
        _fault?.Throw();
        _cancellation.ThrowIfCancellationRequested();
    }
}
