using Microsoft.Extensions.DependencyInjection;

namespace PlanDsl.Tests;

public sealed class ServicesTests
{
    private readonly List<Ticket> _tickets = [];
    private readonly ServiceProvider _services;

    public ServicesTests() => _services = new ServiceCollection().AddScoped(_ => Issue()).BuildServiceProvider(validateScopes: true);

    private PlanOptions Options => new() { Services = _services };

    [Fact]
    public async Task Every_attempt_has_a_scope_of_its_own_which_ends_with_it()
    {
        var endedBefore = new List<bool>();
        await new TestPlan()
            .Governed("a", async context =>
            {
                endedBefore.Add(_tickets.TrueForAll(static ticket => ticket.IsDisposed));
                var ticket = context.Services.GetRequiredService<Ticket>();
                Assert.Same(ticket, context.Services.GetRequiredService<Ticket>());
                await Task.Yield();
                Assert.False(ticket.IsDisposed);
                if (context.Attempt == 1)
                    throw new IOException("line cut");
            }, new() { Retries = 1 })
            .Start(Options).Completion.Soon();

        Assert.Equal([true, true], endedBefore);
        Assert.Equal([true, true], _tickets.Select(static ticket => ticket.IsDisposed));
    }

    [Fact]
    public async Task A_body_that_asks_for_nothing_has_no_scope()
    {
        await new TestPlan().Governed("a", static _ => Task.CompletedTask).Start(Options).Completion.Soon();

        Assert.Empty(_tickets);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Services_are_not_to_be_had_after_the_attempt(bool hasAsked)
    {
        StepContext? context = null;
        await new TestPlan().Governed("a", given =>
        {
            context = given;
            _ = hasAsked ? given.Services : null;
            return Task.CompletedTask;
        }).Start(Options).Completion.Soon();

        Assert.Throws<ObjectDisposedException>(() => context!.Services);
    }

    [Fact]
    public async Task A_scope_that_cannot_be_disposed_of_fails_the_attempt()
    {
        await using var services = new ServiceCollection().AddScoped<Broken>().BuildServiceProvider();

        var outcome = await new TestPlan().Governed("a", static context =>
        {
            _ = context.Services.GetRequiredService<Broken>();
            return Task.CompletedTask;
        }).Start(new() { Services = services }).Completion.Soon();

        Assert.Equal("cannot let go", outcome.Error!.Message);
    }

    [Fact]
    public async Task Asking_for_services_where_there_are_none_fails_the_attempt()
    {
        var outcome = await new TestPlan().Governed("a", static context =>
        {
            _ = context.Services;
            return Task.CompletedTask;
        }).Start().Completion.Soon();

        Assert.Equal("The run is given no services: start it by Start(…, new PlanOptions { Services = … }).", outcome.Error!.Message);
    }

    [Fact]
    public void A_plan_that_needs_services_does_not_start_without()
    {
        var table = new PlanTable("test", "a", "", [(byte)(Model.StepTraits.Async | Model.StepTraits.Governed | Model.StepTraits.Critical)], [0, 0], [], [0], policies: [new() { NeedsServices = true }]);
        var program = new DelegateProgram(table, static (_, _) => default);

        var thrown = Assert.Throws<InvalidOperationException>(() => PlanEngine.Start(program));
        Assert.Equal("Steps of plan 'test' ask for services, and the run is given none: start it by Start(…, new PlanOptions { Services = … }).", thrown.Message);
        Assert.NotNull(PlanEngine.Start(program, Options));
    }

    private Ticket Issue()
    {
        var ticket = new Ticket();
        _tickets.Add(ticket);
        return ticket;
    }

    private sealed class Ticket : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Broken : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("cannot let go");
    }
}
