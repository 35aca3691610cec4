using System;
using System.Collections.Generic;

namespace FactorGpu.Errors;

/// <summary>Finds the known name that a misspelt one probably meant.</summary>
internal static class NearestName
{
    /// <summary>The known name with the smallest edit distance to <paramref name="asked"/>, two letters that changed places counting once, letter case half; the first one on ties.</summary>
    /// <returns>null when <paramref name="known"/> is empty.</returns>
    internal static string? Of(string asked, IEnumerable<string> known)
    {
        string? nearest = null;
        int best = int.MaxValue;
        foreach (string name in known)
        {
            int distance = Distance(asked, name);
            if (distance < best)
            {
                best = distance;
                nearest = name;
            }
        }

        return nearest;
    }

    /// <summary>Twice the number of letters to add, take out, replace, or swap with the next.</summary>
    private static int Distance(string a, string b)
    {
        const int Edit = 2;
        const int CaseOnly = 1;
        int[] beforePrevious = [];
        int[] previous = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            previous[j] = j * Edit;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i * Edit;
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = a[i - 1] == b[j - 1] ? 0 : char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? CaseOnly : Edit;
                int best = Math.Min(previous[j - 1] + replace, Math.Min(previous[j], current[j - 1]) + Edit);
                bool isSwapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                current[j] = isSwapped ? Math.Min(best, beforePrevious[j - 2] + Edit) : best;
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[b.Length];
    }
}
