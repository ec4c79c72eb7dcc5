using System.Text.Json;

namespace PlanDsl;

/// <summary>A program whose failures tell no secrets. It has no strands, in which nothing could be told of a step alone.</summary>
internal readonly struct MaskedProgram(IPlanProgram program, RunSecrets secrets) : IPlanProgram, IMaskingProgram
{
    private readonly MaskedBodies _bodies = new(program, secrets);

    public PlanTable Table => _bodies.Program.Table;

    public RunSecrets Secrets => _bodies.Secrets;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => _bodies.InvokeAsync(step, cancellationToken);

    public ValueTask InvokeAsync(int body, StepContext context) => _bodies.InvokeAsync(body, context);

    public bool Decide(int decision, StepContext context) => _bodies.Decide(decision, context);

    public FanOut OpenFanOut(int step) => _bodies.OpenFanOut(step);

    public void Exchange(int step, ResultExchange exchange) => _bodies.Program.Exchange(step, exchange);

    public JsonElement? SaveInputs(JsonSerializerOptions? options) => _bodies.Program.SaveInputs(options);
}
