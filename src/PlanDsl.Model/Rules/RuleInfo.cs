using System.Reflection;

namespace PlanDsl.Model;

/// <summary>What is fixed about a rule: everything but the places where it strikes.</summary>
/// <param name="Id">The rule's id, such as <c>PLAN0101</c>.</param>
/// <param name="Family">The family that the first two digits of the id name.</param>
/// <param name="Severity">How serious a finding is by default. One of severity <see cref="FindingSeverity.Error"/> makes the plan invalid.</param>
/// <param name="Title">The title.</param>
/// <param name="MessageFormat">The message, a composite format.</param>
public sealed record RuleInfo(string Id, RuleFamily Family, FindingSeverity Severity, string Title, string MessageFormat)
{
    // The build writes the property RepositoryUrl into each assembly, if it has a value.
    private static readonly string? Repository = typeof(RuleInfo).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(static metadata => metadata.Key == "RepositoryUrl")?.Value;

    /// <summary>The page that explains the rule, with an example of the mistake and of its remedy: its path in the repository.</summary>
    public string HelpPage => $"docs/rules/{Id}.md";

    /// <summary>Where that page can be read; <see langword="null"/> for a build of which nobody has said where its repository is.</summary>
    public string? HelpLink => LinkIn(Repository);

    /// <summary>The page's address in the repository at <paramref name="repository"/>; <see langword="null"/> where that is not known.</summary>
    /// <param name="repository">The address of the repository, with or without a slash at its end.</param>
    public string? LinkIn(string? repository) =>
        string.IsNullOrEmpty(repository) ? null : $"{repository!.TrimEnd('/')}/blob/main/{HelpPage}";
}
