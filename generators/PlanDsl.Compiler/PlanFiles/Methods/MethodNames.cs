using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Names the methods that are generated for steps: after the steps, as far as the class and C# leave these names free.</summary>
internal sealed class MethodNames
{
    private readonly HashSet<string> _taken;

    private MethodNames(HashSet<string> taken) => _taken = taken;

    /// <summary>The names that there may be on the class of a plan file.</summary>
    public static MethodNames Of(FilePlanReading plan)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var type = plan.Class?.Type; type is not null; type = type.BaseType)
        {
            taken.Add(type.Name);
            foreach (var member in type.GetMembers())
            {
                if (!PartialMethods.IsGenerated(member, plan.Class!.Symbols))
                    taken.Add(member.Name);
            }
        }

        taken.UnionWith(plan.Class?.Type.TypeParameters.Select(static parameter => parameter.Name) ?? []);
        if (plan.Class is null)
            taken.Add(FilePlanNames.ClassOf(plan.Model.Id));
        return new(taken);
    }

    /// <summary>The name of what stands for a step.</summary>
    /// <param name="id">The step's id.</param>
    public string Take(string id)
    {
        var name = PascalCase.From(id) is { Length: > 0 } pascal ? pascal : "Step";
        return IsFree(name) && _taken.Add(name) ? name : TakeLike(name + "Step");
    }

    /// <summary>A name like this one.</summary>
    public string TakeLike(string name)
    {
        while (!IsFree(name) || !_taken.Add(name))
            name += "_";
        return name;
    }

    private static bool IsFree(string name) => !ReservedNames.IsReservedMethod(name);
}
