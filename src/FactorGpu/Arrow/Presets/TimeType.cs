namespace FactorGpu.Arrow.Presets;

/// <summary>How a stamp is written.</summary>
internal enum TimeType
{
    /// <summary>Text with a date and a time, or a time column of Arrow.</summary>
    Text,

    /// <summary>Seconds since 1970-01-01 UTC; an instant, as all epochs.</summary>
    EpochSeconds,
    EpochMilliseconds,
    EpochMicroseconds,
    EpochNanoseconds,

    /// <summary>yyyyMMddHHmm, wall time.</summary>
    DigitsToMinute,

    /// <summary>yyyyMMddHHmmss, wall time.</summary>
    DigitsToSecond,

    /// <summary>yyyyMMddHHmmssSSS, wall time.</summary>
    DigitsToMillisecond,
}
