using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace FactorGpu.Arrow;

/// <summary>The rows of a file grouped by date, in file order within a date. Linear in rows, whatever their order.</summary>
internal sealed class RowsByDay
{
    private readonly Dictionary<int, int> _groups = [];
    private readonly List<int> _ends = [];
    private readonly int[] _rows;

    internal RowsByDay(ReadOnlySpan<WallMinute> minutes)
    {
        int[] groupOfRow = new int[minutes.Length];
        Count(minutes, groupOfRow);
        _rows = new int[minutes.Length];
        int[] next = Starts();
        for (int row = 0; row < groupOfRow.Length; row++)
        {
            _rows[next[groupOfRow[row]]++] = row;
        }
    }

    /// <summary>The days of the file, as days since 1970-01-01, in the order in which they come.</summary>
    internal ImmutableArray<int> Days => [.. _groups.Keys];

    /// <summary>The rows of a day; none when the file does not have it.</summary>
    internal ReadOnlySpan<int> Of(int day)
    {
        if (!_groups.TryGetValue(day, out int group))
        {
            return [];
        }

        int start = group == 0 ? 0 : _ends[group - 1];
        return _rows.AsSpan(start, _ends[group] - start);
    }

    private void Count(ReadOnlySpan<WallMinute> minutes, Span<int> groupOfRow)
    {
        int latestDay = -1;
        int group = -1;
        for (int row = 0; row < minutes.Length; row++)
        {
            int day = minutes[row].Day;
            if (day != latestDay)
            {
                group = GroupOf(day);
                latestDay = day;
            }

            groupOfRow[row] = group;
            _ends[group]++;
        }
    }

    private int GroupOf(int day)
    {
        if (!_groups.TryGetValue(day, out int group))
        {
            group = _groups.Count;
            _groups.Add(day, group);
            _ends.Add(0);
        }

        return group;
    }

    /// <summary>Makes the counts running sums, which are the ends of the groups, and returns their starts.</summary>
    private int[] Starts()
    {
        int[] starts = new int[_ends.Count];
        for (int group = 1; group < _ends.Count; group++)
        {
            starts[group] = _ends[group - 1];
            _ends[group] += _ends[group - 1];
        }

        return starts;
    }
}
