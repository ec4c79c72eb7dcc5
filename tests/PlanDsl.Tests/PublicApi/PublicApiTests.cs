using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>What the packages promise. A change here is a change that users see, and is to be accepted on purpose.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void PlanDsl_promises_this() => Snapshot.Verify(PublicApi.Of(typeof(PlanEngine).Assembly));

    [Fact]
    public void PlanDsl_Model_promises_this() => Snapshot.Verify(PublicApi.Of(typeof(PlanModel).Assembly));
}
