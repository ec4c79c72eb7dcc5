using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using PlanDsl.Generators;
using PlanDsl.Model;

namespace PlanDsl.Analyzers.Tests;

/// <summary>Holds together what is said of each rule in five places: the rule book, the descriptors, who reports them, the
/// release files and the tests. The pages under docs are held to the rule book by the tests of the model.</summary>
public sealed class RuleConsistencyTests
{
    private static readonly ImmutableArray<Assembly> Reporters = [typeof(PlanAnalyzer).Assembly, typeof(StateMachineGenerator).Assembly];

    private static readonly ILookup<string, DiagnosticDescriptor> Descriptors =
        Reporters.SelectMany(static assembly => assembly.GetTypes())
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!)
            .ToLookup(static descriptor => descriptor.Id, StringComparer.Ordinal);

    private static readonly ImmutableArray<DiagnosticDescriptor> Reported =
        [.. new PlanAnalyzer().SupportedDiagnostics, .. new StateMachineAnalyzer().SupportedDiagnostics, .. new PlanFileAnalyzer().SupportedDiagnostics];

    public static TheoryData<string> Ids => [.. RuleBook.All.Select(static rule => rule.Id)];

    public static TheoryData<string> AnalyzerIds => [.. RuleBook.All.Select(static rule => rule.Id).Where(static id => id != RuleIds.PlanIsInvalid)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_one_descriptor_that_says_what_the_rule_book_says(string id)
    {
        var rule = RuleBook.Get(id);
        var descriptor = Assert.Single(Descriptors[id]);

        Assert.Equal(rule.Title, descriptor.Title.ToString());
        Assert.Equal(rule.MessageFormat, descriptor.MessageFormat.ToString());
        Assert.Equal(rule.Severity.ToString(), descriptor.DefaultSeverity.ToString());
        Assert.Equal("PlanDsl." + rule.Family, descriptor.Category);
        Assert.Equal(rule.HelpLink ?? "", descriptor.HelpLinkUri);
        Assert.True(descriptor.IsEnabledByDefault);
    }

    [Fact]
    public void The_release_files_list_every_rule_once_and_no_other()
    {
        var expected = RuleBook.All.Select(static rule => $"{rule.Id} | PlanDsl.{rule.Family} | {rule.Severity} | {rule.Title}");

        Assert.Equal(expected, ReleaseFiles.Rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_cannot_be_configured_if_it_makes_a_plan_invalid(string id) =>
        Assert.All(Descriptors[id], descriptor => Assert.Equal(
            RuleBook.Get(id).Severity is FindingSeverity.Error,
            descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)));

    [Theory]
    [MemberData(nameof(AnalyzerIds))]
    public void A_rule_is_reported(string id) => Assert.Contains(Reported, descriptor => descriptor.Id == id);

    [Fact]
    public void Nothing_is_reported_that_is_not_in_the_rule_book() =>
        Assert.Empty(Descriptors.Select(static descriptors => descriptors.Key).Except(RuleBook.All.Select(static rule => rule.Id)));

    // The generator's summary is its own, and no build says which variables a run is given.
    public static TheoryData<string> IdsInBuilds => [.. RuleBook.All
        .Select(static rule => rule.Id)
        .Where(static id => id is not (RuleIds.PlanIsInvalid or RuleIds.UnresolvedVariable))];

    [Theory]
    [MemberData(nameof(IdsInBuilds))]
    public void A_rule_has_tests_of_its_own_name_that_trigger_it_and_that_do_not(string id)
    {
        var name = typeof(RuleIds).GetFields().Single(field => id.Equals(field.GetRawConstantValue())).Name;
        var tests = GetType().Assembly.GetType($"{GetType().Namespace}.{name}Tests");

        Assert.NotNull(tests);
        Assert.Contains(tests.GetMethods(), static method => method.Name.StartsWith("Reports_", StringComparison.Ordinal));
        Assert.Contains(tests.GetMethods(), static method => method.Name.StartsWith("Accepts_", StringComparison.Ordinal));
    }
}
