using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>What a process was starting when it was killed holds its claims for a moment more; whoever goes on with its runs waits for that.</summary>
public sealed class ClaimOfTheDeadTests
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    // No process has such a number.
    private static readonly RunOwner Dead = new(int.MaxValue, Environment.MachineName);

    private readonly FilePlan _plans = new();
    private readonly MemoryJournal _journal = new();
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task A_claim_of_a_process_that_has_ended_is_waited_for()
    {
        await LeaveAsync();

        var resuming = ResumeAsync(Dead, times: 3);
        for (var look = 0; look < 3; look++)
        {
            await _time.WhenTimerIsDueIn(Look).Soon();
            Assert.False(resuming.IsCompleted);
            _time.Advance(Look);
        }

        Assert.Equal(RunStatus.Succeeded, (await (await resuming.Soon()).Completion.Soon()).Status);
    }

    [Fact]
    public async Task One_that_is_never_given_up_is_refused_in_the_end()
    {
        await LeaveAsync();

        var resuming = ResumeAsync(Dead, times: int.MaxValue);
        while (await Task.WhenAny(resuming, _time.WhenTimerIsDueIn(Look)).Soon() != resuming)
            _time.Advance(Look);

        await Assert.ThrowsAsync<RunClaimedException>(() => resuming);
        Assert.Equal(TimeSpan.FromSeconds(2), _time.GetUtcNow() - new ManualTimeProvider().GetUtcNow());
    }

    [Fact]
    public async Task One_of_a_process_that_runs_or_is_elsewhere_is_refused_at_once()
    {
        await LeaveAsync();

        await Assert.ThrowsAsync<RunClaimedException>(() => ResumeAsync(RunOwner.Current, times: 1).Soon());
        await Assert.ThrowsAsync<RunClaimedException>(() => ResumeAsync(Dead with { Host = "elsewhere" }, times: 1).Soon());
    }

    private Task<InterpretedRun> ResumeAsync(RunOwner owner, int times) =>
        Plan.ResumeAsync("r", new() { Journal = new HeldJournal(_journal, owner, times), TimeProvider = _time });

    // As of a process that died right after it had begun.
    private async Task LeaveAsync()
    {
        var whole = new MemoryJournal();
        await Plan.Start(options: new() { Journal = whole, RunId = "r", TimeProvider = _time }).Completion.Soon();
        await using var run = await _journal.CreateAsync("r");
        await foreach (var happened in whole.ReadAsync("r"))
        {
            run.Append(happened);
            if (happened.Sequence == 2)
                break;
        }
    }

    private InterpretedPlan Plan => _plans.Parse(FilePlan.Steps("{ 'id': 'a', 'call': 'echo' }"));
}
