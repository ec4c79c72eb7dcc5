namespace PlanDsl.Model;

/// <summary>What compares two values. None of these stands beside another without parentheses.</summary>
public enum BinaryOperator
{
    /// <summary><c>==</c>: both are of one kind and equal.</summary>
    Equal,

    /// <summary><c>!=</c>: they are not equal.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>, for two numbers or two strings.</summary>
    Less,

    /// <summary><c>&lt;=</c>, for two numbers or two strings.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>, for two numbers or two strings.</summary>
    Greater,

    /// <summary><c>&gt;=</c>, for two numbers or two strings.</summary>
    GreaterOrEqual,

    /// <summary><c>in</c>: an element of the array on the right equals the value on the left.</summary>
    In,
}
