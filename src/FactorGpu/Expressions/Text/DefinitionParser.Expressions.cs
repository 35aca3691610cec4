using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using FactorGpu.Errors;

namespace FactorGpu.Expressions.Text;

/// <content>Infix operators, numbers, names.</content>
internal sealed partial class DefinitionParser
{
    private static readonly FrozenDictionary<string, OperatorDescriptor> s_infix = Operators.All
        .Where(op => op.Symbol is not null && op.Operands.Length == 2).ToFrozenDictionary(op => op.Symbol!, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, OperatorDescriptor> s_prefix = Operators.All
        .Where(op => op.Symbol is not null && op.Operands.Length == 1).ToFrozenDictionary(op => op.Symbol!, StringComparer.Ordinal);

    /// <summary>Operators whose names may stand where their symbols do.</summary>
    private static readonly FrozenDictionary<string, OperatorDescriptor> s_words = new[] { Operators.And, Operators.Or, Operators.Not }
        .ToFrozenDictionary(op => op.Name, StringComparer.Ordinal);

    /// <summary>Words that are no names.</summary>
    internal static FrozenSet<string> Keywords => [.. s_words.Keys];

    private Operand ParseExpression() => ParseInfix(atLeast: 0);

    private Operand ParseInfix(int atLeast)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Throw.TextTooDeep(_definition.Place(Next));
        }

        Operand left = ParsePrefix();
        while (Infix(Next) is { } op && op.Precedence >= atLeast)
        {
            Token symbol = Take();
            Operand right = ParseInfix(op.Precedence + 1);
            left = Apply(op, symbol, left, right);
        }

        return left;
    }

    private static OperatorDescriptor? Infix(Token token) => token.Kind switch
    {
        TokenKind.Symbol => s_infix.GetValueOrDefault(token.Text),
        TokenKind.Name => s_words.GetValueOrDefault(token.Text) is { Operands.Length: 2 } op ? op : null,
        _ => null,
    };

    /// <summary>A sign or a not, then what it stands before. A sign before a number belongs to it. The word not reaches over a comparison.</summary>
    private Operand ParsePrefix()
    {
        Token first = Next;
        if (first.Is(Operators.Negate.Symbol!) && NumberOf(Behind) is { } number)
        {
            Take();
            Take();
            return new Operand(Expression.OfConstant(-number), first.Start, Last.End);
        }

        if (first.Kind == TokenKind.Symbol && s_prefix.TryGetValue(first.Text, out OperatorDescriptor? op))
        {
            Take();
            return Apply(op, first, ParseInfix(op.Precedence));
        }

        if (first.Kind == TokenKind.Name && first.Text == Operators.Not.Name)
        {
            Take();
            return Apply(Operators.Not, first, ParseInfix(Operators.And.Precedence + 1));
        }

        return ParsePrimary();
    }

    private Operand ParsePrimary()
    {
        Token first = Take();
        if (NumberOf(first) is { } number)
        {
            return new Operand(Expression.OfConstant(number), first.Start, first.End);
        }

        if (first.Is("("))
        {
            Operand inside = ParseExpression();
            Expect(")", ")", $"for the ( of {_definition.Place(first).Where}");
            return inside with { Start = first.Start, End = Last.End };
        }

        if (first.Kind != TokenKind.Name || Infix(first) is not null)
        {
            Throw.NoExpression(_definition.Place(first), Found(first), Instead(first));
        }

        return Next.Is("(") ? ParseCall(first) : ParseName(first);
    }

    /// <summary>The number that a token is; null for other tokens.</summary>
    private double? NumberOf(Token token)
    {
        if (token.Kind == TokenKind.Name)
        {
            return Words.All.GetValueOrDefault(token.Text) is { } word && word.Operator == Operators.Constant ? word.Constant : null;
        }

        if (token.Kind != TokenKind.Number)
        {
            return null;
        }

        double number = double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(number))
        {
            Throw.NumberTooLarge(_definition.Place(token), token.Text);
        }

        return number;
    }

    private Operand ParseName(Token name)
    {
        if (_parts.TryGetValue(name.Text, out Operand part))
        {
            _unused.Remove(name.Text);
            return part with { Start = name.Start, End = name.End };
        }

        if (!_names.TryFind(name.Text, out Expression? value))
        {
            RefuseName(name);
        }

        return new Operand(value, name.Start, name.End);
    }

    [DoesNotReturn]
    private void RefuseName(Token name)
    {
        DefinitionPlace place = _definition.Place(name);
        if (TextFunctions.ByWord.TryGetValue(name.Text, out TextFunction? function))
        {
            if (Next.Kind == TokenKind.Unknown)
            {
                Throw.NotTheEnd(_definition.Place(Next), Found(Next), Instead(Next));
            }

            Throw.FunctionWithoutOperands(place, name.Text, function.Signature);
        }

        if (OtherWords.InsteadOfWord(name.Text) is { } instead)
        {
            Throw.WordOfOthers(place, name.Text, instead);
        }

        Throw.UnknownName(place, name.Text, NearestName.Of(name.Text, [.. _parts.Keys, .. _names.All])!);
    }

    private Operand Apply(OperatorDescriptor op, Token symbol, params ImmutableArray<Operand> operands)
    {
        for (int i = 0; i < operands.Length; i++)
        {
            CheckKind(symbol.Text, op.Operands[i], "", operands[i]);
        }

        return Combined(operands, Math.Min(symbol.Start, operands[0].Start), operands[^1].End, taken => Expression.Apply(op, taken));
    }

    private void CheckKind(string function, OperandRule rule, string operandName, Operand given)
    {
        if (given.Expression is { Kind: var kind } && !rule.Accepts(kind))
        {
            Throw.WrongKind(
                _definition.Place(given.Start), function, KindText.Taken(rule), operandName,
                _definition.Quote(given.Start, given.End), KindText.Given(kind), KindText.Remedy(rule, kind));
        }
    }

    /// <summary>What is made of operands; nothing where one of them rests on a definition with an error.</summary>
    private static Operand Combined(ImmutableArray<Operand> operands, int start, int end, Func<ImmutableArray<Expression>, Expression> make)
    {
        ImmutableArray<Expression> known = [.. operands.Select(operand => operand.Expression).OfType<Expression>()];
        return new Operand(known.Length == operands.Length ? make(known) : null, start, end);
    }
}
