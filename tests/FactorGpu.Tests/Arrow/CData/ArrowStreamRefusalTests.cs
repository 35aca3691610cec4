using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Arrow.CData.Native;
using FactorGpu.Errors;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow.CData;

/// <summary>Structs that contradict themselves or their schema are refused by name, before what they say is used.</summary>
public sealed unsafe class ArrowStreamRefusalTests
{
    private const int Close = 5;

    public static TheoryData<string> Arrays { get; } = [.. ArrayFaults().Keys];

    public static TheoryData<string> Schemas { get; } = [.. SchemaFaults().Keys];

    public static TheoryData<string> Columns { get; } = [.. ColumnFaults().Keys];

    [Theory, MemberData(nameof(Arrays))]
    public void Array_ThatContradictsItself_IsRefused(string says)
    {
        using var source = new StreamDouble(CDataColumn.Of(IpcBars.Of(3))) { EditArray = ArrayFaults()[says] };

        AssertRefused(source, says);
    }

    [Theory, MemberData(nameof(Schemas))]
    public void Schema_ThatIsBroken_IsRefused(string says)
    {
        using var source = new StreamDouble(CDataColumn.Of(IpcBars.Of(3))) { EditSchema = SchemaFaults()[says] };

        AssertRefused(source, says);
    }

    [Theory, MemberData(nameof(Columns))]
    public void Column_WithoutWhatItsTypeNeeds_IsRefused(string says)
    {
        CDataColumn column = ColumnFaults()[says];
        using var source = new StreamDouble([.. CDataColumn.Of(IpcBars.Of(3)).Where(own => own.Name != column.Name), column]);

        AssertRefused(source, says);
    }

    [Fact]
    public void Lists_WhoseElementsAreTooFew_AreRefused()
    {
        CDataColumn[] day = [.. StreamDays.Dense("a", "b").Select(column => column.Children is [{ } values] ? column with { Children = [values with { Length = 483 }] } : column)];
        using var source = new StreamDouble(day);

        AssertRefused(source, "in column item of its record batch 0 are 483 values where 0 + 484 are needed");
    }

    [Fact]
    public void Lists_WhoseOffsetLeavesTheNumbers_AreRefused()
    {
        CDataColumn[] day = [.. StreamDays.Dense("a").Select(column => column.Children is [_] ? column with { Offset = long.MaxValue / 200 } : column)];
        using var source = new StreamDouble(day);

        AssertRefused(source, "in column open of its record batch 0 is an offset of 46116860184273879, for lists of 242");
    }

    private static Dictionary<string, StreamDouble.ArrayEdit> ArrayFaults() => new()
    {
        ["the batch itself in its record batch 0 is said to have 3 values from -1 on, 0 of them null"] = array => array->Offset = -1,
        ["the batch itself in its record batch 0 is said to have 8 columns below it, has no list of them, and the schema has 8"] = array => array->Children = null,
        ["the batch itself in its record batch 0 is said to have 9 columns below it, and the schema has 8"] = array => array->ChildCount = 9,
        ["the batch itself in its record batch 0 is said to have -1 columns below it, and the schema has 8"] = array => array->ChildCount = -1,
        ["the batch itself in its record batch 0 is said to have 1 buffers, and has no list of them"] = array => array->Buffers = null,
        ["in its record batch 0 are 0 buffers, where Struct has 1"] = array => array->BufferCount = 0,
        ["in its record batch 0 are 2 nulls, and no validity bitmap"] = array => array->NullCount = 2,
        ["in column code of its record batch 0 are 3 values where 0 + 4 are needed"] = array => array->Length = 4,
        ["in column code of its record batch 0 are 3 values where 1 + 3 are needed"] = array => array->Offset = 1,
        ["in column close of its record batch 0 is an array that is null"] = array => array->Children[Close] = null,
        ["in column close of its record batch 0 is an array that is released"] = array => array->Children[Close]->Release = null,
        ["column close in its record batch 0 is said to have -3 values from 0 on, 0 of them null"] = array => array->Children[Close]->Length = -3,
        ["column close in its record batch 0 is said to have 3 values from 9223372036854775807 on, 0 of them null"] = array => array->Children[Close]->Offset = long.MaxValue,
        ["column close in its record batch 0 is said to have 3 values from 0 on, 4 of them null"] = array => array->Children[Close]->NullCount = 4,
        ["column close in its record batch 0 is said to have 3 values from 0 on, -2 of them null"] = array => array->Children[Close]->NullCount = -2,
        ["column close in its record batch 0 is said to have -1 buffers"] = array => array->Children[Close]->BufferCount = -1,
        ["column close in its record batch 0 is said to have 2 buffers, and has no list of them"] = array => array->Children[Close]->Buffers = null,
        ["column close in its record batch 0 is said to have 1 columns below it"] = array => array->Children[Close]->ChildCount = 1,
        ["in column close of its record batch 0 are 3 buffers, where Float64 has 2"] = array => array->Children[Close]->BufferCount = 3,
        ["in column close of its record batch 0 is no buffer 1, and 24 bytes of it are needed"] = array => array->Children[Close]->Buffers[1] = null,
        ["in column close of its record batch 0 are 1 nulls, and no validity bitmap"] = array => array->Children[Close]->NullCount = 1,
        ["in column close of its record batch 0 is an offset of 9223372036854775804"] = array => array->Children[Close]->Offset = long.MaxValue - 3,
        ["in column close of its record batch 0 is a dictionary, of which the schema says nothing"] = array => array->Children[Close]->Dictionary = array->Children[0],
        ["in column code of its record batch 0 is no buffer 1, and 16 bytes of it are needed"] = array => array->Children[0]->Buffers[1] = null,
        ["in column code of its record batch 0 is no buffer 2, and 3 bytes of it are needed"] = array => array->Children[0]->Buffers[2] = null,
        ["in column code of its record batch 0 is a text that ends at byte -7"] = array => ((int*)array->Children[0]->Buffers[1])[3] = -7,
        ["in column code of its record batch 0 a text is said to lie at bytes 0..5 of 3"] = array => ((int*)array->Children[0]->Buffers[1])[1] = 5,
    };

