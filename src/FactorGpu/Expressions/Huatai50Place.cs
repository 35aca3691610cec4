namespace FactorGpu.Expressions;

/// <summary>Whether a factor is one of the catalogue's Huatai-50.</summary>
public enum Huatai50Place
{
    /// <summary>Not one of the 50.</summary>
    None,

    /// <summary>One of the 15 whose names were seen in text about the report.</summary>
    NameFound,

    /// <summary>One of the 35 that the catalogue put there from other sources.</summary>
    Filled,
}
