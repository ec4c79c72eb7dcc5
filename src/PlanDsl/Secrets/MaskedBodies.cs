namespace PlanDsl;

/// <summary>Calls a program and leaves secrets out of what that throws: whatever the engine, a log or an observer comes to see of a failure
/// has come through here.</summary>
internal sealed class MaskedBodies(IPlanProgram program, RunSecrets secrets)
{
    public IPlanProgram Program => program;

    public RunSecrets Secrets => secrets;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken)
    {
        try
        {
            return Mask(program.InvokeAsync(step, cancellationToken), cancellationToken);
        }
        catch (Exception failure) when (secrets.AreIn(failure, cancellationToken))
        {
            throw secrets.Masked(failure);
        }
    }

    public ValueTask InvokeAsync(int body, StepContext context)
    {
        try
        {
            return Mask(program.InvokeAsync(body, context), context.CancellationToken);
        }
        catch (Exception failure) when (secrets.AreIn(failure, context.CancellationToken))
        {
            throw secrets.Masked(failure);
        }
    }

    public bool Decide(int decision, StepContext context)
    {
        try
        {
            return program.Decide(decision, context);
        }
        catch (Exception failure) when (secrets.AreIn(failure, context.CancellationToken))
        {
            throw secrets.Masked(failure);
        }
    }

    public FanOut OpenFanOut(int step)
    {
        try
        {
            return program.OpenFanOut(step);
        }
        catch (Exception failure) when (secrets.AreIn(failure, CancellationToken.None))
        {
            throw secrets.Masked(failure);
        }
    }

    private ValueTask Mask(ValueTask running, CancellationToken cancellationToken) =>
        running.IsCompletedSuccessfully ? running : MaskAsync(running, cancellationToken);

    private async ValueTask MaskAsync(ValueTask running, CancellationToken cancellationToken)
    {
        try
        {
            await running.ConfigureAwait(false);
        }
        catch (Exception failure) when (secrets.AreIn(failure, cancellationToken))
        {
            throw secrets.Masked(failure);
        }
    }
}
