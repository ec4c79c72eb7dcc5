using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.Compiler;

/// <summary>Finds the arguments of an attribute in its syntax.</summary>
internal static class AttributeArguments
{
    /// <summary>What the property <paramref name="name"/> is set to.</summary>
    public static ExpressionSyntax? Named(this AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    /// <summary>The argument of a parameter of the constructor, wherever it is written.</summary>
    public static ExpressionSyntax? Positional(this AttributeSyntax attribute, int index, string parameter)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var named = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter);
        if (named is not null)
            return named.Expression;
        return index < arguments.Count && arguments[index] is { NameColon: null, NameEquals: null } found ? found.Expression : null;
    }

    /// <summary>An element of an array as it is written; the whole of what is no list of elements.</summary>
    public static ExpressionSyntax? Item(this ExpressionSyntax? array, int index) => array switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } list } => At(list, index),
        ImplicitArrayCreationExpressionSyntax implicitly => At(implicitly.Initializer, index),
        CollectionExpressionSyntax list when (uint)index < (uint)list.Elements.Count && list.Elements[index] is ExpressionElementSyntax element => element.Expression,
        _ => array,
    };

    private static ExpressionSyntax At(InitializerExpressionSyntax list, int index) =>
        (uint)index < (uint)list.Expressions.Count ? list.Expressions[index] : list;
}
