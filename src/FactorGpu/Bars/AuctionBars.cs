using System;

namespace FactorGpu.Bars;

/// <summary>Which call auctions a source delivers as bars of their own. Changes no factor value (design 4).</summary>
[Flags]
public enum AuctionBars
{
    /// <summary>Neither auction has a bar of its own.</summary>
    None = 0,

    /// <summary>The opening auction is the bar of slot 0.</summary>
    Open = 1,

    /// <summary>The closing auction is the bar of slot 241.</summary>
    Close = 2,
}
