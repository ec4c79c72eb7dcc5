using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>What System.Text.Json makes of a type, as far as its declaration tells.</summary>
internal static class JsonContract
{
    private const string Namespace = "System.Text.Json";

    /// <summary>Whether an enum's values are its names in snake_case: nothing says otherwise.</summary>
    public static bool IsPlainEnum(ITypeSymbol type) =>
        !Has(type, "JsonConverterAttribute")
        && !type.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" })
        && !type.GetMembers().Any(static member => Has(member, "JsonStringEnumMemberNameAttribute"));

    /// <summary>Whether more than the names and types of its members decides what a value is.</summary>
    public static bool NeedsSerializer(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return array.Rank > 1;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named)
            return true;
        if (named.IsTupleType)
            return named.TupleElements.Length > 7;
        if (Collections.IsDictionary(type) || InNamespace(type, Namespace))
            return true;
        if (InNamespace(type, "System"))
            return Collections.ElementOf(type) is null;
        return Parts(type).Any(static part => Says(part) || part.GetMembers().Any(Says));
    }

    /// <summary>The members of an object.</summary>
    /// <param name="type">The type of the object.</param>
    /// <param name="reader">The assembly that reads them.</param>
    /// <param name="types">The types of the members.</param>
    public static IReadOnlyList<CodeMember> MembersOf(ITypeSymbol type, IAssemblySymbol reader, SymbolTypes types)
    {
        var members = new List<CodeMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var constructor = ConstructorOf(type);
        var needed = NeededBy(constructor);
        var setsRequired = constructor?.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "SetsRequiredMembersAttribute") is true;
        foreach (var part in Parts(type))
        {
            foreach (var member in part.GetMembers())
            {
                if (TypeOf(member) is not { } memberType || !names.Add(member.Name) || !IsRead(member, reader, out var isOptional))
                    continue;
                var read = types.Of(memberType);
                members.Add(new(KeyOf(member), TypeNames.Escape(member.Name), isOptional ? read.OrMissing() : read)
                {
                    IsRequired = (!setsRequired && member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) || needed.Contains(member.Name),
                });
            }
        }

        return members;
    }

    // What a serializer calls: the one that is marked, the one without parameters, or the only one.
    private static IMethodSymbol? ConstructorOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, IsTupleType: false } named)
            return null;
        var open = named.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility is Accessibility.Public).ToList();
        return named.InstanceConstructors.FirstOrDefault(static constructor => Has(constructor, "JsonConstructorAttribute"))
            ?? (open.Count == 1 ? open[0] : open.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty));
    }

    // What it is not given, it takes as null or zero.
    private static HashSet<string> NeededBy(IMethodSymbol? constructor) => new(
        constructor is null ? [] : constructor.Parameters
            .Where(static parameter => !parameter.HasExplicitDefaultValue && !parameter.IsParams && !MayBeNull(parameter.Type)).Select(static parameter => parameter.Name),
        StringComparer.OrdinalIgnoreCase);

    private static bool MayBeNull(ITypeSymbol type) =>
        type.IsValueType ? type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T : type.NullableAnnotation is not NullableAnnotation.NotAnnotated;

    private static string KeyOf(ISymbol member) =>
        Attribute(member, "JsonPropertyNameAttribute") is { ConstructorArguments.Length: 1 } attribute && attribute.ConstructorArguments[0].Value is string name ? name
        : SnakeCase.From(member is IFieldSymbol { CorrespondingTupleField: { } field } ? field.Name : member.Name);

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } property => property.Type,
        IFieldSymbol { IsStatic: false, ContainingType.IsTupleType: true } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } => ((IFieldSymbol)member).Type,
        _ => null,
    };

    private static bool IsRead(ISymbol member, IAssemblySymbol reader, out bool isOptional)
    {
        isOptional = false;
        var getter = member is IPropertySymbol property ? property.GetMethod!.DeclaredAccessibility : member.DeclaredAccessibility;
        var isOwn = SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, reader);
        if (getter is not Accessibility.Public && !(isOwn && getter is Accessibility.Internal or Accessibility.ProtectedOrInternal && Has(member, "JsonIncludeAttribute")))
            return false;
        if (Attribute(member, "JsonIgnoreAttribute") is not { } ignore)
            return true;
        var condition = ignore.NamedArguments.FirstOrDefault(static argument => argument.Key == "Condition").Value.Value as int? ?? 1;
        isOptional = condition is 2 or 3;
        return condition is 0 or 2 or 3;
    }

    private static bool Says(ISymbol symbol) =>
        Has(symbol, "JsonConverterAttribute") || Has(symbol, "JsonPolymorphicAttribute") || Has(symbol, "JsonDerivedTypeAttribute")
        || Has(symbol, "JsonExtensionDataAttribute") || Has(symbol, "JsonNumberHandlingAttribute");

    // What is declared last comes first, since it hides the rest.
    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
            yield break;
        if (type.TypeKind is TypeKind.Interface)
        {
            yield return named;
            foreach (var part in type.AllInterfaces)
                yield return part;
            yield break;
        }

        for (var part = named; part is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; part = part.BaseType)
            yield return part;
    }

    private static bool InNamespace(ITypeSymbol type, string name) =>
        type.ContainingNamespace is { } ns && (ns.ToDisplayString() == name || ns.ToDisplayString().StartsWith(name + ".", StringComparison.Ordinal));

    private static bool Has(ISymbol symbol, string attribute) => Attribute(symbol, attribute) is not null;

    private static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.ToDisplayString().StartsWith(Namespace, StringComparison.Ordinal));
}
