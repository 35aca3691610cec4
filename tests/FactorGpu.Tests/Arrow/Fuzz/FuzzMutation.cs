using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace FactorGpu.Tests.Arrow.Fuzz;

/// <summary>Makes one mutant of a seed: one to three changes, most of them to lengths, offsets and counts inside metadata that stays well formed.</summary>
internal sealed class FuzzMutation
{
    private readonly FuzzSeed _seed;
    private readonly ImmutableArray<FuzzSeed> _others;
    private readonly Random _random;
    private byte[] _bytes;

    private FuzzMutation(FuzzSeed seed, ImmutableArray<FuzzSeed> others, Random random)
    {
        _seed = seed;
        _others = others;
        _random = random;
        _bytes = (byte[])seed.Bytes.Clone();
    }

    /// <summary>Makes the mutant of a number.</summary>
    /// <param name="seeds">The seeds, one of which it is of.</param>
    /// <param name="number">Decides everything.</param>
    /// <param name="name">Name of the seed.</param>
    internal static byte[] Make(ImmutableArray<FuzzSeed> seeds, int number, out string name)
    {
        var random = new Random(number);
        FuzzSeed seed = seeds[random.Next(seeds.Length)];
        name = seed.Name;
        var mutation = new FuzzMutation(seed, seeds, random);
        for (int changes = 1 + (random.Next(4) / 2); changes > 0; changes--)
        {
            mutation.Change();
        }

        // What moves bytes comes last: the places are those of the seed.
        if (random.Next(6) == 0)
        {
            mutation.Move();
        }

        return mutation._bytes;
    }

    private void Change()
    {
        switch (_random.Next(20))
        {
            case < 6: EditNumber(Pick(_seed.Numbers)); break;
            case < 8: EditNumber(Pick(_seed.Links)); break;
            case < 12: EditNumber(Pick(_seed.Words)); break;
            case < 15: FlipBit(Within(Pick(_seed.Bodies))); break;
            case < 16: FlipBit(_random.Next(_bytes.Length)); break;
            case < 18: Splice(); break;
            default: Fill(Within(Pick(_seed.Bodies))); break;
        }
    }

    private void Move()
    {
        switch (_random.Next(4))
        {
            case 0: _bytes = _bytes[.._random.Next(_bytes.Length)]; break;
            case 1: Cut(); break;
            case 2 when _seed.IsFile: SwapBlocks(); break;
            default: MoveMessage(); break;
        }
    }

    /// <summary>Sets an integer to what lengths and offsets break on, to a neighbour of what it is, to what another one is, or to anything.</summary>
    private void EditNumber(FuzzPlace place)
    {
        long now = Read(place);
        long value = _random.Next(10) switch
        {
            0 => 0,
            1 => -1,
            2 => (1L << ((8 * place.Size) - 1)) - 1,
            3 => 1L << ((8 * place.Size) - 1),
            4 => now + _random.Next(-8, 9),
            5 => now * 2,
            6 => now ^ (1L << _random.Next(8 * place.Size)),
            7 => Read(Pick(_seed.Numbers)),
            8 => _bytes.Length - _random.Next(64),
            _ => _random.NextInt64(),
        };
        for (int i = 0; i < place.Size; i++, value >>= 8)
        {
            _bytes[place.At + i] = (byte)value;
        }
    }

    private void FlipBit(int at) => _bytes[at] ^= (byte)(1 << _random.Next(8));

    /// <summary>Up to 16 equal bytes.</summary>
    private void Fill(int at) => _bytes.AsSpan(at, Math.Min(1 + _random.Next(16), _bytes.Length - at)).Fill((byte)(_random.Next(3) switch { 0 => 0, 1 => 0xFF, _ => _random.Next(256) }));

    /// <summary>Bytes of a body of any seed over bytes of a body.</summary>
    private void Splice()
    {
        FuzzSeed other = Pick(_others);
        int from = Within(Pick(other.Bodies), out int most);
        int to = Within(Pick(_seed.Bodies), out int room);
        int length = 1 + _random.Next(Math.Min(Math.Min(most, room), 256));
        other.Bytes.AsSpan(from, length).CopyTo(_bytes.AsSpan(to));
    }

    /// <summary>Takes some bytes out.</summary>
    private void Cut()
    {
        int from = _random.Next(_bytes.Length);
        int length = 1 + _random.Next(Math.Min(64, _bytes.Length - from));
        _bytes = [.. _bytes[..from], .. _bytes[(from + length)..]];
    }

    /// <summary>One block of the footer over another.</summary>
    private void SwapBlocks()
    {
        int from = Pick(_seed.Blocks);
        _bytes.AsSpan(from, 24).CopyTo(_bytes.AsSpan(Pick(_seed.Blocks)));
    }

    /// <summary>Repeats a message in another place of a stream, takes it out, or puts one of another seed there.</summary>
    private void MoveMessage()
    {
        FuzzSeed from = _random.Next(3) == 0 ? Pick(_others) : _seed;
        (int start, int end) = Pick(from.Messages);
        byte[] message = _random.Next(4) == 0 ? [] : from == _seed ? _bytes[start..end] : from.Bytes[start..end];
        (int at, int behind) = Pick(_seed.Messages);
        _bytes = [.. _bytes[..at], .. message, .. _bytes[(_random.Next(2) == 0 ? at : behind)..]];
    }

    private int Within((int Start, int End) range) => Within(range, out _);

    private int Within((int Start, int End) range, out int room)
    {
        int at = _random.Next(range.Start, range.End);
        room = range.End - at;
        return at;
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    private long Read(FuzzPlace place) => place.Size switch
    {
        1 => _bytes[place.At],
        2 => BinaryPrimitives.ReadInt16LittleEndian(_bytes.AsSpan(place.At)),
        4 => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(place.At)),
        _ => BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(place.At)),
    };
}
