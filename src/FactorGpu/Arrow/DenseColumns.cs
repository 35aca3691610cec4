using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Which columns of a file in the dense layout hold the code, the date and the fields, with their types checked.</summary>
internal sealed class DenseColumns
{
    private const string CodeName = "code";
    private const string DateName = "date";

    /// <summary>The key of the schema of a file of single precision: the name of the column that holds each stock's tick.</summary>
    internal const string TickKey = "factorgpu.tick";

    private readonly string _path;
    private readonly ImmutableArray<ArrowField?> _fields;

    /// <summary>Finds the columns of a file.</summary>
    /// <exception cref="BarFormatException">A needed column is missing, or a used one stands twice or is of a type that is not read.</exception>
    internal DenseColumns(IArrowTable file)
    {
        _path = file.Path;
        var names = new ColumnNames(_path, [.. file.Fields.Select(field => field.Name)]);
        Code = file.Fields[names.Needed(CodeName)];
        Date = file.Fields[names.Needed(DateName)];
        Check(Code, Code.Type.IsText, "text (Utf8, LargeUtf8 or Utf8View)");
        Check(Date, Date.Type.IsDate || Date.Type.IsText, "a date (Date32, Date64 or text)");
        Tick = file.Metadata.TryGetValue(TickKey, out string? tick) ? TickColumn(file, names, tick) : null;
        var fields = ImmutableArray.CreateBuilder<ArrowField?>(BarFields.Count);
        foreach (BarField field in BarFields.All)
        {
            string name = BarFields.Name(field);
            int column = BarFields.Required.Contains(field) ? names.Needed(name) : names.Find(name);
            fields.Add(column < 0 ? null : file.Fields[column]);
            CheckField(field, fields[^1]);
        }

        _fields = fields.MoveToImmutable();
    }

    internal ArrowField Code { get; }

    internal ArrowField Date { get; }

    /// <summary>The column of ticks, CNY; the prices of orders are counts of them, in lists and plain columns alike. Null for a file with prices in CNY.</summary>
    internal ArrowField? Tick { get; }

    /// <summary>Column of a field; null when the file lacks it.</summary>
    internal ArrowField? Of(BarField field) => _fields[(int)field];

    /// <summary>True for a file with a field whose values of a day stand in one list per stock.</summary>
    internal static bool AreIn(IArrowTable file)
        => file.Fields.Any(field => field.Type.Kind == ArrowTypeKind.FixedSizeList && BarFields.TryParse(field.Name, out _));

    private ArrowField TickColumn(IArrowTable file, ColumnNames names, string name)
    {
        int column = names.Find(name);
        if (column < 0)
        {
            Throw.DenseTickMissing(_path, TickKey, name, file.Fields.Select(field => field.Name));
        }

        Check(file.Fields[column], file.Fields[column].Type.IsNumber && file.Fields[column].Encoding is null, "a number, CNY a tick");
        return file.Fields[column];
    }

    private void CheckField(BarField field, ArrowField? column)
    {
        if (column is null)
        {
            return;
        }

        bool isPlain = BarFields.IsDayValue(field) && column.Type.IsNumber;
        bool isList = column.Type.Kind == ArrowTypeKind.FixedSizeList && column.Encoding is null;
        Check(
            column,
            isPlain || isList,
            BarFields.IsDayValue(field) ? "a number, or a list of 242 float64 or float32 values" : "a list of 242 float64 or float32 values, because the file is in the dense layout");
        if (isPlain)
        {
            return;
        }

        if (column.Type.ListSize != BarAxis.SlotCount)
        {
            Throw.DenseListSize(_path, column.Name, column.Type.ListSize, BarAxis.SlotCount);
        }

        if (column.Children is not [{ Encoding: null, Type.Kind: ArrowTypeKind.Float64 or ArrowTypeKind.Float32 }])
        {
            string children = string.Join(" and ", column.Children.Select(child => child.TypeName));
            Throw.ArrowColumnType(_path, column.Name, $"FixedSizeList of {(children.Length == 0 ? "nothing" : children)}", "a list of 242 float64 or float32 values");
        }
    }

    private void Check(ArrowField column, bool isRead, string needed)
    {
        if (!isRead)
        {
            Throw.ArrowColumnType(_path, column.Name, column.TypeName, needed);
        }
    }
}
