namespace Corpus.Ordering;

[Plan(Id = "corpus.ordering")]
public partial class Deployment
{
    private const string Migration = "migrate_database";

    [Step] void Stop() { }
    [Step(DependsOn = [nameof(Stop)])] Task BackUpAsync(CancellationToken cancellationToken) => Task.Delay(1, cancellationToken);
    [Step(DependsOn = new[] { "back_up" })] void MigrateDatabase() { }
    [Step(DependsOn = [Migration])] int Version() => 2;
    [Step(DependsOn = [nameof(Version)], Critical = false)] void Start2(int version) { }
}
