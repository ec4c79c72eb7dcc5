using System.Text.Json;

namespace PlanDsl;

/// <summary>Does what the <c>call</c> steps of interpreted plans ask for by a name. It is called by any number of steps and runs at once.</summary>
public interface IStepHandler
{
    /// <summary>Whether it reads <see cref="StepCall.Context"/>; asked once, when a plan is loaded. A step whose handler does costs a little
    /// more. <see langword="false"/> by default.</summary>
    bool TakesContext => false;

    /// <summary>Whether what it returns is always there when it returns, so that nothing ever waits for it; asked once, when a plan is loaded.
    /// Steps that are ready together and call it go to several threads, and a plan of no other steps costs least. One that says so and has yet
    /// to return is waited for all the same. <see langword="false"/> by default.</summary>
    bool IsSynchronous => false;

    /// <summary>Does it. What it throws is a failure of the attempt, of kind <see cref="FailureKind.Exception"/>.</summary>
    /// <param name="call">What is asked.</param>
    /// <param name="cancellationToken">The token of the attempt: cancelled when its time is up, and when the run is cancelled.</param>
    /// <returns>The result of the step, which must not depend on a document that is disposed of; the default value where it leaves
    /// none, as a method does that returns nothing.</returns>
    ValueTask<JsonElement> InvokeAsync(StepCall call, CancellationToken cancellationToken);
}
