using System.Collections.Generic;
using System.Globalization;

namespace FactorGpu.Tests.Arrow.Fuzz;

/// <summary>Counts over many files.</summary>
internal sealed class FuzzTally
{
    private string _largest = "";

    internal int Tried { get; private set; }

    /// <summary>Files whose metadata was accepted.</summary>
    internal int Opened { get; private set; }

    internal int Read { get; private set; }

    /// <summary>What was thrown that is no refusal.</summary>
    internal List<string> Faults { get; } = [];

    internal long MostAllocatedBytes { get; private set; }

    /// <summary>Adds a file.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="name">The file, for what is said.</param>
    internal void Add(FuzzOutcome outcome, string name)
    {
        Tried++;
        Opened += outcome.IsOpened ? 1 : 0;
        Read += outcome.Rows >= 0 ? 1 : 0;
        if (outcome.Fault is not null)
        {
            Faults.Add($"{name}: {outcome.Fault}");
        }

        if (outcome.AllocatedBytes > MostAllocatedBytes)
        {
            (MostAllocatedBytes, _largest) = (outcome.AllocatedBytes, name);
        }
    }

    /// <summary>The counts in one line; one that is read without end ends the test before it is said.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"tried {Tried}, past the footer {Opened}, read {Read}, refused {Tried - Read - Faults.Count}, crashes {Faults.Count}, hangs 0, largest allocation {MostAllocatedBytes / 1048576.0:F1} MiB ({_largest})");
}
