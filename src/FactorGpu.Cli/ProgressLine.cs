using System;
using System.Globalization;
using System.IO;
using System.Threading;
using FactorGpu.Bars;

namespace FactorGpu.Cli;

/// <summary>One line on a terminal that says how far the work is: redrawn at each per cent, cleared at the end.</summary>
internal sealed class ProgressLine : IProgress<StockDayProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly TextWriter? _terminal;
    private readonly string _work;
    private long _percent = -1;
    private int _width;
    private bool _isOver;

    /// <param name="terminal">Where to draw; null draws nothing.</param>
    /// <param name="work">What is being done, such as <c>computing</c>.</param>
    internal ProgressLine(TextWriter? terminal, string work)
    {
        _terminal = terminal;
        _work = work;
    }

    public void Report(StockDayProgress value)
    {
        long percent = value.Total == 0 ? 100 : value.Done * 100 / value.Total;
        lock (_gate)
        {
            if (_terminal is null || _isOver || percent == _percent)
            {
                return;
            }

            _percent = percent;
            Draw(string.Create(CultureInfo.InvariantCulture, $"{_work}: {percent} % of {value.Total} stock-days"));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_width > 0 && !_isOver)
            {
                Draw("");
                _terminal!.Write('\r');
                _terminal.Flush();
            }

            _isOver = true;
        }
    }

    private void Draw(string text)
    {
        _terminal!.Write('\r' + text.PadRight(_width));
        _terminal.Flush();
        _width = Math.Max(_width, text.Length);
    }
}
