namespace PlanDsl.Tests;

/// <summary>Makes the plan of a seed.</summary>
/// <param name="seed">The seed.</param>
/// <param name="allowed">What the plan may hold.</param>
internal sealed class RandomPlan(int seed, SimulatedFeatures allowed)
{
    private static readonly FailurePolicy[] Policies = Enum.GetValues<FailurePolicy>();
    private static readonly ParallelStrategy[] Strategies = Enum.GetValues<ParallelStrategy>();

    private readonly Random _random = new(seed);
    private readonly List<SimulatedStep> _steps = [];
    private readonly List<SimulatedStep> _groups = [];

    // What later steps may depend on: steps, and groups as -1 - n until it is known how many steps precede them.
    private readonly List<int> _nodes = [];
    private SimulatedFeatures _features;
    private double _density;
    private double _failures;
    private double _governed;
    private double _long;
    private bool _isJittered;
    private TimeSpan? _timeout;

    public SimulatedPlan Make()
    {
        _features = Choose();
        _density = _random.NextDouble() * 0.4;
        _failures = _random.NextDouble() * 0.3;
        _governed = _random.Next(3) == 0 ? 0 : _random.NextDouble();
        _long = Chance(0.2) ? 0.1 : 0;
        _isJittered = Chance(0.5);
        _timeout = Chance(0.25) ? Seconds(4, 30) : null;
        for (var left = _random.Next(1, Chance(0.5) ? 9 : 31); left > 0; left--)
        {
            if (Has(SimulatedFeatures.Groups) && Chance(0.3))
                AddGroup();
            else
                AddStep();
        }

        SimulatedStep[] steps = [.. _steps.Concat(_groups).Select(Renumber)];
        return new(
            steps,
            Chance(0.5) ? null : _random.Next(1, 6),
            _timeout,
            Chance(0.67) ? null : TimeSpan.FromSeconds(_random.Next(25) / 2.0),
            [.. Enumerable.Range(0, Has(SimulatedFeatures.StepCancellations) ? _random.Next(1, 4) : 0).Select(_ => Cancellation(steps.Length))]);
    }

    // Half of the plans hold few features, so that each is also seen on its own.
    private SimulatedFeatures Choose()
    {
        var chance = Chance(0.5) ? 0.2 : 0.6;
        return Enum.GetValues<SimulatedFeatures>()
            .Where(feature => (allowed & feature) != SimulatedFeatures.None && Chance(chance))
            .Aggregate(SimulatedFeatures.None, static (chosen, feature) => chosen | feature);
    }

    private bool Has(SimulatedFeatures feature) => (_features & feature) != SimulatedFeatures.None;

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private TimeSpan Seconds(int least, int most) => TimeSpan.FromSeconds(_random.Next(least, most));

    private void AddStep()
    {
        var step = WithBody(Predecessors());
        if (Has(SimulatedFeatures.RunWhen) && Chance(0.2))
            step = step with { RunWhen = Chance(0.5) ? RunWhen.Always : RunWhen.Failure };
        if (Has(SimulatedFeatures.Conditions) && Chance(0.3))
            step = step with { Condition = Condition() };
        _nodes.Add(_steps.Count);
        _steps.Add(step);
    }

    private void AddGroup()
    {
        var strategy = Strategies[_random.Next(Strategies.Length)];
        var members = _random.Next(1, 5);
        var group = -1 - _groups.Count;
        _groups.Add(new(Predecessors(), Policy(), Critical(), [], null, Chance(0.3) ? new() { Timeout = Bound(1, 8) } : null)
        {
            Group = new(strategy, strategy is ParallelStrategy.Threshold ? _random.Next(1, members + 1) : 0),
            MaxParallel = Chance(0.3) ? _random.Next(1, 4) : null,
            RunWhen = Has(SimulatedFeatures.RunWhen) && Chance(0.1) ? RunWhen.Always : RunWhen.Success,
            Condition = Has(SimulatedFeatures.Conditions) && Chance(0.2) ? Condition() : null,
        });
        for (var member = 0; member < members; member++)
        {
            _steps.Add(WithBody([]) with
            {
                MemberOf = group,
                Policy = FailurePolicy.Abort,
                Critical = null,
                Condition = Has(SimulatedFeatures.Conditions) && Chance(0.2) ? Condition() : null,
            });
        }

        _nodes.Add(group);
    }

