namespace PlanDsl.Tests;

public sealed class StrandTests
{
    [Fact]
    public void A_body_that_returned_nothing_is_not_waited_for()
    {
        var strand = new Strand();

        Assert.Throws<ArgumentNullException>("body", () => strand.Awaits(null!));
    }
}
