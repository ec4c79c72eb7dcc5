using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Knows what a plan would have inherited if it could derive from another: that it does is one mistake (PLAN0005), however
/// many of those steps it names.</summary>
internal static class InheritedSteps
{
    /// <summary>By what names the steps and groups of such base classes go: those of methods, ids and result_keys.</summary>
    public static IEnumerable<string> NamesOf(INamedTypeSymbol plan, PlanSymbols symbols)
    {
        for (var ancestor = plan.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (!Attributes.Has(ancestor, symbols.Plan))
                continue;
            foreach (var method in StepMethods.Of(ancestor, symbols))
            {
                yield return method.Name;
                yield return StepMethods.IdOf(method.Name);
                if (Attributes.Find(method, symbols.Step) is { } step && Attributes.NamedString(step, "ResultKey") is { } key)
                    yield return key;
            }

            foreach (var group in StepMethods.GroupsOf(ancestor, symbols))
            {
                if (group.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string id })
                    yield return id;
                if (Attributes.NamedString(group, "ResultKey") is { } key)
                    yield return key;
            }
        }
    }
}
