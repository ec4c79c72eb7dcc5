using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds where the anchors of a state machine's findings stand in its source: at the narrowest piece of an attribute,
/// else at the name of the class. Made only where there are findings; holds symbols, and lives no longer than they do.</summary>
/// <param name="type">The class that <see cref="StateMachineReader"/> read.</param>
/// <param name="cancellationToken">Ends the search early.</param>
public sealed class StateMachinePositions(INamedTypeSymbol type, CancellationToken cancellationToken)
{
    private StateMachineDeclaration Declaration => field ??= StateMachineDeclaration.Of(type);

    /// <summary>Where <paramref name="anchor"/> stands.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public Location Of(Anchor anchor) => anchor.Kind switch
    {
        AnchorKind.Transition => OfTransition(anchor),
        AnchorKind.State => OfMention(anchor.Index, Declaration.StateType, Declaration.StateArguments),
        AnchorKind.Trigger => OfMention(anchor.Index, Declaration.TriggerType, Declaration.TriggerArguments),
        _ => OfMachine(anchor),
    };

    private Location OfMachine(Anchor anchor)
    {
        var attribute = SyntaxOf(StateMachineAttributes.StateMachineOf(type));
        var location = anchor.Property switch
        {
            null => null,
            PropertyNames.Initial => attribute?.Named("Initial")?.GetLocation(),
            PropertyNames.Terminal => attribute?.Named("Terminal").Item(anchor.Item)?.GetLocation(),
            var member => type.GetMembers(member).SelectMany(static symbol => symbol.Locations).FirstOrDefault(static place => place.IsInSource),
        };
        return location
            ?? attribute?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.GetLocation()
            ?? type.Locations[0];
    }

    private Location OfTransition(Anchor anchor)
    {
        var attribute = SyntaxOf(StateMachineAttributes.TransitionsOf(type).ElementAtOrDefault(anchor.Index));
        var argument = anchor.Property switch
        {
            PropertyNames.Source => attribute?.Positional(0, "from"),
            PropertyNames.Trigger => attribute?.Positional(1, "trigger"),
            PropertyNames.Target => attribute?.Positional(2, "to"),
            _ => null,
        };
        return (argument ?? (SyntaxNode?)attribute)?.GetLocation() ?? OfMachine(Anchor.Plan);
    }

    // A member of an enum that may be declared anywhere is shown where the machine first mentions it.
    private Location OfMention(int index, INamedTypeSymbol? members, IEnumerable<DeclaredConstant> arguments)
    {
        if (members is null)
            return OfMachine(Anchor.Plan);

        var value = EnumReader.Read(members).Members[index].Value;
        foreach (var argument in arguments)
        {
            if (argument.ValueAs(members) == value)
                return Of(argument.Anchor);
        }

        return OfMachine(Anchor.Plan);
    }

    private AttributeSyntax? SyntaxOf(AttributeData? attribute) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
}
