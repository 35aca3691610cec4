namespace FactorGpu.Arrow;

/// <summary>How a source stamps the minutes of the day, and which bars it has.</summary>
public enum BarConvention
{
    /// <summary>Told from the set of stamps of each file; a set that fits both conventions or neither is an error.</summary>
    Detect,

    /// <summary>
    /// The canonical axis of 242 bars stamped at their start (catalogue 1.2): 09:25, 09:30..11:29, 13:00..14:59, 15:00.
    /// Nothing is changed, filled or dropped.
    /// </summary>
    Canonical,

    /// <summary>
    /// 240 bars stamped at their end: 09:31..11:30, 13:01..15:00, the opening auction inside 09:31, the closing auction at 15:00.
    /// A stamp moves back by one minute, 15:00 is slot 241; a bar of slots 238..240 with volume 0 is padding and is dropped.
    /// </summary>
    End240,
}
