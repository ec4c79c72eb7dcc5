using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>A method to be written that a step of a plan file calls.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Returns">The type that it returns, fully qualified.</param>
/// <param name="Parameters">Its parameters, each a fully qualified type and a name.</param>
internal sealed record CalledMethod(string Name, string Returns, ImmutableArray<(string Type, string Name)> Parameters)
{
    private const string Token = "global::System.Threading.CancellationToken";

    /// <summary>The method that <paramref name="caller"/> calls with what stands in its <c>with</c>.</summary>
    public static CalledMethod Of(string name, JsonNode caller, CalledTypes types)
    {
        var parameters = ImmutableArray.CreateBuilder<(string Type, string Name)>();
        foreach (var (entry, value) in caller.Find("with")?.Properties ?? default)
        {
            var parameter = ParameterFrom(entry.Value);
            if (parameter.Length > 0 && parameters.All(other => other.Name != parameter))
                parameters.Add((types.Of(value, caller), parameter));
        }

        parameters.Add((Token, parameters.All(static other => other.Name != "cancellationToken") ? "cancellationToken" : "ct"));
        return new(name, types.ResultOf(caller), parameters.ToImmutable());
    }

    /// <summary>The method, without layout around it.</summary>
    public MemberDeclarationSyntax Write()
    {
        var parameters = string.Join(", ", Parameters.Select(static parameter => $"{parameter.Type} {Identifiers.Escape(parameter.Name)}"));
        var method = SyntaxFactory.ParseMemberDeclaration(
            $"private {Returns} {Identifiers.Escape(Name)}({parameters}) => throw new global::System.NotImplementedException();")!;
        return method.ReplaceNodes(method.DescendantNodes().Where(static node => node is QualifiedNameSyntax or AliasQualifiedNameSyntax), static (_, current) => current.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    private static string ParameterFrom(string key)
    {
        var pascal = PascalCase.From(key);
        var name = pascal.Length == 0 ? "" : char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return SyntaxFacts.IsValidIdentifier(name) ? name : "";
    }
}
