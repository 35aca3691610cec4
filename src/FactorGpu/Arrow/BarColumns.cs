using System.Collections.Generic;
using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Which columns of a file hold the code, the stamp and the fields. Names are exact; columns with other names are not used.</summary>
internal sealed class BarColumns
{
    private const string CodeName = "code";
    private const string DateTimeName = "datetime";
    private const string DateName = "date";
    private const string TimeName = "time";

    private readonly ColumnNames _names;
    private readonly int[] _fields;

    /// <summary>Finds the columns of a file.</summary>
    /// <param name="path">The path as the caller gave it.</param>
    /// <param name="names">Column names in file order.</param>
    /// <exception cref="BarFormatException">A needed column is missing, or a used one stands twice.</exception>
    internal BarColumns(string path, IReadOnlyList<string> names)
    {
        _names = new ColumnNames(path, names);
        Code = _names.Needed(CodeName);
        int dateTime = _names.Find(DateTimeName);
        int date = _names.Find(DateName);
        Stamp = dateTime >= 0 ? dateTime : _names.Find(TimeName);
        Date = dateTime >= 0 ? -1 : date;
        if (Stamp < 0)
        {
            Throw.StampColumnMissing(path, hasDate: date >= 0, names);
        }

        _fields = new int[BarFields.Count];
        foreach (BarField field in BarFields.All)
        {
            _fields[(int)field] = BarFields.Required.Contains(field) ? _names.Needed(BarFields.Name(field)) : _names.Find(BarFields.Name(field));
        }
    }

    /// <summary>Column of the stock code.</summary>
    internal int Code { get; }

    /// <summary>Column of the full stamp, or of the time of day where <see cref="IsDateApart"/>.</summary>
    internal int Stamp { get; }

    /// <summary>Column of the date, or -1 when the stamp has it.</summary>
    internal int Date { get; }

    /// <summary>True when the stamp stands in two columns, date and time.</summary>
    internal bool IsDateApart => Date >= 0;

    internal string Name(int column) => _names[column];

    /// <summary>Column of a field, or -1.</summary>
    internal int Of(BarField field) => _fields[(int)field];

    /// <summary>One array per field that the file has, null for the others [F].</summary>
    internal ImmutableArray<double[]?> NewValues(int capacity)
    {
        var values = ImmutableArray.CreateBuilder<double[]?>(BarFields.Count);
        foreach (int column in _fields)
        {
            values.Add(column < 0 ? null : new double[capacity]);
        }

        return values.MoveToImmutable();
    }
}
