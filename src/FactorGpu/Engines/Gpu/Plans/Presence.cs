using System;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>When an element of a series is present at bar i: the bars i + <paramref name="Low"/> to i + <paramref name="High"/> exist, and all atoms hold.</summary>
/// <remarks>Presence of every series is of this form, since an operator's result is present only where all of its operands are; an or of presences never occurs.</remarks>
/// <param name="Low">At most 0.</param>
/// <param name="High">At least 0.</param>
/// <param name="Atoms">Each once, in order of first need.</param>
internal sealed record Presence(int Low, int High, ImmutableArray<PresenceAtom> Atoms)
{
    /// <summary>A shift by so many bars leaves the sequence whatever its length.</summary>
    internal const int MostShift = 256;

    /// <summary>Present at every bar.</summary>
    internal static Presence Always { get; } = new(0, 0, []);

    /// <summary>True when on every stock-day the present elements are neighbours, so that their bounds are known without looking at elements.</summary>
    internal bool IsRun => Atoms.All(atom => atom.Condition is null);

    /// <summary>Presence of both.</summary>
    internal Presence And(Presence other)
        => new(Math.Min(Low, other.Low), Math.Max(High, other.High), [.. Atoms.Union(other.Atoms)]);

    internal Presence And(PresenceAtom atom) => this with { Atoms = [.. Atoms.Union([atom])] };

    /// <summary>Presence at bar i of what is asked at bar i + <paramref name="shift"/>, which must exist, as bar i does.</summary>
    internal Presence At(int shift)
        => shift == 0 ? this : new(
            Math.Min(0, Moved(Low, shift)),
            Math.Max(0, Moved(High, shift)),
            [.. Atoms.Select(atom => atom with { Shift = Moved(atom.Shift, shift) })]);

    /// <summary>A shift followed by another.</summary>
    internal static int Moved(int shift, int by) => (int)Math.Clamp((long)shift + by, -MostShift, MostShift);
}
