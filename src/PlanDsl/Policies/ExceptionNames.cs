using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Types of exception by name. A type need not be found for it: what is thrown is asked what it is, and what it is derived
/// from. Immutable.</summary>
internal sealed class ExceptionNames
{
    private const string Global = "global::";

    private readonly HashSet<string> _names;

    private ExceptionNames(IEnumerable<string> names) => _names = new(names, StringComparer.Ordinal);

    public static ExceptionNames None { get; } = new([]);

    public bool IsEmpty => _names.Count == 0;

    /// <summary>The types that a step lists.</summary>
    /// <exception cref="NotSupportedException">One of them is generic.</exception>
    public static ExceptionNames Of(StepModel step, EquatableArray<TypeRef>? types)
    {
        if (types is not { Count: > 0 } listed)
            return None;
        if (listed.FirstOrDefault(static type => type.Name.Contains('<', StringComparison.Ordinal)) is { } generic)
            throw new NotSupportedException($"Step '{step.Id}' lists the type of exception '{generic.Display}', and a generic one is not recognised by its name; list a type that it is derived from, or declare the plan in C#.");
        return new(listed.Where(static type => !FailureKindNames.IsKind(type.Name)).Select(static type => type.Name.StartsWith(Global, StringComparison.Ordinal) ? type.Name[Global.Length..] : type.Name));
    }

    /// <summary>The names, in an order that does not depend on how they are written.</summary>
    public IEnumerable<string> Sorted() => _names.Order(StringComparer.Ordinal);

    /// <summary>Whether an exception is of one of the types, or of one derived from them.</summary>
    public bool Match(Exception exception)
    {
        for (var type = IsEmpty ? null : exception.GetType(); type is not null; type = type.BaseType)
        {
            // C# sets a nested type off from its container as it does a type from its namespace.
            if (_names.Contains(type.FullName!.Replace('+', '.')))
                return true;
        }

        return false;
    }
}
