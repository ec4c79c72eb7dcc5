namespace PlanDsl.Tests;

public sealed class RunRecorderTests
{
    private const int Rounds = 200;
    private const int Events = 500;

    [Fact]
    public async Task What_happens_while_the_journal_is_being_opened_is_recorded_in_order()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var journal = new LateJournal();
            var recorder = new RunRecorder(journal);
            recorder.Open("late");
            var telling = Task.Run(() =>
            {
                for (var sequence = 1; sequence <= Events; sequence++)
                    recorder.Append(new RunStartedEvent { RunId = "late", Sequence = sequence, Time = default });
            });
            journal.Open();
            await telling.Soon();
            await recorder.FlushAsync(Events).AsTask().Soon();

            var recorded = new List<long>();
            await foreach (var happened in journal.ReadAsync("late"))
                recorded.Add(happened.Sequence);
            Assert.Equal(Enumerable.Range(1, Events).Select(static sequence => (long)sequence), recorded);
        }
    }
}
