namespace FactorGpu.Bars;

/// <summary>What happens to a sample stock on one day.</summary>
internal enum SampleKind
{
    /// <summary>Trades all day.</summary>
    Trading,

    /// <summary>No row at all.</summary>
    Suspended,

    /// <summary>Every trade is at the upper limit.</summary>
    LockedAtLimit,

    /// <summary>Every trade is at the upper limit, but for a while inside the day, when it trades below.</summary>
    LimitOpened,

    /// <summary>Some minutes have no row.</summary>
    Holes,

    /// <summary>No row before an hour inside the day.</summary>
    LateOpen,
}
