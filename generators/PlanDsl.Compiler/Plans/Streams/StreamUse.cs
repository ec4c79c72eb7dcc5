using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A parameter that is given something of a stream.</summary>
/// <param name="Stream">The step that produces the stream.</param>
/// <param name="Symbol">The parameter.</param>
/// <param name="Model">The parameter as the rules see it.</param>
/// <param name="Role">What the method is called for.</param>
internal readonly record struct StreamUse(int Stream, IParameterSymbol Symbol, ParameterModel Model, MethodRole Role)
{
    /// <summary>Whether the stream itself is wanted, and can be had: only a body executes together with another.</summary>
    public bool IsLive(PlanSymbols symbols) =>
        Role is MethodRole.Body && Model.Kind is ParameterKind.Result && StepReturn.IsStream(Symbol.Type, symbols);

    /// <summary>Whether its last element is wanted: what fits that, and not all of them.</summary>
    /// <param name="element">The type of the elements.</param>
    /// <param name="symbols">The known types.</param>
    public bool TakesLast(ITypeSymbol element, PlanSymbols symbols) =>
        Model.Kind is ParameterKind.Result
        && TypeFactsReader.Fits(element, Symbol.Type, symbols.Compilation)
        && !TypeFactsReader.Fits(symbols.Compilation.CreateArrayTypeSymbol(element), Symbol.Type, symbols.Compilation);
}