    private static Dictionary<string, StreamDouble.SchemaEdit> SchemaFaults() => new()
    {
        ["Arrow stream has arrays of the format l; a stream of record batches (format +s) is read"] = schema => Rename(schema, "l"),
        ["its schema has no format"] = schema => schema->Format = null,
        ["column close has no format"] = schema => schema->Children[Close]->Format = null,
        ["a column of its schema is null"] = schema => schema->Children[Close] = null,
        ["a column of its schema is released"] = schema => schema->Children[Close]->Release = null,
        ["its schema has -1 columns at depth 0, after 0 others"] = schema => schema->ChildCount = -1,
        ["its schema has 8 columns at depth 0, and no list of them"] = schema => schema->Children = null,
        ["its schema nests columns without end. Correct"] = Cyclic,
        ["its schema nests columns without end."] = schema => schema->Children[Close]->Dictionary = schema->Children[Close],
        ["Arrow stream has a column close of Float64 positions in a dictionary of Utf8;"] = schema => schema->Children[Close]->Dictionary = schema->Children[0],
        ["in column volume of its record batch 0 is no dictionary, which the schema promises"] = schema =>
        {
            schema->Children[6]->Format[0] = (byte)'l';
            schema->Children[6]->Dictionary = schema->Children[0];
        },
    };

    private static Dictionary<string, CDataColumn> ColumnFaults() => new()
    {
        ["in column code of its record batch 0 are 2 buffers, where Utf8View has 3 or more"] = View(null, new byte[48]),
        ["in column code of its record batch 0 are 1 buffers of texts without their lengths"] = View(null, new byte[48], [1], null),
        ["in column code of its record batch 0 is a buffer of -1 bytes"] = View(null, new byte[48], [1], IpcColumn.Bytes([-1L])),
        ["in column code of its record batch 0 a text of 20 bytes is said to lie in data buffer 1 of 1"] = View(null, [20, .. new byte[7], 1, .. new byte[39]], [1], IpcColumn.Bytes([1L])),
        ["in column code of its record batch 0 row 2 refers to value 9 of a dictionary of 2"] = Encoded(9, CDataColumn.Of("u", IpcColumn.Text("code", "a", "b"))),
        ["in column code of its dictionary of column code of its record batch 0 is no buffer 1, and 12 bytes of it are needed"]
            = Encoded(1, CDataColumn.Of("u", IpcColumn.Text("code", "a", "b")) with { Buffers = [null, null, null] }),
        ["column code in its dictionary of column code of its record batch 0 is said to have 2 values from -1 on, 0 of them null"]
            = Encoded(1, CDataColumn.Of("u", IpcColumn.Text("code", "a", "b")) with { Offset = -1 }),
        ["Arrow stream has a column code of Int8 positions in a dictionary of Dictionary of Utf8;"] = Encoded(1, Encoded(1, CDataColumn.Of("u", IpcColumn.Text("code", "a", "b")))),
        ["Arrow stream has a buffer of 2147483648 bytes in column code of its record batch 0; 2 GiB are read at most."]
            = new CDataColumn { Name = "code", Format = "U", Length = 3, Buffers = [null, IpcColumn.Bytes([0L, 1, 2, 1L << 31]), [1]] },
    };

    private static CDataColumn View(params byte[]?[] buffers) => new() { Name = "code", Format = "vu", Length = 3, Buffers = buffers };

    private static CDataColumn Encoded(sbyte last, CDataColumn values) => CDataColumn.Of("c", IpcColumn.Integers<sbyte>("code", true, 0, 1, last)) with { Dictionary = values };

    /// <summary>Shortens the format of a schema to one letter.</summary>
    private static void Rename(CArrowSchema* schema, string format)
    {
        schema->Format[1] = 0;
        schema->Format[0] = (byte)format[0];
    }

    /// <summary>A struct that has itself as its only child.</summary>
    private static void Cyclic(CArrowSchema* schema)
    {
        CArrowSchema* child = schema->Children[0];
        child->Format[0] = (byte)'n';
        child->ChildCount = 1;
        child->Children = schema->Children;
    }

    private static void AssertRefused(StreamDouble source, string says)
    {
        string message = Assert.Throws<BarFormatException>(() => MinuteBars.ReadArrowStream(source.Address)).Message;

        Assert.StartsWith(says.StartsWith("Arrow stream", StringComparison.Ordinal) ? says : $"Arrow stream is broken: {says}", message, StringComparison.Ordinal);
        Assert.Equal((1, 1, source.ArraysGiven, 0), (source.StreamsReleased, source.SchemasReleased, source.ArraysReleased, source.ChildrenReleased));
    }
}
