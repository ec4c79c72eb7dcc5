using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary>The option <c>--format</c>, with the formats that a command knows.</summary>
internal static class FormatOption
{
    /// <summary>The option; the first of the formats is the default.</summary>
    public static Option<string> Of(string description, params string[] formats)
    {
        var option = new Option<string>("--format")
        {
            Description = $"{description} One of {string.Join(", ", formats)}.",
            HelpName = string.Join('|', formats),
            DefaultValueFactory = _ => formats[0],
            CustomParser = result =>
            {
                var asked = result.Tokens is [var token] ? token.Value : "";
                if (!formats.Contains(asked, StringComparer.Ordinal))
                    result.AddError($"--format {asked} is unknown; the formats are {string.Join(", ", formats)}.");
                return asked;
            },
        };
        option.CompletionSources.Add(formats);
        return option;
    }

    /// <summary>The same for a command that has no default.</summary>
    public static Option<string> RequiredOf(string description, params string[] formats)
    {
        var option = Of(description, formats);
        option.DefaultValueFactory = null;
        option.Required = true;
        return option;
    }
}
