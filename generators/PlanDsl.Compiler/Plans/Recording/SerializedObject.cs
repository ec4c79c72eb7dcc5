using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>A type whose members are those of an object as JSON.</summary>
internal sealed class SerializedObject
{
    private readonly List<ISymbol> _written;
    private readonly IMethodSymbol? _constructor;

    /// <param name="type">The type.</param>
    public SerializedObject(INamedTypeSymbol type)
    {
        Derived = SerializerMarks.DerivedOf(type);
        _written = [.. Parts(type).SelectMany(static part => part.GetMembers()).Where(IsWritten).GroupBy(static member => member.Name, StringComparer.Ordinal).Select(static same => same.First())];
        if (type.TypeKind is TypeKind.Interface || type.IsAbstract)
        {
            Fault = "of which the serializer cannot tell what to make; name the types that may stand for it by [JsonDerivedType], or take a class";
            return;
        }

        _constructor = ConstructorOf(type, out var fault);
        Fault = fault ?? (type.DeclaringSyntaxReferences.IsEmpty && _written.Count > 0 && !_written.Exists(CanBeSet)
            ? "of which the serializer can set nothing; take a type with public setters or 'init', or mark it with a [JsonConverter]"
            : null);
        LostMember = _written.FirstOrDefault(member => !CanBeSet(member) && IsKept(member) && !IsConstructed(member))?.Name;
    }

    /// <summary>The types that may stand for it.</summary>
    public IReadOnlyList<ITypeSymbol> Derived { get; }

    /// <summary>Why none can be made; <see langword="null"/> if one can.</summary>
    public string? Fault { get; }

    /// <summary>The members that are written and come back.</summary>
    public IEnumerable<(string Name, ITypeSymbol Type)> Members => _written
        .Where(member => CanBeSet(member) && !SerializerMarks.HasConverter(member) && !SerializerMarks.Has(member, "JsonExtensionDataAttribute"))
        .Select(static member => (member.Name, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type));

    /// <summary>A member that is written, and is empty when the object comes back; <see langword="null"/> if there is none.</summary>
    public string? LostMember { get; }

    private static IEnumerable<INamedTypeSymbol> Parts(INamedTypeSymbol? type)
    {
        for (; type is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; type = type.BaseType)
            yield return type;
    }

    private static bool IsWritten(ISymbol member) => !SerializerMarks.IsIgnored(member) && member switch
    {
        IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: { } getter } => getter.DeclaredAccessibility is Accessibility.Public || SerializerMarks.Has(member, "JsonIncludeAttribute"),
        IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } or IFieldSymbol { IsStatic: false, ContainingType.IsTupleType: true } =>
            member.DeclaredAccessibility is Accessibility.Public || SerializerMarks.Has(member, "JsonIncludeAttribute"),
        _ => false,
    };

    private bool CanBeSet(ISymbol member) =>
        _constructor?.Parameters.Any(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)) == true || member switch
        {
            IPropertySymbol { SetMethod: { } setter } => setter.DeclaredAccessibility is Accessibility.Public || SerializerMarks.Has(member, "JsonIncludeAttribute"),
            IFieldSymbol field => !field.IsReadOnly,
            _ => false,
        };

    // What has neither a setter nor a field is computed of others.
    private static bool IsKept(ISymbol member) => member switch
    {
        IPropertySymbol { SetMethod: not null } or IFieldSymbol => true,
        _ => member.ContainingType.GetMembers().Any(field => field is IFieldSymbol { AssociatedSymbol: { } property } && SymbolEqualityComparer.Default.Equals(property, member)),
    };

    // Of what it takes, the constructor may make it again. What can be changed itself need not be as it had made it.
    private bool IsConstructed(ISymbol member) => _constructor is { Parameters.IsEmpty: false }
        && member is IPropertySymbol { SetMethod: null, Type: var type } && (type.IsValueType || type.SpecialType is SpecialType.System_String);

    private IMethodSymbol? ConstructorOf(INamedTypeSymbol type, out string? fault)
    {
        fault = null;
        var constructors = type.InstanceConstructors.Where(constructor => !IsCopying(constructor, type)).ToArray();
        var open = Array.FindAll(constructors, static constructor => constructor.DeclaredAccessibility is Accessibility.Public);
        var chosen = Array.Find(constructors, static constructor => SerializerMarks.Has(constructor, "JsonConstructorAttribute"))
            ?? Array.Find(open, static constructor => constructor.Parameters.IsEmpty)
            ?? (open.Length == 1 && !type.IsValueType ? open[0] : null);
        if (chosen is null)
        {
            fault = type.IsValueType ? null : "which has no constructor that the serializer calls; give it a public one without parameters, or mark one [JsonConstructor]";
            return null;
        }

        if (chosen.Parameters.FirstOrDefault(parameter => !_written.Exists(member => string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))) is { } unknown)
            fault = $"whose constructor takes '{unknown.Name}', which no property of that name tells; add one, or mark another constructor [JsonConstructor]";
        return chosen;
    }

    // Of a record.
    private static bool IsCopying(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.IsImplicitlyDeclared && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
