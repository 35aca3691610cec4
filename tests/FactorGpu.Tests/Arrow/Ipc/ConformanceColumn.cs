namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>What became of a column of an integration file.</summary>
/// <param name="Type">Its type, as messages name it.</param>
/// <param name="Values">Values that were read and are equal, nulls included.</param>
/// <param name="Nulls">How many of them are null.</param>
/// <param name="Refusal">What it is refused with; null when it is read.</param>
internal sealed record ConformanceColumn(string Type, int Values, int Nulls, string? Refusal);
