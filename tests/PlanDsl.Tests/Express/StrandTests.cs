namespace PlanDsl.Tests;

public sealed class StrandTests
{
    [Fact]
    public void A_body_that_returned_nothing_is_not_waited_for()
    {
        var strand = new Strand();

        Assert.Throws<ArgumentNullException>("body", () => strand.Awaits(null!));
    }

    [Fact]
    public void A_body_that_returns_while_it_is_looked_at_leaves_its_result()
    {
        var strand = new Strand();

        var isWaiting = strand.Awaits(new ValueTask<int>(new JustReturned<int>(7), 0), out var result);

        Assert.Equal((false, 7, false), (isWaiting, result, strand.HasWaited));
    }
}
