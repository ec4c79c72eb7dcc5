using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds the place in C# that an anchor names: the narrowest token. Made only when there is something to report.</summary>
/// <param name="type">The type that the findings are about.</param>
/// <param name="symbols">The known types of its compilation.</param>
public sealed class CSharpPositions(INamedTypeSymbol type, PlanSymbols symbols)
{
    private readonly ImmutableArray<IMethodSymbol> _steps = StepMethods.Of(type, symbols);

    /// <summary>The place that <paramref name="anchor"/> names; where that part is not written out, the name of what it belongs to.</summary>
    public Location Of(Anchor anchor) => anchor.Kind switch
    {
        AnchorKind.Step when anchor.Index < _steps.Length => OfStep(_steps[anchor.Index], anchor),
        AnchorKind.Step => OfGroup(AttributeOf(anchor.Index)!, anchor),
        AnchorKind.Parameter => OfParameter(MethodOf(anchor).Parameters[anchor.Parameter], anchor),
        _ => OfPlan(anchor),
    };

    private IMethodSymbol MethodOf(Anchor anchor) => anchor.Role is MethodRole.Body
        ? _steps[anchor.Index]
        : NamedMethod.In(type, AttributeOf(anchor.Index)).First(method => method.Role == anchor.Role).Symbol!;

    // Groups stand after the steps that are methods.
    private AttributeData? AttributeOf(int step) => step < _steps.Length
        ? Attributes.Find(_steps[step], symbols.Step)
        : StepMethods.GroupsOf(type, symbols)[step - _steps.Length];

    private Location OfPlan(Anchor anchor)
    {
        var attribute = Attributes.Find(type, symbols.Plan);
        var place = anchor.Property switch
        {
            PropertyNames.Member => TakenNames.LocationOf(type, anchor.Item, symbols),
            PropertyNames.File => SyntaxOf(attribute)?.Positional(0, "file")?.GetLocation(),
            _ => OfArgument(attribute, anchor),
        };
        if (place is not null)
            return place;
        return SyntaxOf(attribute) is { Parent.Parent: BaseTypeDeclarationSyntax declaration }
            ? declaration.Identifier.GetLocation()
            : type.Locations[0];
    }

    private Location OfStep(IMethodSymbol step, Anchor anchor) =>
        OfReturned(step, anchor) ?? OfSignal(Attributes.Find(step, symbols.Signal), anchor) ?? OfArgument(Attributes.Find(step, symbols.Step), anchor) ?? step.Locations[0];

    private static Location? OfReturned(IMethodSymbol step, Anchor anchor) => anchor.Property == PropertyNames.Type
        ? (step.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as MethodDeclarationSyntax)?.ReturnType.GetLocation()
        : null;

    private static Location? OfSignal(AttributeData? attribute, Anchor anchor) => anchor.Property == PropertyNames.Signal
        ? SyntaxOf(attribute)?.Positional(0, "name")?.GetLocation()
        : OfArgument(attribute, anchor);

    // The name of a group is what a method is to a step, and its id besides.
    private Location OfGroup(AttributeData group, Anchor anchor) =>
        OfArgument(group, anchor) ?? SyntaxOf(group)?.Positional(0, "name")?.GetLocation() ?? type.Locations[0];

    private Location OfParameter(IParameterSymbol parameter, Anchor anchor)
    {
        SyntaxNode? found = anchor.Property switch
        {
            PropertyNames.Type => (parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as ParameterSyntax)?.Type,
            PropertyNames.From => SyntaxOf(Attributes.Find(parameter, symbols.From))?.Positional(0, "resultKey")
                ?? SyntaxOf(Attributes.Find(parameter, symbols.Each))?.Positional(0, "source"),
            _ => null,
        };
        return found?.GetLocation() ?? parameter.Locations[0];
    }

    private static Location? OfArgument(AttributeData? attribute, Anchor anchor)
    {
        if (anchor.Property is null || SyntaxOf(attribute)?.Named(Wording.CSharp[anchor.Property]) is not { } argument)
            return null;
        return (anchor.Item >= 0 ? argument.Item(anchor.Item) : argument)?.GetLocation();
    }

    private static AttributeSyntax? SyntaxOf(AttributeData? attribute) => attribute?.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
}
