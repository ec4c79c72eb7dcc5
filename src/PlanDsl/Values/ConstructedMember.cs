using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PlanDsl;

/// <summary>Finds out whether objects have members that only their constructor sets. Whether these come back as they were, only an object that has come back tells. Thread-safe.</summary>
internal static class ConstructedMember
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, ConcurrentDictionary<Type, string>> Known = [];

    /// <summary>The way to the first that objects of a type have; <see langword="null"/> where they have none.</summary>
    public static string? In(JsonTypeInfo contract) =>
        Known.GetOrCreateValue(contract.Options).GetOrAdd(contract.Type, static (type, options) => Find(type, options, [], "") ?? "", contract.Options) is { Length: > 0 } way ? way : null;

    private static string? Find(Type type, JsonSerializerOptions options, HashSet<Type> seen, string path)
    {
        if (!seen.Add(type))
            return null;
        var contract = options.GetTypeInfo(type);
        if (JsonContracts.IsOwn(contract))
            return null;
        if (contract.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)
            return contract.ElementType is { } element ? Find(element, options, seen, path + "[]") : null;
        foreach (var derived in contract.PolymorphismOptions?.DerivedTypes ?? [])
        {
            if (Find(derived.DerivedType, options, seen, path) is { } found)
                return found;
        }

        foreach (var member in contract.Properties.Where(static member => member is { Get: not null, CustomConverter: null }))
        {
            var way = $"{path}.{member.Name}";
            if (KeptMember.IsConstructed(contract, member))
                return way.TrimStart('.');
            if (Find(member.PropertyType, options, seen, way) is { } found)
                return found;
        }

        return null;
    }
}
