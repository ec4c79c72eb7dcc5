using System.Reflection;

namespace PlanDsl.Package.Tests;

/// <summary>Packs the package once and hands out projects that consume it, far from the settings of this repository.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private const string Version = "0.0.1-test";

    private static readonly string Configuration =
        typeof(PackedPackage).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("plandsl-package-");

    public string PackagePath => Path.Combine(_root.FullName, "feed", $"PlanDsl.{Version}.nupkg");

    public async Task InitializeAsync()
    {
        var project = Path.Combine(RepositoryRoot(), "src", "PlanDsl.Package", "PlanDsl.Package.csproj");
        var packed = await Dotnet.RunAsync(_root.FullName, "pack", project, "--no-build", "-c", Configuration, "-o", Path.Combine(_root.FullName, "feed"), $"-p:Version={Version}");
        Assert.True(packed.ExitCode == 0, packed.Output);
    }

    public Task DisposeAsync()
    {
        _root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>A console project of its own that references the package, with <paramref name="program"/> as its only source.</summary>
    /// <param name="name">The project's name.</param>
    /// <param name="program">The source.</param>
    /// <param name="planFiles">Its plan files, each a name and a text.</param>
    public string CreateConsumer(string name, string program, params (string Name, string Text)[] planFiles)
    {
        var directory = _root.CreateSubdirectory(name).FullName;
        foreach (var file in planFiles)
            File.WriteAllText(Path.Combine(directory, file.Name), file.Text);
        File.WriteAllText(Path.Combine(directory, "Program.cs"), program);
        File.WriteAllText(Path.Combine(directory, $"{name}.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PlanDsl" Version="{Version}" />
                <AdditionalFiles Include="*.plan.json" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(_root.FullName, "nuget.config"),
            """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="feed" value="feed" /></packageSources>
            </configuration>
            """);
        return directory;
    }

    /// <summary>The directory of the repository.</summary>
    public static string RepositoryRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "PlanDsl.sln")))
                return directory.FullName;
        }

        throw new DirectoryNotFoundException($"PlanDsl.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
