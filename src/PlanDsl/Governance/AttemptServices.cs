using Microsoft.Extensions.DependencyInjection;

namespace PlanDsl;

/// <summary>The scope of services of one attempt. Thread-safe.</summary>
internal sealed class AttemptServices
{
    private readonly AsyncServiceScope? _scope;

    public AttemptServices(IServiceProvider? services) =>
        _scope = (services ?? throw new InvalidOperationException("The run is given no services: start it by Start(…, new PlanOptions { Services = … }).")).CreateAsyncScope();

    private AttemptServices()
    {
    }

    /// <summary>What an attempt that has ended has.</summary>
    public static AttemptServices Gone { get; } = new();

    /// <exception cref="ObjectDisposedException">The attempt has ended.</exception>
    public IServiceProvider Provider => _scope?.ServiceProvider ?? throw new ObjectDisposedException(typeof(StepContext).FullName);

    /// <summary>Lets a scope go that nobody has been given.</summary>
    public void Discard() => _scope?.Dispose();

    public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? default;
}
