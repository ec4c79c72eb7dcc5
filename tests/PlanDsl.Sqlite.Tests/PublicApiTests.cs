using PlanDsl.Sqlite;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>What the package promises. A change here is a change that users see, and is to be accepted on purpose.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void PlanDsl_Sqlite_promises_this() => Snapshot.Verify(PublicApi.Of(typeof(SqliteJournal).Assembly));
}
