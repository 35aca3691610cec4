namespace FactorGpu.Arrow.Presets;

/// <summary>How a source spells stock codes. Presets name a style by an example.</summary>
internal enum CodeStyle
{
    /// <summary>Not known, or not to be changed.</summary>
    Keep,

    /// <summary>600000.SH, 000001.SZ, 430047.BJ: the spelling that others are rewritten to.</summary>
    Suffix,

    /// <summary>600000.XSHG, 000001.XSHE.</summary>
    JoinQuant,

    /// <summary>600000.SSE, 000001.SZSE, 430047.BSE.</summary>
    Vnpy,

    /// <summary>sh600000, sz000001, bj430047, in either case.</summary>
    Prefix,

    /// <summary>sh.600000, sz.000001, bj.430047, in either case.</summary>
    DottedPrefix,

    /// <summary>600000: the exchange is told from the number.</summary>
    Bare,
}
