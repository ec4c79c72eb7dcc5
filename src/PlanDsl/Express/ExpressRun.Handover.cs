namespace PlanDsl;

/// <content>What a coordinator that takes over has to know of strands.</content>
internal abstract partial class ExpressRun
{
    private Dictionary<int, int>? _places;
    private Dictionary<int, AttemptTimeout>? _timeouts;

    IEnumerable<int> IBegunRun.Ended => Enumerable.Range(0, _units.Count).SelectMany(unit => _units.StepsOf(unit).Take(ProgressOf(unit).Ended));

    IEnumerable<(int Step, AttemptTimeout? Timeout)> IBegunRun.Executing =>
        from unit in Enumerable.Range(0, _units.Count)
        let progress = ProgressOf(unit)
        where progress.Executes
        select (_units.StepsOf(unit)[progress.Ended], _timeouts?.GetValueOrDefault(unit));

    // First what stands in the line; then what others were about to put into it.
    IEnumerable<int> IBegunRun.Line
    {
        get
        {
            var line = new List<int>();
            for (var all = _ready; !all.IsEmpty; all.RemoveFirst())
                line.Add(all.First);
            return line.Union(Enumerable.Range(0, _units.Count)).Select(unit => _units.StepsOf(unit)[0]);
        }
    }

    /// <summary>The time of a step is up: a coordinator takes over, and is to tell the step.</summary>
    /// <remarks>Whoever would have gone on with what is ready may find that the run is in other hands, and leave.</remarks>
    public void OnTimeUp() => HandOver()?.CallWorker();

    private protected override void NoteMore()
    {
        var executing = ExecutingStrands();
        _timeouts = executing.Where(static strand => strand.Timeout is not null).ToDictionary(static strand => strand.Unit, static strand => strand.Timeout!);
        executing.RemoveAll(strand => !_units.IsStrand(strand.Unit));
        if (executing.Count == 0)
            return;

        // A barrier once more, for the steps within them.
        foreach (var strand in executing)
            strand.Stop();
        Interlocked.MemoryBarrierProcessWide();
        _places = executing.ToDictionary(static strand => strand.Unit, static strand => strand.HandOver());
    }

    private protected override void Tell(IExpressHeir heir, in ExpressTurn turn, Exception? failure, bool isNested)
    {
        if (!IsNoted(turn.Unit))
        {
            turn.Strand?.Bound(null);
            return;
        }

        var steps = _units.StepsOf(turn.Unit);
        if (!_units.IsStrand(turn.Unit))
        {
            heir.Complete(steps[0], failure, isNested);
            return;
        }

        var (at, place) = (turn.Strand!.HandedOverAt, turn.Strand.Place);
        if (place == -at)
            heir.Decline(steps[at - 1], isNested);
        else
            heir.Complete(steps[at - 1], failure, isNested);
    }

    // Whose unit is noted as executing does not leave it any more before it has come to the lock. There may be some among them that
    // the run before is only about to give back.
    private List<Strand> ExecutingStrands() =>
        _strands is null ? [] : [.. _strands.All.Where(strand => strand.Owner == this && strand.Unit is >= 0 and var unit && Noted[unit] == Executing)];

    // How many steps of a unit have ended, and whether the next one executes.
    private (int Ended, bool Executes) ProgressOf(int unit) => Noted[unit] switch
    {
        Ended => (_units.StepsOf(unit).Length, false),
        Executing => ((_places?.GetValueOrDefault(unit, 1) ?? 1) - 1, true),
        _ => (0, false),
    };
}
