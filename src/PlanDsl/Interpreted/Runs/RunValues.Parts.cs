using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <content>Fan-outs and groups.</content>
internal sealed partial class RunValues
{
    private readonly FanOut<JsonElement, Iterated>?[]? _fanOuts = code.FanOuts.Length == 0 ? null : new FanOut<JsonElement, Iterated>?[code.Steps.Length];

    // The results of fan-outs as one value each, made when one is first asked for; whoever makes it makes the same.
    private readonly object?[]? _joined = code.FanOuts.Length == 0 ? null : new object?[code.Steps.Length];

    /// <summary>The element that an attempt is for.</summary>
    public JsonElement ElementOf(int step, StepContext context) => _fanOuts![step]!.ElementOf(context);

    /// <summary>Opens the array that a step goes through.</summary>
    /// <exception cref="BindingException">It is none.</exception>
    public FanOut Open(StepCode step)
    {
        var source = new StepScope(this, step.Place, context: null) { TakesDefaults = false }.ValueOf(step.Elements!, PropertyNames.Each);
        if (source.ValueKind is not JsonValueKind.Array)
            throw PlanJson.NoArray(step.Elements!.ToString(), step.Place.Id);
        return _fanOuts![step.Index] = FanOut.Over<JsonElement, Iterated>(source.EnumerateArray());
    }

    /// <summary>Publishes what the members of a group that has succeeded have returned, and makes of it the result of the group.</summary>
    public void PublishGroup(StepCode group, StepContext context)
    {
        var members = code.Table.Membership!.MembersOf(group.Index);
        foreach (var member in members)
        {
            if (context.HasSucceeded(member) && !code.Steps[member].DropsResult)
                _results[member] = code.Steps[member].IsFanOut ? JoinedOf(member) : _returned[member].Last;
        }

        if (!group.DropsResult)
            _results[group.Index] = PlanJson.Of((JsonElement?)Merged(group, members));
    }

    private JsonElement Merged(StepCode group, ReadOnlySpan<int> members)
    {
        if (group.Strategy is ParallelStrategy.Any)
        {
            foreach (var member in members)
            {
                if (_results[member].ValueKind is not JsonValueKind.Undefined)
                    return _results[member];
            }

            return default;
        }

        int[] all = [.. members];
        return group.IsMergedByKey
            ? JsonValues.Of(all.Select(member => KeyValuePair.Create(code.Keys.Of(member), _results[member])))
            : JsonValues.Array(all.Select(member => _results[member]));
    }

    private JsonElement JoinedOf(int step)
    {
        if (_joined![step] is JsonElement joined)
            return joined;
        if (_fanOuts![step]?.Results is not { } results || HaveLeftNothing(results))
            return default;
        joined = JsonValues.Array(results.Select(static result => result.Last));
        _joined[step] = joined;
        return joined;
    }

    // All that have returned have returned nothing, so that this is what they do.
    private static bool HaveLeftNothing(IEnumerable<Iterated> results)
    {
        var has = false;
        foreach (var result in results)
        {
            if (result.Last.ValueKind is not JsonValueKind.Undefined)
                return false;
            has |= result.HasReturned;
        }

        return has;
    }
}
