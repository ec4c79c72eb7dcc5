using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace PlanDsl.Testing.Internal;

/// <summary>Walks everything that an object holds, field by field.</summary>
public static class ObjectGraph
{
    /// <summary>Asserts that nothing that <paramref name="root"/> holds would keep a compilation alive, or tie it to a place
    /// in a file: the step of an incremental generator that produced it could not be cached.</summary>
    public static void AssertHoldsNoSymbols(object? root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object?>([root]);
        while (pending.TryPop(out var node))
        {
            if (node is null || !seen.Add(node))
                continue;
            Assert.False(node is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or TextSpan or SourceText or Delegate, $"It holds a {node.GetType()}.");
            foreach (var part in PartsOf(node))
                pending.Push(part);
        }
    }

    private static IEnumerable<object?> PartsOf(object node)
    {
        var type = node.GetType();
        if (type.IsPrimitive || type.IsEnum || node is string)
            return [];
        if (node is Array items)
            return items.Cast<object?>();

        var fields = new List<object?>();
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                fields.Add(field.GetValue(node));
        }

        return fields;
    }
}
