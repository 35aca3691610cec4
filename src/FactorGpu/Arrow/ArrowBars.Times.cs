using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using FactorGpu.Arrow.Ipc;

namespace FactorGpu.Arrow;

/// <content>Stamps, in one column or two, of any type in which they come.</content>
internal sealed partial class ArrowBars
{
    private void ReadStamps(ArrowBatch batch, int firstRow)
    {
        int[] times = new int[batch.RowCount];
        ReadTimes(batch, _columns.Stamp, _stamps, firstRow, times);
        int[] days = new int[_columns.IsDateApart ? batch.RowCount : 0];
        if (_columns.IsDateApart)
        {
            ReadTimes(batch, _columns.Date, _dates, firstRow, days);
        }

        for (int row = 0; row < times.Length; row++)
        {
            _minutes[firstRow + row] = new WallMinute(days.Length == 0 ? times[row] : (days[row] * WallMinute.PerDay) + times[row]);
        }
    }

    private void ReadTimes(ArrowBatch batch, int index, ParsedTexts parsed, int firstRow, Span<int> times)
    {
        ArrowColumn column = Column(batch, index);
        RefuseNull(column, index, firstRow);
        if (column.Type.IsText)
        {
            ReadTextTimes(column, index, parsed, firstRow, times);
            return;
        }

        if (ArrowIntegers.Are(column.Type))
        {
            ReadNumberTimes(column, index, firstRow, times);
            return;
        }

        bool isNarrow = column.Type.Kind is ArrowTypeKind.Date32 or ArrowTypeKind.Time32;
        int bytes = isNarrow ? sizeof(int) : sizeof(long);
        ReadOnlySpan<byte> stored = column.Elements(1, times.Length, bytes);
        for (int row = 0; row < times.Length; row++, stored = stored[bytes..])
        {
            long value = isNarrow ? BinaryPrimitives.ReadInt32LittleEndian(stored) : BinaryPrimitives.ReadInt64LittleEndian(stored);
            StampFault fault = ArrowTimes.Convert(column.Type, value, out times[row]);
            if (fault != StampFault.None)
            {
                StampFaults.Refuse(fault, LongBars.ArrowPlace(_path, firstRow + row), _columns.Name(index), ArrowTimes.Shown(column.Type, value));
            }
        }
    }

    private void ReadNumberTimes(ArrowColumn column, int index, int firstRow, Span<int> times)
    {
        long[] numbers = ArrowIntegers.Read(column);
        for (int row = 0; row < times.Length; row++)
        {
            StampFault fault = ToTime(numbers[row], index, out times[row]);
            if (fault != StampFault.None)
            {
                byte[] shown = Encoding.UTF8.GetBytes(numbers[row].ToString(CultureInfo.InvariantCulture));
                StampFaults.Refuse(fault, LongBars.ArrowPlace(_path, firstRow + row), _columns.Name(index), shown);
            }
        }
    }

    private StampFault ToTime(long number, int index, out int time)
    {
        if (index == _columns.Date)
        {
            return NumberStamps.ToDate(number, out time);
        }

        return _columns.IsDateApart ? NumberStamps.ToTimeOfDay(number, NumberStamps.DigitsOf(number), out time) : _parser.ToStamp(number, out time);
    }

    private void ReadTextTimes(ArrowColumn column, int index, ParsedTexts parsed, int firstRow, Span<int> times)
    {
        var texts = new ArrowTexts(column);
        for (int row = 0; row < times.Length; row++)
        {
            StampFault fault = parsed.Parse(texts[row], out times[row]);
            if (fault != StampFault.None)
            {
                StampFaults.Refuse(fault, LongBars.ArrowPlace(_path, firstRow + row), _columns.Name(index), texts[row]);
            }
        }
    }
}
