using System;

namespace FactorGpu.Arrow.CData;

/// <content>Nulls.</content>
internal sealed unsafe partial class CDataBuffers
{
    private const int RowsPerByte = 8;

    /// <summary>A number of nulls of -1 is unknown, and one above 0 may be of values that the batch leaves out: the bitmap tells.</summary>
    private bool FindNulls()
    {
        if (_kind == ArrowTypeKind.Null || _node.Array->NullCount == 0)
        {
            return false;
        }

        byte* bitmap = (byte*)_buffers[0];
        if (bitmap is null)
        {
            if (_node.Array->NullCount > 0)
            {
                Broken($"are {_node.Array->NullCount} nulls, and no validity bitmap");
            }

            return false;
        }

        for (long row = Start; row < Start + RowCount; row++)
        {
            if ((bitmap[row / RowsPerByte] >> (int)(row % RowsPerByte) & 1) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bitmap from the bit of the first value on: where it lies if that is the first of a byte, else moved.</summary>
    private ReadOnlyMemory<byte> Validity()
    {
        if (!HasNulls)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        int bytes = (int)((RowCount + RowsPerByte - 1) / RowsPerByte);
        int shift = (int)(Start % RowsPerByte);
        byte* first = (byte*)_buffers[0] + (Start / RowsPerByte);
        if (shift == 0)
        {
            return _owner.Numbers<byte>(first, bytes);
        }

        byte[] moved = new byte[bytes];
        for (int row = 0; row < RowCount; row++)
        {
            int bit = shift + row;
            moved[row / RowsPerByte] |= (byte)((first[bit / RowsPerByte] >> (bit % RowsPerByte) & 1) << (row % RowsPerByte));
        }

        return moved;
    }
}
