using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Types that need no look at their members: those that the serializer knows, and those that are no data.</summary>
internal static class PlainTypes
{
    // Whole names, since many of them have namesakes.
    private static readonly HashSet<string> Known = new(
        [
            "System.String", "System.Decimal", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Guid", "System.Uri",
            "System.Version", "System.Half", "System.Int128", "System.UInt128", "System.Memory", "System.ReadOnlyMemory", "System.DBNull",
            "System.Text.Json.JsonElement", "System.Text.Json.JsonDocument", "System.Text.Json.Nodes.JsonNode", "System.Text.Json.Nodes.JsonObject",
            "System.Text.Json.Nodes.JsonArray", "System.Text.Json.Nodes.JsonValue", "PlanDsl.CommandResult",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether values come back whatever they are.</summary>
    public static bool AreKnown(INamedTypeSymbol type) =>
        (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String) || Known.Contains(NameOf(type));

    /// <summary>Whether values come back if those of the type arguments do.</summary>
    public static bool AreMadeOfArguments(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T || NameOf(type) == "System.Collections.Generic.KeyValuePair";

    /// <summary>Why values are no data; <see langword="null"/> if they may be.</summary>
    public static string? FaultOf(ITypeSymbol type)
    {
        if (type.SpecialType is SpecialType.System_Object || type.TypeKind is TypeKind.Dynamic)
            return "an object that comes back as a JsonElement; take a type of its own, or JsonElement";
        if (type is IArrayTypeSymbol)
            return "an array of several dimensions, which the serializer refuses; take an array of arrays";
        if (type.TypeKind is TypeKind.Delegate)
            return "a delegate, which is no data; take what it is made of";
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || type.IsRefLikeType)
            return "nothing that can be kept; take a managed type";
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (FaultOf(NameOf(part)) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? FaultOf(string name) => name switch
    {
        "System.IntPtr" or "System.UIntPtr" => "an address, which means nothing in another process; take a long",
        "System.IO.Stream" or "System.IO.TextReader" or "System.IO.TextWriter" => "a stream, which is gone with its process; take a byte[] or a string",
        "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => "a task, which is no data; await it, and take what it brings",
        "System.Collections.Generic.IAsyncEnumerable" or "System.IObservable" => "a stream, of which nothing is kept; take an array",
        "System.Threading.CancellationToken" => "a token of this process; take it as the token of the step",
        "System.Reflection.MemberInfo" or "System.Reflection.Assembly" => "a part of a program, which the serializer refuses; take its name",
        "System.Exception" => "an exception, which cannot be made again; take what it says",
        "System.Numerics.BigInteger" or "System.Numerics.Complex" or "System.Net.IPAddress" => "nothing that the serializer knows; take a string, or mark it with a [JsonConverter]",
        _ => null,
    };

    private static string NameOf(ITypeSymbol type) => type.ContainingType is null ? $"{type.ContainingNamespace}.{type.MetadataName.Split('`')[0]}" : "";
}
