using System.Text.Json;

namespace PlanDsl;

/// <summary>A program with typed results whose failures tell no secrets.</summary>
/// <remarks>It holds the program as an object, and not as a type parameter, so that there is one specialised engine for all that have secrets.</remarks>
internal readonly struct MaskedProgram<TResults>(IPlanProgram<TResults> program, RunSecrets secrets) : IPlanProgram<TResults>, IMaskingProgram
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

    public TResults GetResults() => ((IPlanProgram<TResults>)_bodies.Program).GetResults();
}
