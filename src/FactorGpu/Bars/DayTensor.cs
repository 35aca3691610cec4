using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using FactorGpu.Errors;

namespace FactorGpu.Bars;

/// <summary>The minute bars of all stocks on one trading day: a tensor [F, S, T] of float64, slot contiguous, missing = NaN, with its validity bitmaps.</summary>
/// <remarks>
/// A day may also be held in float32, with prices as counts of ticks, as a file of single precision has it. Each form is made of the other when it is first needed, field by field, then kept.
/// Element (f, s, t) of a whole tensor lies at (f * S + s) * T + t. What is given is taken as it is: nothing is filled, dropped or corrected
/// (catalogue 1.2, canonical data). Which bars of a stock are valid (catalogue 1.3.1) is decided when it is first asked, then kept; the memory given must not
/// change afterwards. The fields of a day of a file in the dense layout stay in the file: engines read them block by block, and one that is asked for as a
/// span is read whole, and kept. A tensor may be read by several threads at once.
/// </remarks>
public sealed class DayTensor
{
    private readonly ImmutableArray<ReadOnlyMemory<double>> _fields;
    private readonly double[]?[] _widened = new double[]?[BarFields.Count];
    private readonly Lock _gate = new();
    private SingleBars? _single;
    private BarValidity? _validity;
    private DayValues? _dayValues;

    /// <summary>Makes a tensor over the caller's memory, without a copy.</summary>
    /// <param name="date">Trading day.</param>
    /// <param name="stocks">Stock codes [S].</param>
    /// <param name="values">Values [F, S, T], float64, F = 11 in the order of <see cref="BarField"/>, T = 242, missing = NaN.</param>
    /// <param name="auctions">Which call auctions have bars of their own.</param>
    /// <exception cref="BarFormatException">The length of <paramref name="values"/> is not F x S x T.</exception>
    public DayTensor(DateOnly date, StockList stocks, ReadOnlyMemory<double> values, AuctionBars auctions)
        : this(date, stocks, Split(stocks, values), auctions)
    {
    }

    /// <summary>Makes a tensor whose fields lie apart, each [S, T]: columns that stay in their file, or fields that share one array of NaN.</summary>
    internal DayTensor(DateOnly date, StockList stocks, ImmutableArray<ReadOnlyMemory<double>> fields, AuctionBars auctions)
    {
        Date = date;
        Stocks = stocks;
        Auctions = auctions;
        Shape = new TensorShape(BarFields.Count, stocks.Count, BarAxis.SlotCount);
        Debug.Assert(fields.Length == BarFields.Count, "one memory per field");
        foreach (ReadOnlyMemory<double> field in fields)
        {
            Debug.Assert(field.Length == Shape.FieldLength, "a field is [S, T]");
        }

        _fields = fields;
    }

    /// <summary>Makes a tensor of bars in single precision.</summary>
    internal DayTensor(DateOnly date, StockList stocks, SingleBars bars, AuctionBars auctions)
    {
        Date = date;
        Stocks = stocks;
        Auctions = auctions;
        Shape = new TensorShape(BarFields.Count, stocks.Count, BarAxis.SlotCount);
        _single = bars;
    }

    /// <summary>Trading day.</summary>
    public DateOnly Date { get; }

    /// <summary>Stock codes [S].</summary>
    public StockList Stocks { get; }

    /// <summary>Extents [F, S, T].</summary>
    public TensorShape Shape { get; }

    /// <summary>Which call auctions have bars of their own in the source.</summary>
    public AuctionBars Auctions { get; }

    /// <summary>True when the source delivers the opening call auction as the bar of slot 0.</summary>
    public bool HasOpenAuction => (Auctions & AuctionBars.Open) != 0;

    /// <summary>True when the source delivers the closing call auction as the bar of slot 241.</summary>
    public bool HasCloseAuction => (Auctions & AuctionBars.Close) != 0;

    /// <summary>Tick of each stock [S] in programs of single precision, CNY: 0.01 or 0.001, detected from all prices of the day, or what a file of single precision says; 1 where the prices lie on no tick, so that they are float32 in CNY.</summary>
    /// <remarks>A return of one tick is then right to four digits only; on a tick it has the full accuracy of float32. Cost: the prices are read once, when the ticks are first asked for.</remarks>
    public ReadOnlySpan<double> Ticks => Single.Ticks;

    /// <summary>The day in float32. Several threads that ask first wait for the one that makes it.</summary>
    internal SingleBars Single
    {
        get
        {
            if (Volatile.Read(ref _single) is { } known)
            {
                return known;
            }

            lock (_gate)
            {
                return _single ??= SingleBars.Of(this);
            }
        }
    }

    /// <summary>True when the bars came in float32.</summary>
    internal bool IsSingle => _fields.IsDefault;

    private BarValidity Validity => Volatile.Read(ref _validity) ?? Kept(ref _validity, new BarValidity(this));

