using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace FactorGpu.Tests.Arrow.Fuzz;

/// <summary>A good file or stream, with the places at which mutants of it differ.</summary>
internal sealed class FuzzSeed
{
    private const int TailBytes = 10;

    internal FuzzSeed(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        IsFile = bytes.AsSpan().StartsWith("ARROW1"u8);
        if (IsFile)
        {
            int footer = bytes.Length - TailBytes - Int32(bytes.Length - TailBytes);
            Links.Add(new FuzzPlace(bytes.Length - TailBytes, 4));
            FlatWalk walk = Add(new FlatWalk(bytes, footer).Footer());
            Blocks.AddRange(walk.Blocks);
            walk.Blocks.ForEach(block => Message((int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(block))));
            return;
        }

        for (int at = 0; at < bytes.Length && Int32(at) is not 0 && !(Int32(at) == -1 && Int32(at + 4) == 0);)
        {
            at = Message(at);
        }
    }

    internal string Name { get; }

    internal byte[] Bytes { get; }

    internal bool IsFile { get; }

    internal List<FuzzPlace> Numbers { get; } = [];

    internal List<FuzzPlace> Links { get; } = [];

    /// <summary>The first words of each buffer: of a compressed one its stated length, of text its offsets.</summary>
    internal List<FuzzPlace> Words { get; } = [];

    /// <summary>Where the blocks of the footer stand.</summary>
    internal List<int> Blocks { get; } = [];

    /// <summary>Start and end of each message, its body included; of a stream the first is the schema.</summary>
    internal List<(int Start, int End)> Messages { get; } = [];

    /// <summary>Start and end of each body that has bytes.</summary>
    internal List<(int Start, int End)> Bodies { get; } = [];

    /// <summary>Notes a message and gives where it ends.</summary>
    private int Message(int start)
    {
        int length = start + (Int32(start) == -1 ? 4 : 0);
        Links.Add(new FuzzPlace(length, 4));
        FlatWalk walk = Add(new FlatWalk(Bytes, length + 4).Message());
        int body = length + 4 + Int32(length);
        int end = body + (int)walk.BodyBytes;
        Messages.Add((start, end));
        if (end > body)
        {
            Bodies.Add((body, end));
        }

        foreach ((long offset, long bytes) in walk.Buffers)
        {
            for (int word = 0; word < 4 && (word + 1) * 8 <= bytes; word++)
            {
                Words.Add(new FuzzPlace(body + (int)offset + (word * 8), word % 2 == 0 ? 8 : 4));
            }
        }

        return end;
    }

    private FlatWalk Add(FlatWalk walk)
    {
        Numbers.AddRange(walk.Numbers);
        Links.AddRange(walk.Links);
        return walk;
    }

    private int Int32(int at) => BinaryPrimitives.ReadInt32LittleEndian(Bytes.AsSpan(at));
}
