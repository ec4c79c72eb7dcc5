using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Says why a method cannot be called as a step: PLAN0006.</summary>
internal static class StepSignature
{
    private const string GetAwaiter = "GetAwaiter";

    /// <summary>The first fault of the step with this index, and where it is; <see langword="null"/> if there is none.</summary>
    public static (Anchor Anchor, string Text)? FaultOf(IMethodSymbol method, int step, StepReturn returned, PlanSymbols symbols)
    {
        if ((FaultOfMethod(method, PartialMethods.AreGeneratedFor(method, symbols)) ?? FaultOfResult(method, returned, symbols)) is { } fault)
            return (Anchor.Step(step), fault);
        foreach (var parameter in method.Parameters)
        {
            if (FaultOfParameter(parameter, symbols) is { } faultOfParameter)
                return (Anchor.StepParameter(step, parameter.Ordinal), faultOfParameter);
        }

        return returned.Value is null && HasResultKey(method, symbols)
            ? (Anchor.Step(step).At(PropertyNames.ResultKey), "it has a ResultKey but returns no value; return one, or remove the ResultKey")
            : null;
    }

    private static bool HasResultKey(IMethodSymbol method, PlanSymbols symbols) =>
        Attributes.Find(method, symbols.Step) is { } attribute && Attributes.NamedString(attribute, "ResultKey") is not null;

    /// <summary>Why a method cannot be called by name and awaited.</summary>
    /// <param name="method">The method.</param>
    /// <param name="isGenerated">Whether its body is generated, so that it need not have one.</param>
    public static string? FaultOfMethod(IMethodSymbol method, bool isGenerated = false) => method switch
    {
        { MethodKind: MethodKind.ExplicitInterfaceImplementation } => "it implements an interface explicitly, so it has no name to call it by; make it an ordinary method",
        { MethodKind: not MethodKind.Ordinary } => "it is no ordinary method; mark a method",
        { IsGenericMethod: true } => "it is generic, and nothing says for which types to run it; take the type parameters off, or move them to the plan",
        { IsPartialDefinition: true, PartialImplementationPart: null } when !isGenerated => "it is partial and has no body; write the other part",
        { IsVararg: true } => "it takes __arglist; take an array",
        { IsAsync: true, ReturnsVoid: true } => "it is 'async void', whose end nobody can await; return Task",
        { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => "it returns a reference, which does not outlive the call; return the value",
        _ => null,
    };

    private static string? FaultOfResult(IMethodSymbol method, StepReturn returned, PlanSymbols symbols)
    {
        if (returned.Value is not { } value)
            return null;
        if (returned.IsAsync && StepReturn.IsStream(value, symbols))
            return "it returns a stream within a task; return the stream itself";
        if (IsAwaitable(value))
        {
            return returned.Kind is ReturnKind.Value
                ? "it returns an awaitable that is neither Task nor ValueTask; return one of these"
                : "it returns a task within a task; await the inner one";
        }

        return StepTypes.FaultOf(value) is { } fault ? $"it returns '{TypeNames.Ref(value).Display}', {fault}" : null;
    }

    /// <summary>Why nothing can be given to a parameter.</summary>
    public static string? FaultOfParameter(IParameterSymbol parameter, PlanSymbols symbols)
    {
        if (parameter.RefKind is RefKind.Out)
            return $"parameter '{parameter.Name}' is passed by reference, and steps share values only; return it";
        if (parameter.RefKind is not RefKind.None)
            return $"parameter '{parameter.Name}' is passed by reference, and steps share values only; take '{parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {parameter.Name}'";
        if (!parameter.GetAttributes().IsEmpty && FaultOfMarks(parameter, symbols) is { } faultOfMarks)
            return faultOfMarks;
        return StepTypes.FaultOf(parameter.Type) is { } fault
            ? $"parameter '{parameter.Name}' takes '{TypeNames.Ref(parameter.Type).Display}', {fault}"
            : null;
    }

    private static string? FaultOfMarks(IParameterSymbol parameter, PlanSymbols symbols)
    {
        if (Attributes.Has(parameter, symbols.Each) && parameter.ContainingSymbol is IMethodSymbol method
            && method.Parameters.Any(other => other.Ordinal < parameter.Ordinal && Attributes.Has(other, symbols.Each)))
            return $"parameter '{parameter.Name}' is a second one with [Each], and a step goes through one collection; join the two in a step before";
        if (Attributes.Has(parameter, symbols.Each) || Attributes.Has(parameter, symbols.Previous))
        {
            var mark = Attributes.Has(parameter, symbols.Each) ? "Each" : "Previous";
            if (SourcesOf(parameter, symbols).Count > 0 || (mark == "Each" && Attributes.Has(parameter, symbols.Previous)))
                return $"parameter '{parameter.Name}' is marked [{mark}] and has another source beside it; keep one of them";
        }

        if (SourcesOf(parameter, symbols) is { Count: > 1 } sources)
            return $"parameter '{parameter.Name}' is marked both {sources[0]} and {sources[1]}; keep one of them";
        if (Attributes.Has(parameter, symbols.FromServices) && FaultOfService(parameter, symbols) is { } faultOfService)
            return $"parameter '{parameter.Name}' takes '{TypeNames.Ref(parameter.Type).Display}' {faultOfService}";

        return Attributes.Has(parameter, symbols.Input) && ParameterReader.IsSupplied(parameter.Type, symbols)
            ? $"parameter '{parameter.Name}' takes '{TypeNames.Ref(parameter.Type).Display}' as an input, but the engine supplies it; remove [Input]"
            : null;
    }

    private static string? FaultOfService(IParameterSymbol parameter, PlanSymbols symbols) =>
        ParameterReader.IsSupplied(parameter.Type, symbols) ? "from services, but the engine supplies it; remove [FromServices]"
        : parameter.Type.IsValueType ? "from services, which hold no value types; take a class or an interface that has it"
        : null;

    private static List<string> SourcesOf(IParameterSymbol parameter, PlanSymbols symbols)
    {
        var sources = new List<string>();
        if (Attributes.Has(parameter, symbols.Input))
            sources.Add("[Input]");
        if (Attributes.Has(parameter, symbols.From))
            sources.Add("[From]");
        if (Attributes.Has(parameter, symbols.FromServices))
            sources.Add("[FromServices]");
        return sources;
    }

    /// <summary>Whether <c>await</c> takes a value of <paramref name="type"/>.</summary>
    public static bool IsAwaitable(ITypeSymbol type)
    {
        for (var ancestor = type as INamedTypeSymbol; ancestor is { SpecialType: SpecialType.None }; ancestor = ancestor.BaseType)
        {
            if (MayDeclareAwaiter(ancestor) && ancestor.GetMembers(GetAwaiter).Any(static member => member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false }))
                return true;
        }

        return false;
    }

    // Asked for a member, C# makes all of them, which for a record is most of what it costs; what is written is known before that.
    private static bool MayDeclareAwaiter(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax declaration || declaration.Members.Any(static member => member is MethodDeclarationSyntax { Identifier.ValueText: GetAwaiter }))
                return true;
        }

        return type.DeclaringSyntaxReferences.IsEmpty && type.MemberNames.Contains(GetAwaiter, StringComparer.Ordinal);
    }
}