    private DayValues DayValues => Volatile.Read(ref _dayValues) ?? Kept(ref _dayValues, new DayValues(this));

    /// <summary>One field of all stocks, [S, T].</summary>
    public ReadOnlySpan<double> Field(BarField field) => FieldMemory(field).Span;

    /// <summary>One field of all stocks, [S, T], as memory.</summary>
    internal ReadOnlyMemory<double> FieldMemory(BarField field) => IsSingle ? Widened(field) : _fields[(int)field];

    /// <summary>One field of one stock, [T].</summary>
    /// <param name="field">The field.</param>
    /// <param name="s">Position of the stock, 0..S-1.</param>
    public ReadOnlySpan<double> Row(BarField field, int s) => Field(field).Slice(s * BarAxis.SlotCount, BarAxis.SlotCount);

    /// <summary>One value. Of a day in float32 it alone is widened, where <see cref="Row"/> widens the field.</summary>
    internal double Cell(BarField field, int s, int t) => IsSingle ? Single.Cell(field, s, t) : Row(field, s)[t];

    /// <summary>pre_close, limit_up or limit_down of a stock-day: the first finite positive value along the slots, NaN when there is none (catalogue 1.1).</summary>
    /// <param name="field">A field for which <see cref="BarFields.IsDayValue"/> holds.</param>
    /// <param name="s">Position of the stock, 0..S-1.</param>
    /// <returns>CNY.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="field"/> has a value per minute.</exception>
    public double DayValue(BarField field, int s)
    {
        if (!BarFields.IsDayValue(field))
        {
            throw new ArgumentOutOfRangeException(nameof(field), field, "The field has a value per minute; read it with Row.");
        }

        return DayValues.Of(field, s);
    }

    /// <summary>The same day with <paramref name="count"/> of its stocks from position <paramref name="first"/> on, over the same memory; fields that stay in a file are read.</summary>
    internal DayTensor OfStocks(int first, int count) => OfStocks(first, count, new StockBuffers(count));

    /// <summary>As above; what is read lies in the buffers, so that the part is good until they are used again.</summary>
    internal DayTensor OfStocks(int first, int count, StockBuffers buffers)
    {
        StockList stocks = Stocks.Slice(first, count);
        if (IsSingle)
        {
            return new DayTensor(Date, stocks, Single.OfStocks(first, count, buffers), Auctions);
        }

        ImmutableArray<ReadOnlyMemory<double>> rows =
            [.. BarFields.All.Select(field => buffers.Load(field, _fields[(int)field].Slice(first * BarAxis.SlotCount, count * BarAxis.SlotCount)))];
        return new DayTensor(Date, stocks, rows, Auctions);
    }

    /// <summary>The same day over the same memory, with fields that stay in a file read: whoever needs all of a day once lets go of them with it.</summary>
    internal DayTensor InMemory() => OfStocks(0, Shape.S);

    /// <summary>Keeps the valid bars and the day's values of some stocks, so that a file need not be read again for them. Several threads may tell different stocks.</summary>
    /// <param name="first">Position of the first of them.</param>
    /// <param name="part">The same stocks as a day of their own.</param>
    internal void Learn(int first, DayTensor part)
    {
        Validity.Learn(first, part.Validity);
        DayValues.Learn(first, part.DayValues);
    }

    /// <summary>The valid bars of a stock-day (catalogue 1.3.1) that also have what <paramref name="requirements"/> names.</summary>
    internal SlotMask ValidBars(int s, BarRequirements requirements) => Validity.Bars(s, requirements);

    /// <summary>True for a stock-day with a valid bar that has volume: what E0 asks (catalogue 1.7).</summary>
    internal bool HasVolume(int s) => Validity.HasVolume(s);

    private double[] Widened(BarField field)
    {
        ref double[]? widened = ref _widened[(int)field];
        if (Volatile.Read(ref widened) is { } known)
        {
            return known;
        }

        lock (_gate)
        {
            return widened ??= Single.Widen(field);
        }
    }

    /// <summary>What the first of several threads made.</summary>
    private static TPart Kept<TPart>(ref TPart? part, TPart made)
        where TPart : class
        => Interlocked.CompareExchange(ref part, made, null) ?? made;

    private static ImmutableArray<ReadOnlyMemory<double>> Split(StockList stocks, ReadOnlyMemory<double> values)
    {
        var shape = new TensorShape(BarFields.Count, stocks.Count, BarAxis.SlotCount);
        if (values.Length != shape.Length)
        {
            Throw.TensorLength(values.Length, shape.F, shape.S, shape.T);
        }

        var fields = ImmutableArray.CreateBuilder<ReadOnlyMemory<double>>(shape.F);
        for (int f = 0; f < shape.F; f++)
        {
            fields.Add(values.Slice(f * shape.FieldLength, shape.FieldLength));
        }

        return fields.MoveToImmutable();
    }
}
