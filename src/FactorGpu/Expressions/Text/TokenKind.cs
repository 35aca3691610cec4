namespace FactorGpu.Expressions.Text;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Letters, digits and underscores, no digit first.</summary>
    Name,

    /// <summary>Digits with an optional fraction and exponent; no sign.</summary>
    Number,

    /// <summary>Text in double quotes on one line.</summary>
    Quoted,

    /// <summary>An operator or a mark of punctuation.</summary>
    Symbol,

    /// <summary>What is no part of the language.</summary>
    Unknown,

    /// <summary>Behind the last token of a definition.</summary>
    End,
}
