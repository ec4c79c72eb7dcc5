using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>What a parallel group comes to: one value under <see cref="ParallelStrategy.Any"/>, else an array with a place for each
/// member, empty where the group can do without that one or its condition has skipped one. There is none unless all members return one type.</summary>
internal sealed class GroupResult
{
    public GroupResult(IReadOnlyList<ReadStep> members, ParallelStrategy strategy, PlanSymbols symbols)
    {
        var first = members.Count == 0 ? null : members[0].Model.ResultType;
        if (first is null || members.Any(static member => member.Model.ResultType is null))
            return;

        // What one member was meant to return is not known, so neither is what the group was.
        if (members.FirstOrDefault(static member => member.Result is null) is { } unknown)
        {
            Type = unknown.Model.ResultType! with { Name = "dynamic", IsValueType = false, Nullability = Nullability.Oblivious };
            return;
        }

        if (members.Any(member => member.Model.ResultType!.Name != first.Name))
            return;
        var element = members.Select(static member => member.Result!).FirstOrDefault(static result => result.NullableAnnotation is NullableAnnotation.Annotated)
            ?? members[0].Result!;
        Symbol = strategy switch
        {
            ParallelStrategy.Any => element,
            ParallelStrategy.All or ParallelStrategy.FailFast when members.All(static member => member.Model.When is null) => ArrayTypes.Of(element, symbols),
            _ => ArrayTypes.Of(ArrayTypes.Absentable(element, symbols), symbols),
        };
        Type = TypeNames.Ref(Symbol);
    }

    /// <summary>The type of the result; <see langword="null"/> for none, or where it is not known.</summary>
    public ITypeSymbol? Symbol { get; }

    /// <summary>The type as the rules see it; <see langword="null"/> for none.</summary>
    public TypeRef? Type { get; }
}
