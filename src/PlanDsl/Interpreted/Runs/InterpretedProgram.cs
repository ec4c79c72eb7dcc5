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
        var running = Run(code.Place, code.Body!, context: null, cancellationToken);
        if (running.IsCompletedSuccessfully)
        {
            run.Keep(step, running.Result);
            return default;
        }

        return KeepAsync(run, step, running, cancellationToken);
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

        var running = Run(step.Place, step.Body, context, context.CancellationToken);
        if (running.IsCompletedSuccessfully)
        {
            run.Keep(step, context, running.Result);
            return default;
        }

        return KeepAsync(run, step, context, running);
    }

    public void Invoke(Strand strand)
    {
        var values = run;
        var token = strand.CancellationToken;
        try
        {
            values.Code.Strands[strand.Number].Run(strand, values);
        }
        catch (Exception failure) when (values.IsSecretIn(failure, token))
        {
            throw values.Secrets.Masked(failure);
        }
    }

    public bool Decide(int decision, StepContext context)
    {
        var code = run.Code;
        if (decision >= code.Decisions.Length)
            return run.Flow!.LeadsTo(decision - code.Decisions.Length, context);
        var (place, condition) = code.Decisions[decision];
        var holds = new StepScope(run, place, context).Decide(condition);
        var step = code.Steps[place.Step];
        if (place.Role is MethodRole.RepeatUntil && (holds || context.Iteration == code.Table.PolicyOf(place.Step)!.Loop!.MaxIterations))
            run.PublishLoop(step);
        return holds;
    }

    public FanOut OpenFanOut(int step) => run.Open(run.Code.Steps[step]);

    public PlanResults GetResults() => run.Results();

    private ValueTask<JsonElement> Run(CodePlace place, BodyCode body, StepContext? context, CancellationToken cancellationToken)
    {
        try
        {
            return body.RunAsync(place, run, context, cancellationToken);
        }
        catch (Exception failure) when (run.IsSecretIn(failure, cancellationToken))
        {
            throw run.Secrets.Masked(failure);
        }
    }

    // What has failed may tell what nobody is to be told, here and below.
    private static async ValueTask KeepAsync(RunValues run, int step, ValueTask<JsonElement> running, CancellationToken cancellationToken)
    {
        try
        {
            run.Keep(step, await running.ConfigureAwait(false));
        }
        catch (Exception failure) when (run.IsSecretIn(failure, cancellationToken))
        {
            throw run.Secrets.Masked(failure);
        }
    }

    private static async ValueTask KeepAsync(RunValues run, StepCode step, StepContext context, ValueTask<JsonElement> running)
    {
        try
        {
            run.Keep(step, context, await running.ConfigureAwait(false));
        }
        catch (Exception failure) when (run.IsSecretIn(failure, context.CancellationToken))
        {
            throw run.Secrets.Masked(failure);
        }
    }

    private static async ValueTask InvokeNamedAsync(RunValues run, NamedCode named, StepContext context)
    {
        try
        {
            var result = await named.Body.RunAsync(named.Place, run, context, context.CancellationToken).ConfigureAwait(false);
            if (named.Place.Role is MethodRole.Fallback)
                run.KeepFallback(run.Code.Steps[named.Place.Step], context, result);
        }
        catch (Exception failure) when (run.IsSecretIn(failure, context.CancellationToken))
        {
            throw run.Secrets.Masked(failure);
        }
    }
}
