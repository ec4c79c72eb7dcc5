using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PlanDsl.CodeFixes.Tests;

/// <summary>An editor asks a fix for documents of the kinds only that it declares: what is in a plan file would be fixed nowhere if it did not declare that.</summary>
public class FixDocumentsTests
{
    public static TheoryData<Type> OfPlanFiles =>
        [.. typeof(AddPropertyFixProvider).Assembly.GetTypes().Where(static type => typeof(CodeFixProvider).IsAssignableFrom(type) && !type.IsAbstract && typeof(PlanFileFixProvider).IsAssignableFrom(type))];

    [Theory]
    [MemberData(nameof(OfPlanFiles))]
    public void Fixes_in_plan_files_are_for_additional_documents_that_are_json(Type provider)
    {
        var declared = provider.GetCustomAttribute<ExportCodeFixProviderAttribute>()!;

        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], declared.DocumentKinds!);
        Assert.Equal([".json"], declared.DocumentExtensions!);
    }

    [Fact]
    public void There_are_four_such_fixes() => Assert.Equal(4, OfPlanFiles.Count);
}
