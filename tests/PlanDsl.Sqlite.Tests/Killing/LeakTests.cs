namespace PlanDsl.Tests;

/// <summary>That a secret that stands somewhere would be found.</summary>
public sealed class LeakTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("plandsl-leak-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_file_that_tells_a_part_of_the_secret_is_found()
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_directory, "output")).FullName, "log");
        await File.WriteAllTextAsync(path, "nothing to see");
        Assert.Null(await Leaks.FindInAsync(_directory));

        await File.AppendAllTextAsync(path, $"\0 ... {KilledPlans.SecretPart}");

        Assert.Equal(Path.Combine("output", "log") + " tells the secret", await Leaks.FindInAsync(_directory));
    }
}
