using System.Text.Json;

namespace PlanDsl;

/// <content>Results and inputs on their way to a journal, and back.</content>
internal sealed partial class RunValues
{
    /// <summary>Leads an exchange to what a body of a step has returned last.</summary>
    public void Exchange(StepCode step, ResultExchange exchange)
    {
        if (step.Body is null || step.DropsResult)
            return;
        if (step.IsFanOut && exchange.Attempt is { } element)
            Exchange(ref _fanOuts![step.Index]!.PlaceOf(element), element, exchange);
        else if (step.Storage is ResultStorage.Result || (step.Storage is ResultStorage.Loop && exchange.Attempt is not { Iteration: > 0 }))
            exchange.Of(ref _results[step.Index]);
        else if (exchange.Attempt is { } attempt)
            Exchange(ref _returned[step.Index], attempt, exchange);
        else
            exchange.Of(ref _results[step.Index]);
        if (step.Storage is ResultStorage.Loop && exchange is LoadedResult { IsLast: true, Attempt.Iteration: > 0 } or RebuiltResult { IsLast: true, Attempt.Iteration: > 0 })
            PublishLoop(step);
    }

    /// <summary>The inputs, but for those that are secret.</summary>
    public JsonElement SaveInputs() => JsonValues.Of(inputs.Where(input => !code.Secrets.Contains(input.Key, StringComparer.Ordinal)));

    private static void Exchange(ref Iterated place, StepContext attempt, ResultExchange exchange)
    {
        var result = place.Last;
        exchange.Of(ref result);
        if (exchange is LoadedResult or NoResult)
            place = Next(place, attempt, result);
    }
}
