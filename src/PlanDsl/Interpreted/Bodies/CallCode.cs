using System.Text.Json;

namespace PlanDsl;

/// <summary>Calls a handler.</summary>
internal sealed class CallCode(string name, ValueCode with, IStepHandler? handler) : BodyCode
{
    /// <summary>The name that is called.</summary>
    public string Name => name;

    /// <summary>Whether somebody is registered for it.</summary>
    public bool HasHandler => handler is not null;

    public override ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken) =>
        handler!.InvokeAsync(new(name, with.Constant ?? with.Make(new(run, scope, context)), context), cancellationToken);
}
