using System.ComponentModel;

namespace PlanDsl;

/// <summary>Goes to where a program keeps what a body has returned: to write it down for a journal, to bring back what was written
/// down, or to see what it is. Generated code leads it there, by reference.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public abstract class ResultExchange
{
    private protected ResultExchange(StepContext? attempt) => Attempt = attempt;

    /// <summary>The attempt whose result it is; <see langword="null"/> where it is no attempt's, or of a step that knows none.</summary>
    public StepContext? Attempt { get; }

    /// <summary>Whether a loop has succeeded with what is brought back, so that it is the result of the step.</summary>
    public bool IsLast { get; private protected init; } = true;

    /// <summary>Whether it brings back what was written down.</summary>
    private protected virtual bool BringsBack => false;

    /// <summary>Visits the place of a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="place">The place.</param>
    public abstract void Of<T>(ref T place);

    /// <summary>Visits a place that is empty until there is a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="place">The place.</param>
    public void OfValue<T>(ref T? place)
        where T : struct
    {
        var value = place.GetValueOrDefault();
        Of(ref value);
        if (BringsBack)
            place = value;
    }

    /// <summary>Visits a place that holds the task which brought the result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="place">The place.</param>
    public void OfTask<T>(ref Task<T>? place)
    {
        var value = place is { IsCompletedSuccessfully: true } returned ? returned.Result : default!;
        Of(ref value);
        if (BringsBack)
            place = Task.FromResult(value);
    }

    /// <summary>Visits the place of what an iteration of a loop has returned, or, for what stands in for the loop, that of its result.
    /// What is brought back of the last iteration is the result, too.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="returned">Where iterations leave what they return.</param>
    /// <param name="result">Where others find the result of the loop.</param>
    public void OfLoop<T>(ref T returned, ref T result)
    {
        if (Attempt is { Iteration: 0 })
        {
            Of(ref result);
            return;
        }

        Of(ref returned);
        if (BringsBack && IsLast)
            result = returned;
    }

    /// <inheritdoc cref="OfLoop{T}(ref T, ref T)"/>
    public void OfLoop<T>(ref T returned, ref T? result)
        where T : struct
    {
        if (Attempt is { Iteration: 0 })
        {
            OfValue(ref result);
            return;
        }

        Of(ref returned);
        if (BringsBack && IsLast)
            result = returned;
    }

    /// <summary>Visits the place of the result for the element of the attempt.</summary>
    /// <typeparam name="TElement">The type of the elements.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="fanOut">The elements; not needed to see what the results are.</param>
    public void OfElement<TElement, TResult>(FanOut<TElement, TResult>? fanOut)
    {
        var none = default(TResult)!;
        if (Attempt is null)
            Of(ref none);
        else
            Of(ref fanOut!.PlaceOf(Attempt));
    }

    /// <summary>The same where the results of elements that failed are absent.</summary>
    /// <typeparam name="TElement">The type of the elements.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="fanOut">The elements; not needed to see what the results are.</param>
    public void OfElementValue<TElement, TResult>(FanOut<TElement, TResult?>? fanOut)
        where TResult : struct
    {
        var none = default(TResult?);
        if (Attempt is null)
            OfValue(ref none);
        else
            OfValue(ref fanOut!.PlaceOf(Attempt));
    }

    /// <summary>Has the memory of a loop know again what an iteration had returned, once that is brought back.</summary>
    /// <typeparam name="T">The type of what an iteration returns, of which null has to be a value.</typeparam>
    /// <param name="memory">The memory.</param>
    /// <param name="returned">Gives what the iteration of an attempt has returned.</param>
    public void Remind<T>(LoopMemory<T> memory, Func<StepContext, T> returned)
    {
        if (BringsBack && Attempt is { Iteration: > 0 } iteration)
            memory.Exchange(iteration, returned(iteration));
    }
}
