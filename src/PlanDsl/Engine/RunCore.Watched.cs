namespace PlanDsl;

/// <content>Bodies with something around them: a span, a scope of the log, a scope of services.</content>
internal abstract partial class RunCore<TProgram>
{
    private async ValueTask InvokeWatchedAsync(RunWatch watch, int step)
    {
        using var watched = watch.Enter(new(BodyKind.Step, PathOf(step), Attempt: 1));
        try
        {
            await _program.InvokeAsync(step, TokenOf(step)).ConfigureAwait(false);
            watched.Succeed();
        }
        catch (Exception exception)
        {
            watched.Fail(exception, isTimeUp: false, TokenOf(step));
            throw;
        }
    }

    private async ValueTask InvokeSurroundedAsync(int body, StepContext context)
    {
        var kind = KindOf(body);

        // A group executes nothing: what is called for it puts the results of its members together.
        using var watched = kind is BodyKind.Step && IsGroup(body) ? default : BodyWatch?.Enter(new(kind, context.StepPath, context.Attempt)) ?? default;
        try
        {
            try
            {
                await _program.InvokeAsync(body, context).ConfigureAwait(false);
            }
            finally
            {
                await context.ReleaseServicesAsync().ConfigureAwait(false);
            }

            watched.Succeed();
        }
        catch (Exception exception)
        {
            // Nothing but its timeout cancels a compensation.
            watched.Fail(exception, context.IsTimeUp || kind is BodyKind.Compensation, context.CancellationToken);
            throw;
        }
    }
}
