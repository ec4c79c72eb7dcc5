using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>The class that names a plan file, and what its compilation knows.</summary>
internal sealed class FileClassSymbols(INamedTypeSymbol type, PlanSymbols symbols)
{
    public INamedTypeSymbol Type => type;

    public PlanSymbols Symbols => symbols;

    /// <summary>The methods that its file may call.</summary>
    public ImmutableArray<IMethodSymbol> Methods { get; } = FileClass.MethodsOf(type, symbols);

    /// <summary>Its types as expressions see them.</summary>
    public SymbolTypes Types { get; } = new(symbols.Compilation);
}
