namespace PlanDsl.Tests;

/// <summary>What happens to files, and what a <see cref="JsonLinesJournal"/> makes of it.</summary>
public sealed class JsonLinesFaultTests : IDisposable
{
    private readonly JsonLinesStorage _storage = new();

    private string Journal => Path.Combine(_storage.Directory, "journal");

    private string Record => Path.Combine(Journal, "r.jsonl");

    public void Dispose() => _storage.Dispose();

    // As a process leaves it that dies while it writes: cut anywhere.
    [Fact]
    public async Task A_torn_end_is_not_read_and_taken_away_when_the_run_is_resumed()
    {
        var events = Recorded.Random("r", 6, seed: 5);
        await _storage.Open().RecordAsync("r", events);
        var whole = await File.ReadAllBytesAsync(Record);
        var journal = _storage.Open(JournalDurability.None);
        var ends = whole.Index().Where(static part => part.Item == '\n').Select(static part => part.Index + 1).ToList();

        for (var length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(Record, whole[..length]);
            var count = ends.Count(end => end <= length);
            if (count == 0)
            {
                await Assert.ThrowsAsync<RunNotFoundException>(() => journal.ResumeAsync("r").AsTask());
                continue;
            }

            Recorded.AssertSame(events[..count], await _storage.Open().ReadAsync("r").ToListAsync());
            await using (var run = await journal.ResumeAsync("r"))
            {
                Assert.Equal(count, run.LastSequence);
                run.AppendAll(events[count..]);
            }

            Assert.Equal(whole, await File.ReadAllBytesAsync(Record));
        }
    }

    // Nobody would ever take it, and what it brings may be for few.
    [Fact]
    public async Task A_request_for_a_run_that_is_deleted_meanwhile_is_taken_back()
    {
        await _storage.Open().RecordAsync("r", Recorded.Run("r"));

        // Looks at the clock when it has found the run, and before it puts the request.
        var asking = new JsonLinesJournal(Journal, new JournalOptions { TimeProvider = new Interrupting(() => _storage.Open().DeleteAsync("r").AsTask()) });
        await Assert.ThrowsAsync<RunNotFoundException>(() => asking.RequestAsync("r", new RunSignalRequest("approve", System.Text.Json.JsonElement.Parse("5"))).AsTask());

        Assert.Empty(Directory.GetFiles(Path.Combine(Journal, "requests")));
    }

