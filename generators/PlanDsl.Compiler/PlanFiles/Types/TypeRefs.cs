using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Spells types of plan files as the model has them, and the other way round.</summary>
internal static class TypeRefs
{
    /// <summary>The type as the model has it.</summary>
    public static TypeRef Of(CodeType type)
    {
        var (name, display) = (type.Expression.Name, type.Expression.Display);
        if (!type.Expression.MayBeNull)
            return new(name, display) { IsValueType = type.IsValueType };
        return type.IsValueType
            ? new(name + "?", display + "?") { IsValueType = true, Nullability = Nullability.Nullable }
            : new(name, display) { Nullability = Nullability.Nullable };
    }

    /// <summary>A type that the model names; one that is not known by construction is only a name.</summary>
    /// <param name="type">The type.</param>
    /// <param name="find">Finds others by their names.</param>
    public static CodeType Known(TypeRef type, Func<string, CodeType?>? find = null)
    {
        var isNullable = type.Nullability is Nullability.Nullable;
        if (find?.Invoke(type.Name) is { } found)
            return isNullable ? found.OrNull(isJudged: false) : found;
        if (type.Name == CodeTypes.CommandResult.Expression.Name)
            return isNullable ? CodeTypes.CommandResult.OrNull(isJudged: false) : CodeTypes.CommandResult;
        if (!type.Name.EndsWith("[]", StringComparison.Ordinal))
            return CodeTypes.Of(type);
        var (element, display) = (Without(type.Name), Without(type.Display));
        var mayBeNull = element.EndsWith("?", StringComparison.Ordinal);
        var of = Known(new(mayBeNull ? element.TrimEnd('?') : element, display.TrimEnd('?')), find);
        var array = CodeTypes.ArrayOf(mayBeNull ? of.OrNull(isJudged: false) : of);
        return isNullable ? array.OrNull(isJudged: false) : array;
    }

    private static string Without(string array) => array.EndsWith("[]", StringComparison.Ordinal) ? array.Substring(0, array.Length - 2) : array;
}
