namespace PlanDsl;

/// <content>Going on with a step whose first attempt was begun without a coordinator.</content>
internal sealed partial class GovernedStep
{
    private InheritedBody? _inheritedBody;
    private AttemptTimeout? _inheritedTimeout;
    private bool _hasAwaitedInherited;

    /// <summary>Takes over the first attempt, whose body executes. The step waits for that from here on, as if it had called it.</summary>
    /// <param name="timeout">What bounds the attempt, if something does.</param>
    public void Inherit(AttemptTimeout? timeout)
    {
        _inheritedBody = new();
        _inheritedTimeout = timeout;
        HasBegun = true;
        _ = BeginAsync();
    }

    /// <summary>Says that the body of that attempt has returned, and goes on with the step on this thread.</summary>
    /// <param name="failure">What it threw; <see langword="null"/> for nothing.</param>
    public void EndInherited(Exception? failure) => _inheritedBody!.Return(failure);

    /// <summary>Calls a body, except one that has been called before there was a coordinator.</summary>
    private ValueTask InvokeAsync(int body, StepContext context)
    {
        if (_inheritedBody is not { } called || _hasAwaitedInherited)
            return run.InvokeAsync(body, context);
        _hasAwaitedInherited = true;
        return called.Returned;
    }
}
