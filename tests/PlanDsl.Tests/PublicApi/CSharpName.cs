namespace PlanDsl.Tests;

/// <summary>Spells types as C# does.</summary>
internal static class CSharpName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value) + "?";

        var scope = type.IsNested ? Of(type.DeclaringType!) : type.Namespace;
        var name = type.Name.Split('`')[0];
        var arguments = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : "";
        return $"{scope}.{name}{arguments}";
    }
}
