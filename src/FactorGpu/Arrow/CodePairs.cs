using System.Collections.Generic;
using System.Collections.Immutable;

namespace FactorGpu.Arrow;

/// <summary>Numbers the pairs of a code and the exchange that stands in a column of its own; each becomes one code, <c>600000.SSE</c>.</summary>
/// <param name="codes">Distinct codes.</param>
/// <param name="exchanges">Distinct exchanges.</param>
internal sealed class CodePairs(ImmutableArray<string> codes, ImmutableArray<string> exchanges)
{
    private readonly Dictionary<(int Code, int Exchange), int> _ids = [];
    private readonly ImmutableArray<string>.Builder _joined = ImmutableArray.CreateBuilder<string>();

    /// <summary>The joined codes by their numbers.</summary>
    internal ImmutableArray<string> ToCodes() => _joined.ToImmutable();

    /// <summary>Numbers the pairs of all rows.</summary>
    /// <param name="codeIds">Per row, the number of the code; becomes that of the pair.</param>
    /// <param name="exchangeIds">Per row, the number of the exchange.</param>
    internal void Join(int[] codeIds, int[] exchangeIds)
    {
        for (int row = 0; row < codeIds.Length; row++)
        {
            (int, int) pair = (codeIds[row], exchangeIds[row]);
            if (!_ids.TryGetValue(pair, out int id))
            {
                id = _joined.Count;
                _ids.Add(pair, id);
                _joined.Add(CodeText.Join(codes[codeIds[row]], exchanges[exchangeIds[row]]));
            }

            codeIds[row] = id;
        }
    }
}
