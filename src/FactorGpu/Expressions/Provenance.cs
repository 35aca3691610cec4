namespace FactorGpu.Expressions;

/// <summary>Where a factor's definition comes from.</summary>
public enum Provenance
{
    /// <summary>The definition was read in a report, or in a public replication or digest of it.</summary>
    Found,

    /// <summary>The name or the idea was found, and the formula completed; or the formula was found, and its place in the set inferred.</summary>
    Reconstructed,

    /// <summary>Added by the catalogue, or by a user.</summary>
    Own,
}
