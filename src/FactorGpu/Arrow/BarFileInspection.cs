using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using FactorGpu.Arrow.Inspection;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>What a bar file is, how it would be read, and what is wrong with its data, as far as that can be told.</summary>
/// <remarks>
/// Faults are told by code (docs/data-faults.md): rows that stand twice, units that do not fit, bars that contradict themselves, minutes that are missing, days of half a market.
/// A file that is refused is looked at as if the way out of the message were taken, where there is one. Cost: that of reading the file, and as much again for its bars.
/// </remarks>
public sealed class BarFileInspection
{
    private readonly string _path;
    private readonly FileInspection _inspection;

    private BarFileInspection(string path, FileInspection inspection)
    {
        _path = path;
        _inspection = inspection;
        Faults = inspection.Faults;
    }

    /// <summary>Why the file cannot be read into tensors; null when it can.</summary>
    public string? Finding => _inspection.Finding;

    /// <summary>What was found in the data, by code; none in a file without fault or note.</summary>
    public ImmutableArray<FoundFault> Faults { get; }

    /// <summary>True when anything more than notes was found, or the file is refused.</summary>
    public bool HasFaults => Finding is not null || Faults.Any(found => found.Fault.Severity > FaultSeverity.Note);

    /// <summary>Looks at a file.</summary>
    /// <param name="path">A file of any kind that is read.</param>
    /// <param name="options">How it is to be read; null for the defaults.</param>
    /// <returns>A description of all that could be told before the finding, if there is one.</returns>
    /// <exception cref="BarFormatException">The file is not there, cannot be opened, or its kind is not read; or the preset asked for is none.</exception>
    public static BarFileInspection Of(string path, BarReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new BarFileInspection(path, FileInspection.Of(path, options ?? new BarReadOptions()));
    }

    /// <summary>Writes what was found as JSON, whole or not at all.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <exception cref="FactorGpuException">The file cannot be written.</exception>
    public void SaveJson(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        OutputFile.Write("The inspection", path, stream => InspectionJson.Write(_inspection, _path, stream), CancellationToken.None);
    }

    /// <summary>Writes what was found as an HTML page that needs nothing but itself, with a picture of stocks by minutes for the four days with the most faulty bars.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <exception cref="FactorGpuException">The file cannot be written.</exception>
    public void SaveHtml(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        OutputFile.Write("The inspection", path, stream => stream.Write(Encoding.UTF8.GetBytes(InspectionPage.Make(_inspection, _path))), CancellationToken.None);
    }

    /// <summary>The description, lines ended by a line feed.</summary>
    public override string ToString() => _inspection.Text.ToString();
}
