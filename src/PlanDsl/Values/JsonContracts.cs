using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PlanDsl;

/// <summary>Whether what JSON is made of objects becomes such objects again, as far as the contracts of their types tell. Thread-safe.</summary>
internal static class JsonContracts
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, ConcurrentDictionary<Type, string>> Known = [];

    /// <summary>Why it does not; <see langword="null"/> if nothing speaks against it.</summary>
    public static string? FaultOf(JsonTypeInfo contract) =>
        Known.GetOrCreateValue(contract.Options).GetOrAdd(contract.Type, static (_, contract) => FaultOf(contract, [], "") ?? "", contract) is { Length: > 0 } fault ? fault : null;

    /// <summary>Whether somebody else brings the converter, and knows what it does.</summary>
    public static bool IsOwn(JsonTypeInfo contract) => contract.Converter.GetType().Assembly != typeof(JsonSerializer).Assembly;

    private static string? FaultOf(JsonTypeInfo contract, HashSet<Type> seen, string path)
    {
        if (!seen.Add(contract.Type) || IsOwn(contract))
            return null;

        // To the serializer a nullable struct is an object with members of its own.
        if (Nullable.GetUnderlyingType(contract.Type) is { } value)
            return FaultOf(value, contract.Options, seen, path);
        return OwnFaultOf(contract) is { } fault ? At(path, fault) : contract.Kind switch
        {
            JsonTypeInfoKind.Object => FaultOfMembers(contract, seen, path),
            JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => FaultOf(contract.ElementType, contract.Options, seen, path + "[]"),
            _ => null,
        };
    }

    private static string? FaultOf(Type? type, JsonSerializerOptions options, HashSet<Type> seen, string path)
    {
        if (type is null)
            return null;
        try
        {
            return FaultOf(options.GetTypeInfo(type), seen, path);
        }
        catch (Exception fault) when (fault is NotSupportedException or InvalidOperationException)
        {
            return At(path, fault.Message);
        }
    }

    private static string? FaultOfMembers(JsonTypeInfo contract, HashSet<Type> seen, string path)
    {
        foreach (var derived in contract.PolymorphismOptions?.DerivedTypes ?? [])
        {
            if (FaultOf(derived.DerivedType, contract.Options, seen, $"{path}<{derived.DerivedType.Name}>") is { } fault)
                return fault;
        }

        foreach (var member in contract.Properties)
        {
            if (member is { Get: not null, CustomConverter: null } && FaultOfMember(contract, member, seen, $"{path}.{member.Name}") is { } fault)
                return fault;
        }

        return KeptMember.NoneCanBeSet(contract)
            ? At(path, $"the serializer can set nothing of a '{contract.Type}', so that it is empty when it comes back; take a type with public setters or 'init', or one with a [JsonConverter]")
            : null;
    }

    private static string? FaultOfMember(JsonTypeInfo contract, JsonPropertyInfo member, HashSet<Type> seen, string path)
    {
        if (KeptMember.CanBeSet(contract, member))
            return FaultOf(member.PropertyType, contract.Options, seen, path);

        // What is only written, such as what is computed of others, need not come back.
        return KeptMember.Is(contract, member)
            ? At(path, $"nothing sets it when a '{contract.Type.Name}' comes back, so that it is empty then; give it a public setter or 'init', or let the constructor that the serializer calls take it")
            : null;
    }

    private static string? OwnFaultOf(JsonTypeInfo contract)
    {
        var type = contract.Type;
        if (type == typeof(object))
            return "of an object comes back what JSON has of it, a JsonElement";
        if (type is { IsArray: true } && type.GetArrayRank() > 1)
            return $"'{type}' is an array of several dimensions, which the serializer refuses; take an array of arrays";
        if (IsStack(type))
            return $"'{type}' comes back in reverse order; take a list";
        if (typeof(Delegate).IsAssignableFrom(type) || typeof(MemberInfo).IsAssignableFrom(type) || type == typeof(nint) || type == typeof(nuint))
            return $"'{type}' is nothing that JSON has";
        return contract.Kind switch
        {
            JsonTypeInfoKind.Object when contract.CreateObject is null && contract.Properties.All(static member => member.AssociatedParameter is null)
                && contract.PolymorphismOptions is not { DerivedTypes.Count: > 0 } => type.IsAbstract
                ? $"'{type}' is abstract, and nothing says which type is to come back; [JsonDerivedType] would"
                : $"'{type}' has no constructor that the serializer may call",
            JsonTypeInfoKind.Object when Unbound(contract) is { } parameter => $"the constructor of '{type}' takes '{parameter}', which no member of that name tells; add one, or have the serializer call another",
            JsonTypeInfoKind.Enumerable => FaultOfReading("[]", contract),
            JsonTypeInfoKind.Dictionary => FaultOfReading("{}", contract),
            _ => null,
        };
    }

    private static bool IsStack(Type type) => type == typeof(Stack)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var any && (any == typeof(Stack<>) || any == typeof(ConcurrentStack<>) || any == typeof(ImmutableStack<>) || any == typeof(IImmutableStack<>)));

    // The serializer refuses such a constructor only when something comes back.
    private static string? Unbound(JsonTypeInfo contract)
    {
        if (contract.ConstructorAttributeProvider is not ConstructorInfo constructor || contract.CreateObject is not null)
            return null;
        var bound = contract.Properties.Select(static member => member.AssociatedParameter?.Position).ToHashSet();
        return constructor.GetParameters().FirstOrDefault(parameter => !bound.Contains(parameter.Position))?.Name;
    }

    // Which collections it can fill only the serializer knows.
    private static string? FaultOfReading(string empty, JsonTypeInfo contract)
    {
        try
        {
            _ = JsonSerializer.Deserialize(empty, contract);
            return null;
        }
        catch (NotSupportedException fault)
        {
            return fault.Message;
        }
    }

    private static string At(string path, string fault) => path.Length == 0 ? fault : $"in '{path.TrimStart('.')}': {fault}";
}
