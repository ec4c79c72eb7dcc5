using Microsoft.Extensions.DependencyInjection;

namespace PlanDsl;

/// <summary>The scope of services of one attempt. Thread-safe.</summary>
internal sealed class AttemptServices
{
    private readonly AsyncServiceScope _scope;
    private volatile bool _isDisposed;

    public AttemptServices(IServiceProvider? services) =>
        _scope = (services ?? throw new InvalidOperationException("The run is given no services: start it by Start(…, new PlanOptions { Services = … }).")).CreateAsyncScope();

    public IServiceProvider Provider
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(StepContext));
            return _scope.ServiceProvider;
        }
    }

    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return _scope.DisposeAsync();
    }
}
