namespace PlanDsl.Model;

/// <summary>PLAN0207: a path leads to a member that is there, where it is known what there is: of commands, of the outcomes of
/// steps, and of groups whose members all have keys.</summary>
internal sealed class UnknownMemberRule : IPlanRule
{
    private static readonly KnownMembers OfOutcome = new(["status", "error"]);
    private static readonly KnownMembers OfError = new(["kind", "message"]);
    private static readonly KnownMembers OfCommand = new(CommandResults.Members);
    private static readonly KnownMembers None = new([]);

    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.Path))
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (binding.Parameter.Path is { } path && path.Root != ReferenceRoots.Item && binding.Producer >= 0 && !plan.Bindings.IsContested(binding.Producer))
                    Check(plan, binding, path, findings);
            }
        }
    }

    private static void Check(PlanAnalysis plan, Binding binding, PathExpression path, ICollection<Finding> findings)
    {
        var first = StepPath.From(path) is { } named ? named.Used - 1 : ReferenceRoots.SegmentsToName(path);
        if (path.Segments.Count <= first)
            return;
        if (binding.Parameter.Kind is ParameterKind.Outcome)
        {
            var (at, members) = path.Segments[first].Name is "error" && path.Segments.Count > first + 1 ? (first + 1, OfError) : (first, OfOutcome);
            if (Demand(plan, binding, path, at, members, findings) && path.Segments[at].Name is not "error" && path.Segments.Count > at + 1)
                Demand(plan, binding, path, at + 1, None, findings);
            return;
        }

        if (plan.Has(binding.Producer, StepAspects.Element) && !binding.IsOwnResult)
        {
            if (path.Segments[first].Name is not null)
                Report(plan, binding, path, first, null, $"it is a list; take an element of it, such as {path.TextOfFirst(first)}[0]", findings);
            else if (path.Segments.Count > first + 1)
                CheckMembers(plan, binding, path, first + 1, findings);
            return;
        }

        CheckMembers(plan, binding, path, first, findings);
    }

    private static void CheckMembers(PlanAnalysis plan, Binding binding, PathExpression path, int first, ICollection<Finding> findings)
    {
        if (MembersOf(plan, binding) is not { } members)
            return;
        if (ReferenceEquals(members, OfCommand))
            CheckCommand(plan, binding, path, first, findings);
        else
            Demand(plan, binding, path, first, members, findings);
    }

    private static void CheckCommand(PlanAnalysis plan, Binding binding, PathExpression path, int first, ICollection<Finding> findings)
    {
        if (Demand(plan, binding, path, first, OfCommand, findings) && path.Segments[first].Name is not CommandResults.Json && path.Segments.Count > first + 1)
            Demand(plan, binding, path, first + 1, None, findings);
    }

    // Of a fan-out, those of its elements.
    private static KnownMembers? MembersOf(PlanAnalysis plan, Binding binding)
    {
        var producer = plan.Model.Steps[binding.Producer];
        if (CommandResults.AreReturnedBy(producer))
            return OfCommand;
        return producer.Parallel is { EffectiveStrategy: not ParallelStrategy.Any } ? plan.KeysOf(binding.Producer) : null;
    }

    private static bool Demand(PlanAnalysis plan, Binding binding, PathExpression path, int segment, KnownMembers members, ICollection<Finding> findings)
    {
        var member = path.Segments[segment];
        if (member.Name is { } name && members.Contain(name))
            return true;
        var nearest = member.Name is null ? null : members.NearestTo(member.Name);
        var remedy = nearest is not null ? $"did you mean '{nearest}'?"
            : members.Names.Count == 0 ? "it is a plain value; end the path here"
            : $"it has {string.Join(", ", members.Names.Take(6))}{(members.Names.Count > 6 ? ", …" : "")}";
        Report(plan, binding, path, segment, nearest, remedy, findings);
        return false;
    }

    private static void Report(PlanAnalysis plan, Binding binding, PathExpression path, int segment, string? nearest, string remedy, ICollection<Finding> findings)
    {
        var member = path.Segments[segment];
        var written = member.Name ?? "[" + member.Index.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]";
        findings.Add(
            RuleIds.UnknownMember,
            binding.Anchor.At(PropertyNames.Member, segment + 1),
            () => [path.TextOfFirst(segment), written, path.ToString(), plan.Model.Steps[binding.Step].NameOf(binding.Role), remedy],
            nearest);
    }
}
