using System.Collections;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PlanDsl;

/// <summary>What would not come back of JSON though its type does: an object of a type that is derived from the one that JSON is made by. Thread-safe.</summary>
internal static class JsonLoss
{
    // As deep as the serializer goes.
    private const int Depth = 64;

    private static readonly ConditionalWeakTable<JsonSerializerOptions, ConcurrentDictionary<Type, bool>> Known = [];

    /// <summary>What, and what to do about it; <see langword="null"/> for nothing.</summary>
    public static string? In(object? value, JsonTypeInfo contract) =>
        MayBeIn(contract.Type, contract.Options) ? In(value, contract, "", Depth) : null;

    private static string? In(object? value, JsonTypeInfo contract, string path, int depth)
    {
        if (value is null || depth == 0 || JsonContracts.IsOwn(contract))
            return null;
        if (contract.Kind is JsonTypeInfoKind.Object)
            return InObject(value, contract, path, depth);
        var values = contract.Kind switch
        {
            JsonTypeInfoKind.Enumerable => value as IEnumerable,
            JsonTypeInfoKind.Dictionary => (value as IDictionary)?.Values,
            _ => null,
        };
        if (values is null || contract.ElementType is not { } type || !MayBeIn(type, contract.Options))
            return null;
        var element = contract.Options.GetTypeInfo(type);
        return values.Cast<object?>().Select(part => In(part, element, path + "[]", depth - 1)).FirstOrDefault(static loss => loss is not null);
    }

    private static string? InObject(object value, JsonTypeInfo contract, string path, int depth)
    {
        var type = value.GetType();
        if (contract.PolymorphismOptions is not null)
            contract = contract.Options.GetTypeInfo(type);
        else if (type != contract.Type)
            return $"{(path.Length == 0 ? "it is" : $"'{path.TrimStart('.')}' is")} '{type}', of which a '{contract.Type}' would come back; mark '{contract.Type.Name}' [JsonDerivedType(typeof({type.Name}))]";
        foreach (var member in contract.Properties)
        {
            if (member is { Get: { } get, CustomConverter: null } && MayBeIn(member.PropertyType, contract.Options)
                && In(get(value), contract.Options.GetTypeInfo(member.PropertyType), $"{path}.{member.Name}", depth - 1) is { } loss)
                return loss;
        }

        return null;
    }

    // Most results are made of types from which none can be derived.
    private static bool MayBeIn(Type type, JsonSerializerOptions options) =>
        Known.GetOrCreateValue(options).GetOrAdd(type, static (type, options) => MayBeIn(type, options, []), options);

    private static bool MayBeIn(Type type, JsonSerializerOptions options, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return false;
        var contract = options.GetTypeInfo(type);
        if (JsonContracts.IsOwn(contract))
            return false;
        return contract.Kind switch
        {
            JsonTypeInfoKind.Object => !type.IsSealed || contract.Properties.Any(member => member is { Get: not null, CustomConverter: null } && MayBeIn(member.PropertyType, options, seen)),
            JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => contract.ElementType is { } element && MayBeIn(element, options, seen),
            _ => false,
        };
    }
}
