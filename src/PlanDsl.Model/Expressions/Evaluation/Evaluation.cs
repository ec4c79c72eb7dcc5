using System.Diagnostics.CodeAnalysis;

namespace PlanDsl.Model;

/// <summary>What came of an evaluation: a value, or what was wrong.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Evaluation<T>
{
    private Evaluation(T value, ExpressionFault? fault) => (Value, Fault) = (value, fault);

    /// <summary>The value; the default where there is none.</summary>
    public T Value { get; }

    /// <summary>What was wrong, and where in the text of the expression or template; <see langword="null"/> if nothing was.</summary>
    public ExpressionFault? Fault { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool HasValue => Fault is null;

    internal static Evaluation<T> Of(T value) => new(value, null);

    internal static Evaluation<T> Of(ExpressionFault fault) => new(default!, fault);
}
