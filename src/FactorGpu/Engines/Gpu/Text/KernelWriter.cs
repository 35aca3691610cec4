using System;
using System.Text;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Lines of C, indented by their braces.</summary>
internal sealed class KernelWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    internal bool IsEmpty => _text.Length == 0;

    /// <summary>Writes lines; an empty one stays empty.</summary>
    internal void Lines(string text)
    {
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(line);
            }

            _text.Append('\n');
        }
    }

    internal void Line(string line) => Lines(line);

    /// <summary>Writes a line and what it encloses in braces.</summary>
    internal void Block(string head, Action inside)
    {
        if (head.Length > 0)
        {
            Line(head);
        }

        Line("{");
        _depth++;
        inside();
        _depth--;
        Line("}");
    }

    /// <summary>Writes the lines of another writer.</summary>
    internal void Append(KernelWriter other)
    {
        if (!other.IsEmpty)
        {
            Lines(other.ToString());
        }
    }

    public override string ToString() => _text.ToString();
}
