namespace PlanDsl.Model;

/// <summary>What a token of an expression is.</summary>
internal enum TokenKind
{
    End,
    Name,
    Number,
    String,
    True,
    False,
    Null,
    Dot,
    Comma,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Not,
    And,
    Or,
    Coalesce,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,

    /// <summary>An operator of another language, about which a fault has been reported.</summary>
    Arithmetic,

    /// <summary>Something that stands for a value in another language, about which a fault has been reported.</summary>
    Mistake,
}