    private SimulatedStep WithBody(int[] predecessors)
    {
        var step = new SimulatedStep(
            predecessors,
            Policy(),
            Critical(),
            [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Attempt())],
            Chance(0.5) ? null : TimeSpan.FromTicks(_steps.Count + 1),
            Chance(_governed) ? Governed() : null);
        if (Has(SimulatedFeatures.Fallbacks) && Chance(0.3))
            step = step with { Fallback = Attempt() };
        if (Has(SimulatedFeatures.Compensations) && Chance(0.4))
            step = step with { Compensation = Attempt() };
        if (Has(SimulatedFeatures.FanOuts) && Chance(0.2))
            step = step with { Elements = _random.Next(6), MaxParallel = Chance(0.5) ? null : _random.Next(1, 4) };
        if (Has(SimulatedFeatures.Loops) && Chance(0.2))
            step = step with { Loop = Loop() };
        if (step.Elements is not null || step.Loop is not null)
            step = step with { Attempts = [.. step.Attempts, .. Enumerable.Range(0, 4).Select(_ => Attempt())] };
        return step;
    }

    private int[] Predecessors() => [.. _nodes.Where(_ => Chance(_density))];

    private FailurePolicy Policy() => Policies[_random.Next(Policies.Length)];

    private bool? Critical() => _random.Next(3) switch { 0 => true, 1 => false, _ => null };

    private SimulatedCondition Condition() => _random.Next(5) switch
    {
        0 => SimulatedCondition.Throws,
        1 or 2 => SimulatedCondition.HoldsNot,
        _ => SimulatedCondition.Holds,
    };

    private SimulatedLoop Loop()
    {
        var most = _random.Next(1, 5);
        return new(_random.Next(1, most + 2), most, Chance(0.5), Chance(0.1));
    }

    // Whole seconds, so that much happens at the same moment; or never two things at once. Long ones, some of them longer than
    // anybody waits for a body that does not stop.
    private SimulatedAttempt Attempt()
    {
        var duration = Chance(_long) ? Seconds(25, 100) : Seconds(0, 6);
        return new(
            _isJittered && duration > TimeSpan.Zero ? duration + TimeSpan.FromTicks(_random.Next(9_000_000)) : duration,
            !Chance(_failures) ? Ending.Returns : Chance(0.25) ? Ending.ThrowsCanceled : Ending.Throws);
    }

    private TimeSpan? Bound(int least, int most) =>
        Chance(0.5) ? null : TimeSpan.FromSeconds(Math.Min(_random.Next(least, most), _timeout?.TotalSeconds ?? most));

    private StepPolicy Governed()
    {
        var timeout = Bound(1, 5);
        var total = Bound(5, 12);
        var retries = _random.Next(4);
        return new()
        {
            Timeout = timeout,
            TotalTimeout = timeout > total ? null : total,
            Retries = retries,
            RetryDelay = retries == 0 || Chance(0.33) ? null : Seconds(1, 4),
        };
    }

    private StepCancellation Cancellation(int steps) => new(_random.Next(steps), TimeSpan.FromSeconds(_random.Next(1, 25) / 2.0));

    private SimulatedStep Renumber(SimulatedStep step) => step with
    {
        Predecessors = [.. step.Predecessors.Select(IndexOf)],
        MemberOf = step.MemberOf is { } group ? IndexOf(group) : null,
    };

    private int IndexOf(int node) => node >= 0 ? node : _steps.Count - 1 - node;
}
