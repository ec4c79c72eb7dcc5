namespace PlanDsl;

/// <content>What a coordinator that takes over has to know.</content>
internal abstract partial class SharedRun
{
    IEnumerable<int> IBegunRun.Ended => All.Where(step => Noted[step] == Ended);

    IEnumerable<(int Step, AttemptTimeout? Timeout)> IBegunRun.Executing =>
        All.Where(step => Noted[step] == Executing).Select(static step => (step, (AttemptTimeout?)null));

    IEnumerable<int> IBegunRun.Line => All;

    private IEnumerable<int> All => Enumerable.Range(0, Words.Length);

    private protected override void Tell(IExpressHeir heir, in ExpressTurn turn, Exception? failure, bool isNested)
    {
        if (IsNoted(turn.Unit))
            heir.Complete(turn.Unit, failure, isNested);
    }
}
