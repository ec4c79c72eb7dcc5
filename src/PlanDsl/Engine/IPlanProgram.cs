using System.ComponentModel;
using System.Text.Json;

namespace PlanDsl;

/// <summary>What the engine runs: a table, and how to invoke the steps that it numbers. Generated code implements it with
/// a struct, so that the engine is specialised for the plan; <see cref="DelegateProgram"/> implements it with a delegate.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IPlanProgram
{
    /// <summary>The plan as tables.</summary>
    PlanTable Table { get; }

    /// <summary>Runs the body of a step and keeps its result where the steps that bind it find it. The engine calls it when
    /// all predecessors have ended, at most once at a time for a step, and for different steps from different threads.</summary>
    /// <param name="step">The index of the step.</param>
    /// <param name="cancellationToken">The token of this attempt.</param>
    /// <returns>A task that ends when the body has returned. It must be awaited exactly once.</returns>
    ValueTask InvokeAsync(int step, CancellationToken cancellationToken);

    /// <summary>Runs the body of a step that has the trait <see cref="Model.StepTraits.Governed"/>, once per attempt; otherwise as
    /// <see cref="InvokeAsync(int, CancellationToken)"/>, which is called for such a step only if it is
    /// <see cref="Model.StepTraits.Bounded"/> too, and then for its first attempt at most. Also the bodies that policies
    /// name, fallbacks and compensations, which are numbered from <see cref="PlanTable.StepCount"/> on.</summary>
    /// <param name="body">The index of the step, or the number of the body.</param>
    /// <param name="context">The attempt.</param>
    /// <returns>A task that ends when the body has returned. It must be awaited exactly once.</returns>
    ValueTask InvokeAsync(int body, StepContext context);

    /// <summary>Runs the steps of a strand, one after the other, as long as each may begin, up to one whose body has yet to return.
    /// Once that has returned, it is called again, to go on from there. A program without strands need not implement it.</summary>
    /// <param name="strand">The execution, which is to be told of each step.</param>
    void Invoke(Strand strand) => throw new ArgumentOutOfRangeException(nameof(strand));

    /// <summary>Decides whether a step is to run, or a loop to end. Called outside the engine's lock, by one thread at a time
    /// for a step. A program without conditions and loops need not implement it.</summary>
    /// <param name="decision">The number that the policy of the step names.</param>
    /// <param name="context">The attempt whose result is judged, or that is about to begin.</param>
    bool Decide(int decision, StepContext context) => throw new ArgumentOutOfRangeException(nameof(decision));

    /// <summary>Opens the collection of a fan-out, once, when the step starts. A program without fan-outs need not implement
    /// it.</summary>
    /// <param name="step">The index of the step.</param>
    FanOut OpenFanOut(int step) => throw new ArgumentOutOfRangeException(nameof(step));

    /// <summary>Leads an exchange to where what the body of a step returns is kept, for runs with a journal: right after the body has
    /// returned, on that thread, or before the run goes on. A step that returns nothing, or is a group, has no such place.</summary>
    /// <param name="step">The index of the step.</param>
    /// <param name="exchange">What is to visit the place.</param>
    void Exchange(int step, ResultExchange exchange)
    {
    }

    /// <summary>The inputs of the run by their names, as a journal is to keep them: without those that are secret.
    /// <see langword="null"/>, the default, for a program without.</summary>
    /// <param name="options">How objects are made JSON; <see langword="null"/> for the defaults.</param>
    JsonElement? SaveInputs(JsonSerializerOptions? options) => null;
}
