using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The C# types of what stands in a plan file, for whoever writes a method that takes it. Not for several threads.</summary>
/// <param name="file">The file.</param>
/// <param name="place">Where it belongs.</param>
/// <param name="type">The class that names it.</param>
/// <param name="symbols">The known types of its compilation.</param>
public sealed class FileValueTypes(PlanFile file, PlanFilePlace place, INamedTypeSymbol type, PlanSymbols symbols)
{
    private readonly FilePlanReading _plan = new(file, place, new(type, symbols), PlanCatalog.Empty);

    /// <summary>The type of the value of an expression, with a question mark where it may be null; <see langword="null"/> where that is not known.</summary>
    /// <param name="step">The step in which it stands.</param>
    /// <param name="role">What of the step it is part of.</param>
    /// <param name="expression">The expression.</param>
    public string? Of(int step, MethodRole role, Expression expression)
    {
        // What may be absent has a type only if something is said for that case.
        var found = TypeOf(step, role, expression);
        return (found is null or { Expression.IsDynamic: true } && expression is PathExpression path ? TypeOf(step, role, path with { HasDefault = true }) ?? found : found)?.Declared;
    }

    private CodeType? TypeOf(int step, MethodRole role, Expression expression) => new MethodLowering(_plan, step, role).Writer.Value(expression, TextPlace.Of("with"))?.Type;
}
