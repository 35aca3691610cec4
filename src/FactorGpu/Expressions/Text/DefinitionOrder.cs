using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Expressions.Text;

/// <summary>Sorts definitions so that each comes after those that it names, and finds circles. Goes by names alone, before anything is read.</summary>
internal sealed class DefinitionOrder
{
    private readonly Dictionary<string, WrittenDefinition> _byName;
    private readonly Action<WrittenDefinition, string> _fail;
    private readonly List<WrittenDefinition> _sorted = [];
    private readonly HashSet<WrittenDefinition> _done = [];
    private readonly HashSet<WrittenDefinition> _circular = [];

    /// <summary>The definitions on the way to the one that is looked at, each with the references in it that are still to be followed.</summary>
    private readonly Stack<(WrittenDefinition Definition, Queue<Token> References)> _open = new();

    /// <param name="byName">The definitions.</param>
    /// <param name="fail">Told of each circle, once.</param>
    internal DefinitionOrder(Dictionary<string, WrittenDefinition> byName, Action<WrittenDefinition, string> fail)
    {
        _byName = byName;
        _fail = fail;
    }

    /// <summary>All definitions but those of a circle.</summary>
    internal List<WrittenDefinition> Sorted()
    {
        foreach (WrittenDefinition definition in _byName.Values.Where(definition => !_done.Contains(definition)))
        {
            Open(definition);
            while (_open.TryPeek(out (WrittenDefinition Definition, Queue<Token> References) last))
            {
                if (last.References.TryDequeue(out Token reference))
                {
                    Follow(last.Definition, reference);
                }
                else
                {
                    _open.Pop();
                    _sorted.Add(last.Definition);
                }
            }
        }

        _sorted.RemoveAll(_circular.Contains);
        return _sorted;
    }

    private void Open(WrittenDefinition definition)
    {
        _done.Add(definition);
        _open.Push((definition, new Queue<Token>(definition.References.Where(token => _byName.ContainsKey(token.Text)))));
    }

    private void Follow(WrittenDefinition from, Token reference)
    {
        WrittenDefinition named = _byName[reference.Text];
        if (!_done.Contains(named))
        {
            Open(named);
        }
        else if (_open.Any(open => open.Definition == named))
        {
            WrittenDefinition[] circle = [.. _open.Select(open => open.Definition).TakeWhile(definition => definition != named).Append(named).Reverse()];
            if (!circle.All(_circular.Contains))
            {
                _circular.UnionWith(circle);
                _fail(from, Throw.Circle(from.Place(reference), [.. circle.Select(definition => definition.Name)]));
            }
        }
    }
}
