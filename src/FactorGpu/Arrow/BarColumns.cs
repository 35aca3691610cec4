using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Which columns of a file hold the code, the stamp and the fields. Names are exact; columns with other names are not used.</summary>
internal sealed class BarColumns
{
    private readonly string _path;
    private readonly IReadOnlyList<string> _names;
    private readonly Preset _preset;
    private readonly PresetColumns _wanted;
    private readonly ImmutableArray<int> _fields;

    /// <summary>Finds the columns of a file; what is missing is told by <see cref="Missing"/>.</summary>
    /// <param name="path">The path as the caller gave it.</param>
    /// <param name="names">Column names in file order.</param>
    /// <param name="preset">The preset by whose rules columns are needed.</param>
    /// <param name="wanted">The names to look for: those of the preset, or more.</param>
    internal BarColumns(string path, IReadOnlyList<string> names, Preset preset, PresetColumns wanted)
    {
        _path = path;
        _names = names;
        _preset = preset;
        _wanted = wanted;
        Code = Find(PresetColumns.Code);
        Exchange = Find(PresetColumns.Exchange);
        Stamp = Find(PresetColumns.DateTime);
        int date = Find(PresetColumns.Date);
        if (date >= 0 && (Stamp < 0 || wanted[PresetColumns.Time].Contains(names[Stamp])))
        {
            Date = date;
            Stamp = Find(PresetColumns.Time);
        }

        _fields = [.. BarFields.All.Select(field => Find(BarFields.Name(field)))];
        Presets = [preset];
    }

    /// <summary>Column of the stock code, or -1.</summary>
    internal int Code { get; }

    /// <summary>Column of the exchange, or -1.</summary>
    internal int Exchange { get; }

    /// <summary>Column of the full stamp, or of the time of day where <see cref="IsDateApart"/>, or -1.</summary>
    internal int Stamp { get; }

    /// <summary>Column of the date, or -1 when the stamp has it.</summary>
    internal int Date { get; } = -1;

    /// <summary>True when the stamp stands in two columns, date and time.</summary>
    internal bool IsDateApart => Date >= 0;

    /// <summary>The presets by whose names these columns are found, in the order in which they are tried.</summary>
    internal ImmutableArray<Preset> Presets { get; init; }

    /// <summary>The keys of needed columns that the file lacks.</summary>
    internal ImmutableArray<string> Missing =>
    [
        .. Code < 0 ? [PresetColumns.Code] : ImmutableArray<string>.Empty,
        .. Stamp < 0 ? [PresetColumns.DateTime] : ImmutableArray<string>.Empty,
        .. BarFields.Required.Where(needed => Of(needed) < 0 && !(needed == BarField.Amount && IsAmountFromVwap)).Select(BarFields.Name),
    ];

    /// <summary>The columns that are used, each once, in file order.</summary>
    internal ImmutableArray<int> Used => [.. _fields.Concat([Code, Exchange, Stamp, Date]).Where(column => column >= 0).Distinct().Order()];

    /// <summary>True when there is no amount and the preset says that it is vwap x volume.</summary>
    internal bool IsAmountFromVwap => _preset.AmountFromVwap && Of(BarField.Amount) < 0 && Of(BarField.Vwap) >= 0;

    internal string Name(int column) => _names[column];

    /// <summary>Column of a field, or -1.</summary>
    internal int Of(BarField field) => _fields[(int)field];

    /// <summary>What a column is used for, by its key; null when it is not used.</summary>
    internal string? KeyOf(int column) => column switch
    {
        _ when column == Code => PresetColumns.Code,
        _ when column == Exchange => PresetColumns.Exchange,
        _ when column == Stamp => IsDateApart ? PresetColumns.Time : PresetColumns.DateTime,
        _ when column == Date => PresetColumns.Date,
        _ => _fields.IndexOf(column) is >= 0 and int f ? BarFields.Name((BarField)f) : null,
    };

    /// <summary>Refuses a file that lacks a needed column, or has a used one twice.</summary>
    /// <exception cref="BarFormatException">It does.</exception>
    internal void Check()
    {
        foreach (string key in Missing)
        {
            ThrowMissing(key);
        }

        foreach (int column in Used)
        {
            int second = Enumerable.Range(column + 1, _names.Count - column - 1).FirstOrDefault(c => _names[c] == _names[column], -1);
            if (second >= 0)
            {
                Throw.ColumnTwice(_path, _names[column], column + 1, second + 1);
            }
        }
    }

    /// <summary>One array per field that the file has, null for the others [F].</summary>
    internal double[]?[] NewValues(int capacity) => [.. _fields.Select(column => column < 0 ? null : new double[capacity])];

    private void ThrowMissing(string key)
    {
        if (key == PresetColumns.DateTime)
        {
            Throw.StampColumnMissing(_path, _preset.Name, IsDateApart, IsDateApart ? _wanted[PresetColumns.Time] : _wanted[key], _names);
        }

        Throw.ColumnMissing(_path, _preset.Name, _wanted[key].IsEmpty ? [key] : _wanted[key], _names);
    }

    private int Find(string key)
    {
        foreach (string name in _wanted[key])
        {
            for (int c = 0; c < _names.Count; c++)
            {
                if (string.Equals(_names[c], name, StringComparison.Ordinal))
                {
                    return c;
                }
            }
        }

        return -1;
    }
}
