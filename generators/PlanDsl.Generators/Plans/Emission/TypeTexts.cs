using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Spells the types of what generated code declares.</summary>
internal static class TypeTexts
{
    /// <summary>The type as its author declared it, for a parameter or a cast.</summary>
    public static string Declared(TypeRef type) =>
        type.Nullability is Nullability.Nullable && !type.IsValueType ? type.Name + "?" : type.Name;

    /// <summary><paramref name="type"/>, or <see langword="object"/> for <see langword="dynamic"/>: a call whose arguments are
    /// dynamic would be bound by reflection, each time that it is made.</summary>
    public static string Static(string type) => type is "dynamic" or "dynamic?" ? type.Replace("dynamic", "object") : type;

    /// <summary>The type of a field that is empty until its step has run: nullable, except for a value that is always there.</summary>
    public static string Stored(TypeRef type, bool isOptional) =>
        type.IsValueType && (!isOptional || type.Nullability is Nullability.Nullable) ? type.Name : type.Name + "?";

    /// <summary>The type of a member of <c>Results</c>.</summary>
    public static string Member(TypeRef type, bool isOptional) =>
        isOptional ? Stored(type, isOptional: true) : Declared(type);

    /// <summary>Whether a member of this type has to be told that it will be set.</summary>
    public static bool IsNeverNull(TypeRef type, bool isOptional) =>
        !isOptional && !type.IsValueType && type.Nullability is not Nullability.Nullable;
}
