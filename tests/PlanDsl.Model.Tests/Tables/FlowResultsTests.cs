namespace PlanDsl.Model.Tests;

/// <summary>Which results may be absent in a plan with transitions, because a way leads past the step.</summary>
public class FlowResultsTests
{
    [Theory]
    [InlineData("a", "b", "c", "d")]
    [InlineData("a>c", "-b", "c", "d")]
    [InlineData("-a!x", "-x", "b", "c")]
    [InlineData("a", "b", "c")]
    [InlineData("-a!mend", "-b", "-c", "-mend>d", "d")]
    public void A_way_may_lead_past_a_step(params string[] steps)
    {
        var optional = steps.Where(static step => step[0] == '-').Select(static step => step[1..].Split('!', '>')[0]);
        var plan = Flow([.. steps.Select(static step => step.TrimStart('-'))]);

        Assert.Equal(optional, Optional(plan));
    }

    [Theory]
    [InlineData("b", "c", true)]
    [InlineData("a", "c", true)]
    [InlineData("x", "y", false)]
    [InlineData("x", "c", true)]
    [InlineData("c", "d", false)]
    public void Who_comes_behind_it_on_the_same_way_has_its_result(string producer, string consumer, bool isOptional)
    {
        var plan = Flow("a!x,y", "b", "x", "y>c", "c", "d");
        var bindings = new PlanBindings(plan);

        Assert.Equal(isOptional, OptionalResults.IsOptionalTo(plan, bindings, bindings.StepWithId(producer), bindings.StepWithId(consumer)));
    }

    // Against a walk on every way, step by step, as a run goes on.
    [Fact]
    public void None_is_missed()
    {
        var random = new Random(20261122);
        var exact = 0;
        for (var i = 0; i < 3_000; i++)
        {
            var plan = RandomFlow(random);
            var bindings = new PlanBindings(plan);
            var graph = PlanGraph.From(plan, bindings);
            if (!StronglyConnectedComponents.Of(graph).Cyclic.IsEmpty)
                continue;
            var (absent, absentTo) = AllWays(plan);
            var optional = OptionalResults.Of(plan, graph, bindings);
            Assert.True(absent.All(optional.Contains), Told(plan));
            Assert.True(absentTo.All(pair => OptionalResults.IsOptionalTo(plan, bindings, pair.Step, pair.To)), Told(plan));
            if (!HasWaysOfItsOwn(plan))
                continue;
            exact++;
            Assert.Equal(absent.Order(), optional);
            foreach (var (step, to) in from step in Enumerable.Range(0, plan.Steps.Count) from to in Enumerable.Range(0, plan.Steps.Count) select (step, to))
            {
                if (step != to && plan.Steps[step].Flow!.FailureBranch.IsEmpty && OptionalResults.IsOptionalTo(plan, bindings, step, to))
                    Assert.Contains((step, to), absentTo);
            }
        }

        Assert.True(exact > 300);
    }

    private static string[] Optional(PlanModel plan)
    {
        var bindings = new PlanBindings(plan);
        return [.. OptionalResults.Of(plan, PlanGraph.From(plan, bindings), bindings).Select(step => plan.Steps[step].Id)];
    }

    private static string Told(PlanModel plan) => string.Join(' ', plan.Steps.Select(static (step, index) => $"{index}!{string.Join(',', step.Flow!.FailureBranch)}>{step.Flow.DefaultNext} ({step.Flow.NextOnMainLine})"));

    // a!x,y>c: step a leads on to c, and to x and then y when it fails.
    private static PlanModel Flow(params string[] steps)
    {
        var file = PlanFileReader.Read($$"""{ "order": "sequential", "steps": [ {{string.Join(", ", steps.Select(Step))}}, { "id": "last", "command": "x", "transitions": {} } ] }""", "flow");
        Assert.Empty(file.Findings);
        return file.Model with { Steps = file.Model.Steps.Select(static step => step with { ResultType = TypeRef.Json }).ToEquatableArray() };

        static string Step(string text)
        {
            var (head, next) = text.Split('>') is [var before, var after] ? (before, $"\"default_next_step\": \"{after}\"") : (text, "");
            var (id, branch) = head.Split('!') is [var name, var names] ? (name, $"\"failure_branch_ids\": [{string.Join(", ", names.Split(',').Select(static id => $"\"{id}\""))}]") : (head, "");
            return $$"""{ "id": "{{id}}", "command": "x", "transitions": { {{string.Join(", ", new[] { next, branch }.Where(static part => part.Length > 0))}} } }""";
        }
    }

    private static PlanModel RandomFlow(Random random)
    {
        var count = random.Next(2, 9);
        return Flow([.. Enumerable.Range(0, count).Select(step =>
        {
            var later = Enumerable.Range(step + 1, count - step - 1).Where(_ => random.Next(3) == 0).Select(static step => $"s{step}").ToArray();
            var branch = random.Next(3) == 0 && later.Length > 0 ? $"!{string.Join(',', later.Take(2))}" : "";
            return $"s{step}{branch}{(random.Next(4) == 0 && step < count - 1 ? $">s{random.Next(step + 1, count)}" : "")}";
        })]);
    }

    // Each branch is that of one step, and no part of the main line.
    private static bool HasWaysOfItsOwn(PlanModel plan)
    {
        var branches = plan.Steps.SelectMany(static step => step.Flow!.FailureBranch).ToArray();
        return branches.Distinct().Count() == branches.Length && branches.All(step => plan.Steps[step].Flow!.IsOffMainLine);
    }

    private static (HashSet<int> Absent, HashSet<(int Step, int To)> AbsentTo) AllWays(PlanModel plan)
    {
        var (absent, absentTo) = (new HashSet<int>(), new HashSet<(int, int)>());
        Go(FlowStart.Of(plan)!.Value, -1, 0, []);
        return (absent, absentTo);

        void Go(int? current, int owner, int place, HashSet<int> there)
        {
            if (current is not { } step)
            {
                absent.UnionWith(Enumerable.Range(0, plan.Steps.Count).Except(there));
                return;
            }

            absentTo.UnionWith(Enumerable.Range(0, plan.Steps.Count).Except(there).Where(other => other != step).Select(other => (other, step)));
            var flow = plan.Steps[step].Flow!;
            if (!flow.FailureBranch.IsEmpty)
                Go(flow.FailureBranch[0], step, 0, there);
            there = [.. there, step];
            if (owner < 0)
                Go(flow.DefaultNext ?? flow.NextOnMainLine, -1, 0, there);
            else if (place + 1 < plan.Steps[owner].Flow!.FailureBranch.Count)
                Go(plan.Steps[owner].Flow!.FailureBranch[place + 1], owner, place + 1, there);
            else
                Go(flow.DefaultNext ?? plan.Steps[owner].Flow!.NextOnMainLine, -1, 0, there);
        }
    }
}
