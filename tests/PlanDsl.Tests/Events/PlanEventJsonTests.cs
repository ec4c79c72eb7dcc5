using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PlanDsl.Tests;

public sealed class PlanEventJsonTests
{
    public static TheoryData<string> Kinds => [.. RandomEvents.Kinds.Select(static kind => kind.Name)];

    // Each kind and each property by reflection: whoever adds one finds out here if it is not written, or not read.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_event_is_read_as_it_was_written(string kind)
    {
        var type = RandomEvents.Kinds.Single(candidate => candidate.Name == kind);
        var events = new RandomEvents(seed: 20_261_122);

        for (var i = 0; i < 500; i++)
        {
            var happened = events.Next(type);
            RandomEvents.AssertSame(happened, PlanEventJson.Read(JsonElement.Parse(JsonOf(happened))));
        }
    }

    [Fact]
    public void Each_kind_of_event_has_a_name_of_its_own()
    {
        var events = new RandomEvents(seed: 1);

        var names = RandomEvents.Kinds.Select(kind => PlanEventJson.TypeOf(events.Next(kind))).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void An_event_is_written_with_the_names_that_tools_know()
    {
        var failed = new StepFailedEvent
        {
            RunId = "r", Sequence = 7, Time = new(2026, 11, 22, 4, 5, 6, TimeSpan.Zero), StepPath = "mirrors/fast", Parent = "mirrors", Attempt = 2,
            Error = new(FailureKind.ExitCode, "It is <broken>."), Tolerated = true,
        };

        Assert.Equal(
            """{"type":"step_failed","seq":7,"run_id":"r","step_id":"mirrors/fast","parent":"mirrors","attempt":2,"exec_id":"r/mirrors/fast/2","idempotency_key":"r/mirrors/fast","time":"2026-11-22T04:05:06+00:00","tolerated":true,"error":{"step_id":null,"kind":"exit_code","message":"It is \u003Cbroken\u003E."}}""",
            JsonOf(failed));
    }

    [Fact]
    public void What_is_not_known_of_an_event_is_left_out()
    {
        var read = PlanEventJson.Read(JsonElement.Parse("""{"new":[1],"type":"run_started","seq":2,"run_id":"r","time":"2026-11-22T04:05:06Z"}"""));

        Assert.Equal(new RunStartedEvent { RunId = "r", Sequence = 2, Time = new(2026, 11, 22, 4, 5, 6, TimeSpan.Zero) }, read);
    }

    [Theory]
    [InlineData("""[]""", "An event is an object, and this is Array.")]
    [InlineData("""{}""", "The event has no 'type'.")]
    [InlineData("""{"type":"run_paused"}""", "'run_paused' is no kind of event that this version knows.")]
    [InlineData("""{"type":"run_started","run_id":"r"}""", "'seq' of the event is not a whole number.")]
    [InlineData("""{"type":"run_started","run_id":7,"seq":1,"time":"2026-11-22T04:05:06Z"}""", "'run_id' of the event is not a text.")]
    [InlineData("""{"type":"run_started","run_id":"r","seq":1,"time":"today"}""", "'time' of the event is not a time.")]
    [InlineData("""{"type":"run_completed","run_id":"r","seq":1,"time":"2026-11-22T04:05:06Z","status":"fine"}""", "'fine' is no status of a run; one of pending, running, succeeded, failed, cancelled is.")]
    [InlineData("""{"type":"step_retry","run_id":"r","seq":1,"time":"2026-11-22T04:05:06Z","step_id":"s","attempt":1,"delay_ms":1e300}""", "'delay_ms' of the event is not a length of time in milliseconds.")]
    [InlineData("""{"type":"step_failed","run_id":"r","seq":1,"time":"2026-11-22T04:05:06Z","step_id":"s","attempt":1}""", "The event has no 'error'.")]
    public void What_is_no_event_is_refused_by_what_is_wrong_with_it(string json, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => PlanEventJson.Read(JsonElement.Parse(json))).Message);

    [Fact]
    public void Half_of_a_surrogate_pair_keeps_no_event_from_being_written()
    {
        var progress = new StepProgressEvent { RunId = "r", Sequence = 1, Time = default, StepPath = "s", Attempt = 1, Fraction = 0.5, Message = "a\ud83d" };

        Assert.Equal("a\ufffd", Assert.IsType<StepProgressEvent>(PlanEventJson.Read(JsonElement.Parse(JsonOf(progress)))).Message);
    }

    private static string JsonOf(PlanEvent happened)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            PlanEventJson.Write(json, happened);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
