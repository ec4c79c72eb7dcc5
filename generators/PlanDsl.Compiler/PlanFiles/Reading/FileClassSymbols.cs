using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>The class that names a plan file, and what its compilation knows.</summary>
internal sealed class FileClassSymbols(INamedTypeSymbol type, PlanSymbols symbols)
{
    private ILookup<string, IMethodSymbol>? _byName;

    public INamedTypeSymbol Type => type;

    public PlanSymbols Symbols => symbols;

    /// <summary>The methods that its file may call.</summary>
    public ImmutableArray<IMethodSymbol> Methods { get; } = FileClass.MethodsOf(type, symbols);

    /// <summary>Those of them that have a name.</summary>
    public IMethodSymbol[] MethodsCalled(string name) => [.. (_byName ??= Methods.ToLookup(static method => method.Name, StringComparer.Ordinal))[name]];

    /// <summary>Its types as expressions see them.</summary>
    public SymbolTypes Types { get; } = new(symbols.Compilation);
}
