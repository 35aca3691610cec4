namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>A vector of structs of 8-byte alignment.</summary>
internal sealed record FlatStructs(int Count, byte[] Bytes);
