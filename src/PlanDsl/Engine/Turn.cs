namespace PlanDsl;

/// <summary>What a worker is to do next.</summary>
/// <param name="Step">The index of the step whose body is to run; -1 if there is nothing to do.</param>
/// <param name="Unit">What is to go on if the step is governed: the step itself, or a part of it.</param>
/// <param name="Kind">What is to be done with it.</param>
internal readonly record struct Turn(int Step, GovernedStep? Unit = null, TurnKind Kind = TurnKind.Body)
{
    /// <summary>There is nothing to do.</summary>
    public static Turn None => new(-1);

    public bool IsNone => Step < 0;
}
