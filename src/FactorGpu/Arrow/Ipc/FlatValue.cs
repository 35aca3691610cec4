namespace FactorGpu.Arrow.Ipc;

/// <summary>A field of a FlatBuffers table that is being written.</summary>
/// <param name="Field">Its number in the table.</param>
/// <param name="Bytes">Bytes of a number; 0 for a place.</param>
/// <param name="Value">The number, or the place in the <see cref="FlatBuilder"/> of what the field refers to.</param>
internal readonly record struct FlatValue(int Field, int Bytes, long Value)
{
    internal bool IsPlace => Bytes == 0;

    internal static FlatValue Byte(int field, int value) => new(field, sizeof(byte), value);

    internal static FlatValue Int16(int field, int value) => new(field, sizeof(short), value);

    internal static FlatValue Int32(int field, int value) => new(field, sizeof(int), value);

    internal static FlatValue Int64(int field, long value) => new(field, sizeof(long), value);

    internal static FlatValue At(int field, int place) => new(field, 0, place);
}
