using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Expressions.Text;

/// <content>Calls of functions.</content>
internal sealed partial class DefinitionParser
{
    private Operand ParseCall(Token name)
    {
        TextFunction function = Function(name);
        Take();
        var given = new List<Operand>();
        var named = new Dictionary<string, Operand>(StringComparer.Ordinal);
        while (!Next.Is(")"))
        {
            if (given.Count + named.Count > 0)
            {
                Expect(",", ", or )", $"in {name.Text}(...)");
            }

            ParseArgument(name, function, given, named);
        }

        Take();
        CheckCount(name, function, given.Count);
        ImmutableArray<Operand> operands = [.. given.Take(function.Operands.Length)];
        for (int i = 0; i < operands.Length; i++)
        {
            CheckKind(name.Text, function.Operands[i], function.OperandNames[i], operands[i]);
        }

        Operand?[] attributes = Attributes(name, function, given, named);
        return Make(name, function, operands, attributes);
    }

    private TextFunction Function(Token name)
    {
        if (TextFunctions.ByWord.TryGetValue(name.Text, out TextFunction? function))
        {
            return function;
        }

        DefinitionPlace place = _definition.Place(name);
        if (OtherWords.InsteadOfWord(name.Text) is { } instead)
        {
            Throw.WordOfOthers(place, name.Text, instead);
        }

        if (_parts.ContainsKey(name.Text) || _names.TryFind(name.Text, out _))
        {
            Throw.CallOfAName(place, name.Text);
        }

        Throw.UnknownFunction(place, name.Text, TextFunctions.ByWord[NearestName.Of(name.Text, TextFunctions.Words)!].Signature);
        return null;
    }

    /// <summary>One operand, or one attribute by place or by name.</summary>
    private void ParseArgument(Token function, TextFunction called, List<Operand> given, Dictionary<string, Operand> named)
    {
        if (Next.Kind != TokenKind.Name || !Behind.Is("="))
        {
            if (named.Count > 0)
            {
                Throw.OperandBehindAttribute(_definition.Place(Next), called.Signature);
            }

            given.Add(ParseExpression());
            return;
        }

        Token attribute = Take();
        Take();
        if (!called.Attributes.Contains(attribute.Text))
        {
            Throw.UnknownAttribute(_definition.Place(attribute), function.Text, attribute.Text, called.Signature);
        }

        if (!named.TryAdd(attribute.Text, ParseExpression()))
        {
            Throw.AttributeTwice(_definition.Place(attribute), function.Text, attribute.Text);
        }
    }

    private void CheckCount(Token name, TextFunction function, int given)
    {
        int most = function.Operands.Length + function.Attributes.Length;
        if (given < function.Operands.Length || given > most)
        {
            Throw.OperandCount(_definition.Place(name), name.Text, function.Signature, given, OtherWords.InsteadOfCall(function.Name, given));
        }
    }

    /// <summary>The attributes in the order of the function; null where the default stands.</summary>
    private Operand?[] Attributes(Token name, TextFunction function, List<Operand> given, Dictionary<string, Operand> named)
    {
        var attributes = new Operand?[function.Attributes.Length];
        for (int i = 0; i < attributes.Length; i++)
        {
            string attribute = function.Attributes[i];
            int place = function.Operands.Length + i;
            bool isNamed = named.TryGetValue(attribute, out Operand byName);
            if (isNamed && place < given.Count)
            {
                Throw.AttributeTwice(_definition.Place(byName.Start), name.Text, attribute);
            }

            if (!isNamed && place >= given.Count && function.DefaultOf(i) is null)
            {
                Throw.MissingAttribute(_definition.Place(name), name.Text, attribute, function.Signature);
            }

            attributes[i] = isNamed ? byName : place < given.Count ? given[place] : null;
        }

        return attributes;
    }

    private Operand Make(Token name, TextFunction function, ImmutableArray<Operand> operands, Operand?[] attributes)
    {
        int?[] values = [.. attributes.Select((attribute, i) => attribute is { } written ? WholeNumber(name, function.Attributes[i], written) : function.DefaultOf(i))];
        if (values.Any(value => value is null))
        {
            return new Operand(null, name.Start, Last.End);
        }

        try
        {
            return Combined(operands, name.Start, Last.End, taken => function.Make(taken, [.. values.Select(value => value!.Value)]));
        }
        catch (FactorDefinitionException e)
        {
            Throw.AtPlace(_definition.Place(attributes.FirstOrDefault(attribute => attribute is not null)?.Start ?? name.Start), e.Message);
            throw;
        }
    }

    /// <summary>An attribute's value; null where it rests on a definition with an error.</summary>
    private int? WholeNumber(Token function, string attribute, Operand given)
    {
        if (given.Expression is null)
        {
            return null;
        }

        if (given.Expression.Operator != Operators.Constant || !int.TryParse(ExpressionPrinter.Number(given.Expression.Constant), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole))
        {
            Throw.NotAWholeNumber(_definition.Place(given.Start), function.Text, attribute, _definition.Quote(given.Start, given.End));
            return null;
        }

        return whole;
    }
}
