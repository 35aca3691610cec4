using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using FactorGpu.Arrow.Ipc;

namespace FactorGpu.Arrow.CData.Native;

/// <summary>Schemas as other libraries read them: structs ArrowSchema, each with one block of memory that holds its texts and children and goes with its release.</summary>
internal static unsafe class ExportedSchema
{
    /// <summary>Fills the schema of record batches.</summary>
    /// <param name="target">A struct, which is overwritten.</param>
    /// <param name="schema">The columns and the pairs of the schema.</param>
    internal static void Export(CArrowSchema* target, ArrowOutputSchema schema)
    {
        Fill(target, "+s", "", Metadata(schema.Metadata), schema.Fields.Length);
        for (int c = 0; c < schema.Fields.Length; c++)
        {
            Export(target->Children[c], schema.Fields[c]);
        }
    }

    private static void Export(CArrowSchema* target, ArrowOutputField field)
    {
        ArrowOutputType? element = field.Type switch
        {
            ArrowOutputType.Float32List => ArrowOutputType.Float32,
            ArrowOutputType.Float64List => ArrowOutputType.Float64,
            _ => null,
        };
        Fill(target, CDataFormat.Of(field), field.Name, [], element is null ? 0 : 1);
        if (element is { } type)
        {
            Export(target->Children[0], new ArrowOutputField("item", type));
        }
    }

    private static void Fill(CArrowSchema* target, string format, string name, ReadOnlySpan<byte> metadata, int children)
    {
        byte[] formatBytes = Encoding.UTF8.GetBytes(format + '\0');
        byte[] nameBytes = Encoding.UTF8.GetBytes(name + '\0');
        nuint childBytes = (nuint)(children * (sizeof(CArrowSchema*) + sizeof(CArrowSchema)));
        byte* block = (byte*)NativeMemory.AllocZeroed(childBytes + (nuint)(formatBytes.Length + nameBytes.Length + metadata.Length));
        byte* texts = block + childBytes;
        formatBytes.CopyTo(new Span<byte>(texts, formatBytes.Length));
        nameBytes.CopyTo(new Span<byte>(texts + formatBytes.Length, nameBytes.Length));
        metadata.CopyTo(new Span<byte>(texts + formatBytes.Length + nameBytes.Length, metadata.Length));
        *target = new CArrowSchema
        {
            Format = texts,
            Name = texts + formatBytes.Length,
            Metadata = metadata.IsEmpty ? null : texts + formatBytes.Length + nameBytes.Length,
            Flags = CArrowSchema.Nullable,
            ChildCount = children,
            Children = (CArrowSchema**)block,
            Release = &Release,
            PrivateData = block,
        };
        for (int c = 0; c < children; c++)
        {
            target->Children[c] = (CArrowSchema*)(block + (children * sizeof(CArrowSchema*))) + c;
        }
    }

    /// <summary>The pairs as the interface lays them out: their number, then each text with its length before it.</summary>
    private static byte[] Metadata(ImmutableArray<KeyValuePair<string, string>> pairs)
    {
        if (pairs.IsEmpty)
        {
            return [];
        }

        using var bytes = new MemoryStream();
        bytes.Write(BitConverter.GetBytes(pairs.Length));
        foreach ((string key, string value) in pairs)
        {
            WriteText(bytes, key);
            WriteText(bytes, value);
        }

        return bytes.ToArray();
    }

    private static void WriteText(MemoryStream bytes, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        bytes.Write(BitConverter.GetBytes(utf8.Length));
        bytes.Write(utf8);
    }

    /// <summary>Releases the children that the reader has not moved elsewhere, then the struct's own memory, in which they lie.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(CArrowSchema* schema)
    {
        for (long c = 0; c < schema->ChildCount; c++)
        {
            CArrowSchema* child = schema->Children[c];
            if (child->Release is not null)
            {
                child->Release(child);
            }
        }

        void* block = schema->PrivateData;
        *schema = default;
        NativeMemory.Free(block);
    }
}
