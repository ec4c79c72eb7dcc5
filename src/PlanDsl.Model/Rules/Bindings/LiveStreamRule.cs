namespace PlanDsl.Model;

/// <summary>PLAN0210: a stream that is read live has one reader, which can start and execute together with its producer.</summary>
internal sealed class LiveStreamRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (plan.Bindings.Live is not { } chains)
            return;
        var before = findings.Count;
        var readers = new Dictionary<int, int>();
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (!binding.Parameter.IsLive || !plan.IsSettled(binding) || !plan.Fits(plan.GivenTo(binding), binding.Parameter.Type))
                    continue;
                if ((FaultOfReader(plan, binding) ?? FaultOfProducer(plan, binding, readers) ?? FaultOfWaits(plan, chains, binding)) is { } fault)
                    findings.Add(Found(plan, binding, fault));
                readers[binding.Producer] = readers.TryGetValue(binding.Producer, out var first) ? first : step;
            }
        }

        // What lies on a circle as it is has been told of.
        if (findings.Count == before && plan.Components.Cyclic.IsEmpty)
            CheckStarts(plan, chains, findings);
    }

    private static string? FaultOfReader(PlanAnalysis plan, Binding binding)
    {
        var reader = plan.Model.Steps[binding.Step];
        return reader.Element is { } element ? $"the body is called for each element of '{element.Key}', and a stream is read once"
            : reader.RepeatUntil is not null ? "the step is repeated, and a stream is read once"
            : reader.Group is { } group ? $"the step starts with the other members of group '{group}', and not with '{plan.Model.Steps[binding.Producer].Id}'"
            : reader.SubPlan is not null ? "the plan that the step runs has steps of its own, for which the producer would have to make room"
            : reader.RunsAfterFailures ? "the step runs also after failures, when all that it waits for has ended"
            : plan.Bindings.Live!.ProducerOf(binding.Step) != binding.Producer ? $"the step reads '{plan.Model.Steps[plan.Bindings.Live.ProducerOf(binding.Step)].ResultKey}' live, and it can start with one producer only"
            : null;
    }

    private static string? FaultOfProducer(PlanAnalysis plan, Binding binding, Dictionary<int, int> readers)
    {
        var producer = plan.Model.Steps[binding.Producer];
        return producer.RepeatUntil is not null ? $"step '{producer.Id}' is repeated, and produces one stream after the other"
            : producer.Group is { } group ? $"whether '{producer.Id}' counts is known only when group '{group}' has ended"
            : producer.RunsAfterFailures ? $"step '{producer.Id}' runs also after failures"
            : readers.TryGetValue(binding.Producer, out var first) ? $"{(first == binding.Step ? "another parameter" : $"step '{plan.Model.Steps[first].Id}'")} does, and a stream is read once"
            : null;
    }

    // What starts together cannot wait for each other's end.
    private static string? FaultOfWaits(PlanAnalysis plan, LiveChains chains, Binding live)
    {
        foreach (var binding in plan.Bindings.BindingsOf(live.Step))
        {
            if (binding.Producer >= 0 && !binding.Parameter.IsLive && !binding.IsOwnResult && StartTogether(binding.Producer))
                return Waits(binding.Producer);
        }

        foreach (var dependency in plan.Bindings.DependenciesOf(live.Step))
        {
            if (dependency >= 0 && dependency != live.Step && StartTogether(dependency))
                return Waits(dependency);
        }

        return null;

        bool StartTogether(int other) => chains.HeadOf(other) == chains.HeadOf(live.Step);

        string Waits(int other) => $"the step also waits for the end of '{plan.Model.Steps[other].Id}', with which it would have to start";
    }

    // Steps that start together wait for what each of them waits for, and by that perhaps for themselves.
    private static void CheckStarts(PlanAnalysis plan, LiveChains chains, ICollection<Finding> findings)
    {
        var starts = chains.StartsOf(plan.Graph);
        foreach (var cycle in ShortCycles.Of(starts, StronglyConnectedComponents.Of(starts)))
        {
            for (var i = 0; i < cycle.Length; i++)
            {
                var (waited, head) = (cycle[i == 0 ? cycle.Length - 1 : i - 1], cycle[i]);
                if (ReaderThatWaits(plan, chains, waited, head) is not { } live)
                    continue;
                var path = string.Join(" → ", cycle.Skip(i).Concat(cycle.Take(i + 1)).Select(step => plan.Model.Steps[step].Id));
                findings.Add(Found(plan, live, $"the two start together, when what either waits for has ended, and '{plan.Model.Steps[live.Step].Id}' waits for '{plan.Model.Steps[waited].Id}', so that they would wait for themselves: {path}"));
                break;
            }
        }
    }

    private static Binding? ReaderThatWaits(PlanAnalysis plan, LiveChains chains, int waited, int head)
    {
        foreach (var reader in plan.Graph.SuccessorsOf(waited))
        {
            if (reader == head || chains.HeadOf(reader) != head)
                continue;
            foreach (var binding in plan.Bindings.BindingsOf(reader))
            {
                if (binding.Parameter.IsLive)
                    return binding;
            }
        }

        return null;
    }

    private static Finding Found(PlanAnalysis plan, Binding binding, string fault)
    {
        var all = plan.Model.Steps[binding.Producer].ResultType!;
        return new(
            RuleIds.LiveStream,
            binding.Anchor.At(PropertyNames.Type),
            [binding.Parameter.Name, plan.Model.Steps[binding.Step].NameOf(binding.Role), plan.KeyOf(binding), fault, OptionalIntoNonNullableRule.TypeToTake(plan, binding, all)]);
    }
}
