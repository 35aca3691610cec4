using System;
using System.Collections.Generic;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>The column names of a file. Names are compared exactly.</summary>
/// <param name="path">The path as the caller gave it.</param>
/// <param name="names">Column names in file order.</param>
internal sealed class ColumnNames(string path, IReadOnlyList<string> names)
{
    internal string this[int column] => names[column];

    /// <summary>The column with a name.</summary>
    /// <exception cref="BarFormatException">There is none, or there are two.</exception>
    internal int Needed(string name)
    {
        int column = Find(name);
        if (column < 0)
        {
            Throw.ColumnMissing(path, name, names);
        }

        return column;
    }

    /// <summary>The column with a name, or -1.</summary>
    /// <exception cref="BarFormatException">There are two.</exception>
    internal int Find(string name)
    {
        int found = -1;
        for (int c = 0; c < names.Count; c++)
        {
            if (!string.Equals(names[c], name, StringComparison.Ordinal))
            {
                continue;
            }

            if (found >= 0)
            {
                Throw.ColumnTwice(path, name, found + 1, c + 1);
            }

            found = c;
        }

        return found;
    }
}
