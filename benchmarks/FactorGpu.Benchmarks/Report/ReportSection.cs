using System.Collections.Immutable;
using System.Xml.Linq;

namespace FactorGpu.Benchmarks.Report;

/// <summary>One question of the report.</summary>
/// <param name="Title">The question in a few words.</param>
/// <param name="Words">What was measured.</param>
/// <param name="Chart">The answer as a picture.</param>
/// <param name="Head">Names of the columns.</param>
/// <param name="Rows">The answer in numbers.</param>
internal sealed record ReportSection(
    string Title, string Words, XElement Chart, ImmutableArray<string> Head, ImmutableArray<ImmutableArray<string>> Rows);
