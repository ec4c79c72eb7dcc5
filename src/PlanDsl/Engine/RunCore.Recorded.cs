using System.Text.Json;

namespace PlanDsl;

/// <content>Bodies of a run that is recorded.</content>
internal abstract partial class RunCore<TProgram>
{
    public override void Exchange(int step, ResultExchange exchange) => _program.Exchange(step, exchange);

    private protected override PlanShape Shape => _program.Table.Shape ??= PlanShape.Of(_program);

    private protected override JsonElement? SaveInputs() => _program.SaveInputs(JsonOptions);

    private protected override ValueTask InvokeBare(int step, StepContext context) => _program.InvokeAsync(step, context);

    private async ValueTask InvokeRecordedAsync(int step)
    {
        await FlushAsync().ConfigureAwait(false);
        if (BodyWatch is { } watch)
            await InvokeWatchedAsync(watch, step).ConfigureAwait(false);
        else
            await _program.InvokeAsync(step, TokenOf(step)).ConfigureAwait(false);
        Record(step);
    }

    private async ValueTask InvokeRecordedAsync(int body, StepContext context)
    {
        var kind = KindOf(body);
        var isRebuilt = kind is BodyKind.Step && IsRebuilt(body);
        if (!isRebuilt || !IsGroup(body))
            await FlushAsync().ConfigureAwait(false);
        await InvokeHereAsync(body, context).ConfigureAwait(false);
        if (!isRebuilt && kind is not BodyKind.Compensation)
            Record(context.Unit.Step, context);
    }
}
