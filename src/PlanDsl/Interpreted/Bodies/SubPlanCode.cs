using System.Text.Json;

namespace PlanDsl;

/// <summary>Runs another plan, which is loaded when the run begins.</summary>
internal sealed class SubPlanCode(string planId, NamedValueCode[] with, PlanFileLibrary library) : BodyCode
{
    public override async ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken)
    {
        var plan = library.Get(planId);
        var values = new StepScope(run, scope, context);
        var inputs = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in with)
            inputs[name] = value.Make(values);
        var started = plan.StartWithin(run, InputsOf(plan, inputs, scope, context!.Run), context.SubPlanOptions(), cancellationToken);
        run.Parts?.Keep(context.StepPath, started);
        return JsonValues.Of(await started.GetResultsAsync().ConfigureAwait(false));
    }

    private static IReadOnlyDictionary<string, JsonElement> InputsOf(InterpretedPlan plan, Dictionary<string, JsonElement> given, CodePlace scope, Coordinator run)
    {
        try
        {
            return plan.BindHanded(given, run);
        }
        catch (ArgumentException fault)
        {
            throw HandedInput.Refused(scope.ToString(), plan.Id, fault);
        }
    }
}
