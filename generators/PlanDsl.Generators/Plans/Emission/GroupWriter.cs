using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the bodies of parallel groups: once a group has succeeded, they take what its members returned. Where a member
/// can be lost, it may return later all the same, so what it returned counts only if it has succeeded by then.</summary>
internal sealed class GroupWriter(PlanSpec plan, StateNames names)
{
    private const string Null = "global::PlanDsl.PlanJson.Null";

    private readonly PlanBindings _bindings = new(plan.Model);

    /// <summary>Whether there is anything to take, and so a body.</summary>
    public bool HasBody(int group) => plan.Model.Steps[group].ResultType is not null || TakenFrom(group).Length > 0;

    /// <summary>Writes the body of <paramref name="group"/>, if it has one.</summary>
    public void Write(CodeWriter writer, int group)
    {
        if (!HasBody(group))
            return;
        using (writer.Block($"public global::System.Threading.Tasks.ValueTask {names.OfMethod(group, MethodRole.Body)}({Signatures.StepContext} {AttemptArguments.Context})"))
        {
            if (plan.Model.Steps[group] is { Parallel.EffectiveStrategy: ParallelStrategy.Any, ResultType: not null })
                WriteWinner(writer, group);
            else
                WriteAll(writer, group);
            writer.WriteLine("return default;");
        }

        writer.WriteLine();
    }

    private void WriteWinner(CodeWriter writer, int group)
    {
        var branch = "if";
        foreach (var member in _bindings.MembersOf(group))
        {
            using (writer.Block($"{branch} ({HasSucceeded(member)})"))
            {
                var value = names.OfReturned(member);
                if (value.Length > 0)
                    writer.WriteLine($"{names.OfResult(member)} = {value};");
                writer.WriteLine($"{names.OfReturned(group)} = {(plan.Steps[group].Merge is GroupMerge.First ? JsonOf(member, value) : value)};");
            }

            branch = "else if";
        }

        writer.WriteLine();
    }

    private void WriteAll(CodeWriter writer, int group)
    {
        foreach (var member in TakenFrom(group))
        {
            writer.WriteLine($"if ({HasSucceeded(member)})");
            using (writer.Indent())
                writer.WriteLine($"{names.OfResult(member)} = {names.OfReturned(member)};");
        }

        var declared = plan.Model.Steps[group];
        if (declared.ResultType is null)
            return;
        var members = _bindings.MembersOf(group).ToArray();
        if (plan.Steps[group].Merge is not GroupMerge.Typed)
        {
            WriteMerged(writer, group, members);
            return;
        }

        writer.WriteLine($"{names.OfReturned(group)} = [{string.Join(", ", members.Select(member => ValueOf(group, member)))}];");
    }

    private void WriteMerged(CodeWriter writer, int group, int[] members)
    {
        var isObject = plan.Steps[group].Merge is GroupMerge.Object;
        writer.WriteLine($"{names.OfReturned(group)} = global::PlanDsl.PlanJson.{(isObject ? "Object" : "Array")}(");
        using (writer.Indent())
        {
            for (var place = 0; place < members.Length; place++)
            {
                var (member, end) = (plan.Model.Steps[members[place]], place < members.Length - 1 ? "," : ");");
                var value = member.ResultType is null ? Null : JsonOf(members[place], ValueOf(group, members[place]));
                writer.WriteLine(isObject ? $"({CSharpText.Quote(member.ResultKey)}, {value}){end}" : value + end);
            }
        }
    }

    private string JsonOf(int member, string value) =>
        plan.Model.Steps[member].ResultType is { } type ? JsonTexts.Of(plan.Steps[member], type, value) : Null;

    private string ValueOf(int group, int member) =>
        plan.Model.Steps[group].Parallel!.CanLoseMembers || plan.Model.Steps[member].When is not null ? names.OfResult(member) : Returned(member);

    private int[] TakenFrom(int group) =>
        [.. _bindings.MembersOf(group).ToArray().Where(member => names.IsTaken(member))];

    // C# cannot see that all of them have returned.
    private string Returned(int member) =>
        names.OfReturned(member) + (TypeTexts.IsNeverNull(plan.Model.Steps[member].ResultType!, isOptional: false) ? "!" : "");

    private static string HasSucceeded(int member) => $"{AttemptArguments.Context}.HasSucceeded({TableWriter.Text(member)})";
}
