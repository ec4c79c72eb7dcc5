namespace PlanDsl.Model;

/// <summary>The numbers by which a plan's policies call the methods that its steps name beside their bodies: what decides is
/// numbered from 0, and everything else from the number of steps on, since the steps themselves have the numbers below.</summary>
public sealed class MethodNumbers
{
    private readonly Dictionary<(int Step, MethodRole Role), int> _numbers = [];

    /// <summary>Numbers the methods of <paramref name="plan"/> in the order of its steps, and for each step in that of the roles.</summary>
    public MethodNumbers(PlanModel plan)
    {
        var (bodies, decisions) = (new List<(int, MethodRole)>(), new List<(int, MethodRole)>());
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (!plan.Steps[step].HasMethods)
                continue;
            foreach (var (role, _) in plan.Steps[step].Methods)
            {
                var (list, first) = role.Decides() ? (decisions, 0) : (bodies, plan.Steps.Count);
                _numbers.Add((step, role), first + list.Count);
                list.Add((step, role));
            }
        }

        (Bodies, Decisions) = (bodies, decisions);
    }

    /// <summary>The methods that do something, in the order of their numbers.</summary>
    public IReadOnlyList<(int Step, MethodRole Role)> Bodies { get; }

    /// <summary>The methods that answer yes or no, in the order of their numbers.</summary>
    public IReadOnlyList<(int Step, MethodRole Role)> Decisions { get; }

    /// <summary>The number of the method that <paramref name="step"/> calls for this purpose; <see langword="null"/> if there is none.</summary>
    public int? Of(int step, MethodRole role) => _numbers.TryGetValue((step, role), out var number) ? number : null;
}
