using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A C# type of values that the texts of plan files are about, or are put into. Its members are found when they are asked for, since
/// a type may lead back to itself. Belongs to a compilation where it was made of a symbol; immutable, and safe for several threads.</summary>
public sealed class CodeType
{
    private readonly Func<IReadOnlyList<CodeMember>>? _members;
    private IReadOnlyList<CodeMember>? _found;

    internal CodeType(ExpressionType type, Func<IReadOnlyList<CodeMember>>? members = null) => (Expression, _members) = (type, members);

    /// <summary>The type as expressions see it.</summary>
    public ExpressionType Expression { get; private init; }

    /// <summary>What it is in the compilation; <see langword="null"/> for a type that is known by construction.</summary>
    public ITypeSymbol? Symbol { get; internal init; }

    /// <summary>Whether it is a value type, apart from <see cref="Nullable{T}"/> around it.</summary>
    public bool IsValueType { get; internal init; }

    /// <summary>What else can be known of its values in C#.</summary>
    internal CodeShape Shape { get; init; }

    /// <summary>The type of the elements of an array; <see langword="null"/> for all others.</summary>
    public CodeType? Element { get; internal init; }

    /// <summary>The member that tells how many elements there are; <see langword="null"/> where none can be taken by its index.</summary>
    internal string? Count { get; init; }

    /// <summary>The members of an object by the names that they have as JSON; none for others.</summary>
    public IReadOnlyList<CodeMember> Members => _found ??= _members?.Invoke() ?? [];

    /// <summary>Its spelling as the type of a parameter, with a question mark where it may be null.</summary>
    public string Declared => Expression.MayBeNull ? Expression.Name + "?" : Expression.Name;

    /// <summary>The same type, of which <see langword="null"/> is a value.</summary>
    /// <param name="isJudged">Whether findings of others say where that is no good, as they do of results that may be absent; otherwise
    /// it is said here.</param>
    public CodeType OrNull(bool isJudged = true) => With(Expression with { MayBeNull = true, IsNullJudged = isJudged });

    /// <summary>The same type, of a member that JSON leaves out where it has no value.</summary>
    internal CodeType OrMissing() => With(Expression with { MayBeNull = true, IsNullJudged = false, MayBeMissing = true });

    /// <summary>The same type without <see langword="null"/>.</summary>
    public CodeType OrNothingElse() => With(Expression with { MayBeNull = false, IsNullJudged = false });

    /// <summary>The same type of an array that has so many elements.</summary>
    internal CodeType OfLength(int count) => With(Expression with { Count = count });

    /// <summary>The same type of JSON that is an object with members of these names.</summary>
    internal CodeType OfMembers(EquatableArray<string> names) => With(Expression with { Kind = ValueKind.Object, Members = names });

    /// <summary>The same type as a compilation knows it.</summary>
    internal CodeType At(ITypeSymbol symbol) => new(Expression, () => Members) { Symbol = symbol, IsValueType = IsValueType, Shape = Shape, Element = Element, Count = Count };

    private CodeType With(ExpressionType expression) => new(expression, () => Members)
    {
        Symbol = Symbol,
        IsValueType = IsValueType,
        Shape = Shape,
        Element = Element,
        Count = Count,
    };
}
