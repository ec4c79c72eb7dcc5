using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>An interpreted plan as the engine runs it.</summary>
/// <param name="run">The values of the run.</param>
internal readonly struct InterpretedProgram(RunValues run) : IPlanProgram<PlanResults>
{
    public PlanTable Table => run.Code.Table;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken)
    {
        var code = run.Code.Steps[step];
        var running = code.Body!.RunAsync(code.Place, run, context: null, cancellationToken);
        if (running.IsCompletedSuccessfully)
        {
            run.Keep(step, running.Result);
            return default;
        }

        return KeepAsync(run, step, running);
    }

    public ValueTask InvokeAsync(int body, StepContext context)
    {
        var code = run.Code;
        if (body >= code.Steps.Length)
            return InvokeNamedAsync(run, code.Named[body - code.Steps.Length], context);
        var step = code.Steps[body];
        if (step.Body is null)
        {
            run.PublishGroup(step, context);
            return default;
        }

        var running = step.Body.RunAsync(step.Place, run, context, context.CancellationToken);
        if (running.IsCompletedSuccessfully)
        {
            run.Keep(step, context, running.Result);
            return default;
        }

        return KeepAsync(run, step, context, running);
    }

    public void Invoke(Strand strand) => run.Code.Strands[strand.Number].Run(strand, run);

    public bool Decide(int decision, StepContext context)
    {
        var code = run.Code;
        if (decision >= code.Decisions.Length)
            return run.Flow!.LeadsTo(decision - code.Decisions.Length, context);
        var asked = code.Decisions[decision];
        var place = asked.Place;
        var holds = asked.Holds(run, context);
        var step = code.Steps[place.Step];
        if (place.Role is MethodRole.RepeatUntil && (holds || (code.Table.PolicyOf(place.Step)!.Loop is { UseLast: true } loop && context.Iteration == loop.MaxIterations)))
            run.PublishLoop(step);
        return holds;
    }

    public FanOut OpenFanOut(int step) => run.Open(run.Code.Steps[step]);

    public PlanResults GetResults() => run.Results();

    public void Exchange(int step, ResultExchange exchange) => run.Exchange(run.Code.Steps[step], exchange);

    public JsonElement? SaveInputs(JsonSerializerOptions? options) => run.SaveInputs();

    private static async ValueTask KeepAsync(RunValues run, int step, ValueTask<JsonElement> running) => run.Keep(step, await running.ConfigureAwait(false));

    private static async ValueTask KeepAsync(RunValues run, StepCode step, StepContext context, ValueTask<JsonElement> running) =>
        run.Keep(step, context, await running.ConfigureAwait(false));

    private static async ValueTask InvokeNamedAsync(RunValues run, NamedCode named, StepContext context)
    {
        var result = await named.Body.RunAsync(named.Place, run, context, context.CancellationToken).ConfigureAwait(false);
        if (named.Place.Role is MethodRole.Fallback)
            run.KeepFallback(run.Code.Steps[named.Place.Step], context, result);
    }
}
