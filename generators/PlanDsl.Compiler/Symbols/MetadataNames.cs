namespace PlanDsl.Compiler;

/// <summary>Spells types as metadata does, by which a compilation finds them.</summary>
internal static class MetadataNames
{
    /// <summary>The name of a type, such as <c>Shop.Outer`1+Inner</c>.</summary>
    public static string Of(TypeSpec type)
    {
        var names = string.Join("+", type.Declarations.Select(NameOf));
        return type.Namespace.Length == 0 ? names : type.Namespace.Replace("@", "") + "." + names;
    }

    // Keyword, escaped name and type parameters.
    private static string NameOf(string declaration)
    {
        var parameters = declaration.IndexOf('<');
        var head = parameters < 0 ? declaration : declaration.Substring(0, parameters);
        var name = head.Substring(head.LastIndexOf(' ') + 1).TrimStart('@');
        return parameters < 0 ? name : $"{name}`{declaration.Count(static letter => letter == ',') + 1}";
    }
}