    private sealed class Interrupting(Func<Task> act) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            act().GetAwaiter().GetResult();
            return Recorded.Time;
        }
    }

    // What is left to tidy up is not what was to be recorded.
    [Fact]
    public async Task A_run_is_recorded_though_what_says_who_executes_it_cannot_be_taken_away()
    {
        var run = await _storage.Open().CreateAsync("r");
        run.AppendAll([.. Recorded.Run("r"), Recorded.Completed("r", 5)]);
        var owner = Assert.Single(Directory.GetFiles(Path.Combine(Journal, "claims"), "*.owner"));
        File.Delete(owner);
        Directory.CreateDirectory(Path.Combine(owner, "full"));

        await run.DisposeAsync();
        await run.FlushAsync(5);

        Assert.Equal(RunStatus.Succeeded, (await _storage.Open().RunsAsync().SingleAsync()).Status);
        Assert.IsType<RunCompletedEvent>(await _storage.Open().ReadAsync("r").LastAsync());
    }

    // As on a disk that is full: the lock is there, and what says who has it is not.
    [Theory]
    [InlineData(JournalDurability.Batched)]
    [InlineData(JournalDurability.EveryEvent)]
    public async Task A_run_that_could_not_be_claimed_can_be_once_that_is_mended(JournalDurability durability)
    {
        await _storage.Open().RecordAsync("r", Recorded.Run("r"));
        var journal = _storage.Open(durability);
        var inTheWay = new[] { "r", "new" }.Select(run => Directory.CreateDirectory(Path.Combine(Journal, "claims", run + ".owner", "full")).Parent!).ToList();
        Func<Task>[] claims = [() => journal.ResumeAsync("r").AsTask(), () => journal.CreateAsync("new").AsTask(), () => journal.DeleteAsync("r").AsTask()];

        foreach (var claim in claims.Concat(claims))
            Assert.Contains("cannot be claimed", (await Assert.ThrowsAsync<JournalException>(claim)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(Journal, "claims")));
        inTheWay.ForEach(static directory => directory.Delete(recursive: true));

        await using (var resumed = await journal.ResumeAsync("r"))
            Assert.Equal(4, resumed.LastSequence);
        await (await journal.CreateAsync("new")).DisposeAsync();
        await journal.DeleteAsync("r");
    }

    [Fact]
    public async Task Whatever_byte_is_changed_no_event_is_read_that_was_not_written()
    {
        var events = Recorded.Random("r", 8, seed: 8);
        await _storage.Open().RecordAsync("r", events);
        var whole = await File.ReadAllBytesAsync(Record);
        var random = new Random(8);

        for (var place = 0; place < whole.Length; place++)
        {
            var changed = whole.ToArray();
            changed[place] ^= (byte)random.Next(1, 256);
            await File.WriteAllBytesAsync(Record, changed);

            var read = new List<PlanEvent>();
            var fault = await Xunit.Record.ExceptionAsync(async () =>
            {
                await foreach (var happened in _storage.Open().ReadAsync("r"))
                    read.Add(happened);
            });

            Assert.True(fault is JournalCorruptException || (fault is null or RunNotFoundException && changed[^1] != '\n'), $"{fault}");
            Recorded.AssertSame(events[..read.Count], read);
            if (fault is JournalCorruptException corrupt)
                Assert.Equal(("r", read.Count + 1), (corrupt.RunId, corrupt.Sequence));
        }
    }

    [Fact]
    public async Task A_line_that_is_missing_is_named_and_the_run_not_resumed()
    {
        await _storage.Open().RecordAsync("r", Recorded.Run("r", steps: 4));
        var lines = await File.ReadAllLinesAsync(Record);
        await File.WriteAllLinesAsync(Record, lines.Where(static (_, number) => number != 2));

        var fault = await Assert.ThrowsAsync<JournalCorruptException>(() => _storage.Open().ResumeAsync("r").AsTask());

        Assert.Equal($"Event 3 of run 'r' cannot be trusted: {Record}, line 3: it is event 4. The events before it are whole. Restore the journal from a copy, or run the plan anew.", fault.Message);
        // The refusal has left nothing behind.
        Assert.Null(Assert.Single(await _storage.Open().RunsAsync().ToListAsync()).Owner);
        await _storage.Open().DeleteAsync("r");
    }

    [Fact]
    public async Task A_record_of_another_run_is_none_of_this_one()
    {
        await _storage.Open().RecordAsync("other", Recorded.Run("other"));
        File.Move(Path.Combine(Journal, "other.jsonl"), Record);

        var fault = await Assert.ThrowsAsync<JournalCorruptException>(() => _storage.Open().ReadAsync("r").ToListAsync());

        Assert.Contains("it is of run 'other'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_record_keeps_no_other_from_being_listed()
    {
        await _storage.Open().RecordAsync("fine", Recorded.Run("fine"));
        await File.WriteAllTextAsync(Record, "nonsense\n");

        var runs = await _storage.Open().RunsAsync().ToListAsync();

        (string, string?)[] expected = [("fine", null), ("r", $"{Record} has a line that is not what was written. Restore the file from a copy.")];
        Assert.Equal(expected, runs.OrderBy(static run => run.RunId, StringComparer.Ordinal).Select(static run => (run.RunId, run.Fault)));
    }

    [Fact]
    public async Task Each_line_is_a_json_object_that_names_its_run()
    {
        await _storage.Open().RecordAsync("r", Recorded.Run("r", steps: 1));

        var lines = await File.ReadAllLinesAsync(Record);

        Assert.Matches("""^\{"type":"step_started","seq":3,"run_id":"r","step_id":"step_0","attempt":1,"time":"2026-11-22T04:05:08\+00:00","crc":"[0-9a-f]{8}"\}$""", lines[2]);
    }

    // Such a value has to be kept as it was spelled, over several lines.
    [Fact]
    public async Task A_result_with_half_of_a_surrogate_pair_stays_in_one_line()
    {
        var result = System.Text.Json.JsonElement.Parse("{\r\n  \"text\": \"\\ud83d\"\n}");
        await _storage.Open().RecordAsync("r", [Recorded.Created("r"), new StepSucceededEvent { RunId = "r", Sequence = 2, Time = Recorded.Time, StepPath = "s", Attempt = 1, Result = result }]);

        var read = Assert.IsType<StepSucceededEvent>((await _storage.Open().ReadAsync("r").ToListAsync())[1]);

        Assert.Equal("""{    "text": "\ud83d" }""", read.Result!.Value.GetRawText());
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_named_with_what_to_do()
    {
        await File.WriteAllTextAsync(Journal, "a file, where the directory should be");

        var fault = await Assert.ThrowsAsync<JournalException>(() => _storage.Open().CreateAsync("r").AsTask());

        Assert.StartsWith($"Run 'r' cannot be claimed in journal {Journal}: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_is_full_ends_the_run_and_leaves_what_was_written()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var other = OtherProcess.Start("jsonl", Journal, limit: 32))
        {
            Assert.Equal("created", await other.DoAsync("create r"));
            Assert.Equal("appended 11", await other.DoAsync("append 10 1000"));
            var refusal = await other.DoAsync("append 30 1000");
            Assert.StartsWith($"JournalException: Run 'r' cannot be recorded in {Record}: ", refusal, StringComparison.Ordinal);
            Assert.EndsWith(" Free space there, then resume the run.", refusal, StringComparison.Ordinal);
            Assert.Equal(refusal, await other.DoAsync("append 1 10"));
            await other.DoAsync("close");
        }

        await using var run = await _storage.Open().ResumeAsync("r");
        Assert.InRange(run.LastSequence, 11, 40);
        Assert.Equal(run.LastSequence, (await _storage.Open().ReadAsync("r").ToListAsync()).Count);
    }

    [Fact]
    public async Task Times_are_kept_as_they_were_told_whatever_the_clock_did()
    {
        await _storage.Open().RecordAsync("late", [Recorded.Created("late")]);
        await _storage.Open().RecordAsync("early", [Recorded.Created("early") with { Time = Recorded.Time.AddYears(-1) }]);

        Assert.Equal(["late", "early"], (await _storage.Open().RunsAsync().ToListAsync()).Select(static run => run.RunId));
    }
}
