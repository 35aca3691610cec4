namespace FactorGpu.Compilation;

/// <summary>What one pass made of the graph.</summary>
public sealed record PassReport
{
    internal PassReport(string pass, string graph, bool isUnchanged)
    {
        Pass = pass;
        Graph = graph;
        IsUnchanged = isUnchanged;
    }

    /// <summary>Name of the pass.</summary>
    public string Pass { get; }

    /// <summary>The graph after it, one numbered line per node.</summary>
    public string Graph { get; }

    /// <summary>True when the pass left everything as it was.</summary>
    public bool IsUnchanged { get; }

    /// <summary>The name of the pass, and the graph or "(unchanged)".</summary>
    public override string ToString() => IsUnchanged ? $"after {Pass}: (unchanged)\n" : $"after {Pass}:\n{Graph}";
}
