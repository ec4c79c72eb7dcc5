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

    /// <summary>Visits the place of a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="place">The place.</param>
    public abstract void Of<T>(ref T place);

    /// <summary>Visits the place of the result for the element of the attempt.</summary>
    /// <typeparam name="TElement">The type of the elements.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="fanOut">The elements; not needed to see what the results are.</param>
    public void Of<TElement, TResult>(FanOut<TElement, TResult>? fanOut)
    {
        var none = default(TResult)!;
        if (Attempt is null)
            Of(ref none);
        else
            Of(ref fanOut!.PlaceOf(Attempt));
    }
}
