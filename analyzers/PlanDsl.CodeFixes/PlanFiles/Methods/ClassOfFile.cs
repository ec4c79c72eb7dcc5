using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Analyzers;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>The class that names a plan file.</summary>
/// <param name="Project">Its project.</param>
/// <param name="Type">The class.</param>
/// <param name="Symbols">The known types of its compilation.</param>
/// <param name="Place">Where the file belongs.</param>
internal sealed record ClassOfFile(Project Project, INamedTypeSymbol Type, PlanSymbols Symbols, PlanFilePlace Place)
{
    /// <summary>The class; <see langword="null"/> where none or more than one names the file.</summary>
    public static async Task<ClassOfFile?> FindAsync(PlanFileDocument file, CancellationToken cancellationToken)
    {
        var project = file.Document.Project;
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation || PlanSymbols.TryCreate(compilation) is not { } symbols)
            return null;
        var options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions;
        var directory = options.TryGetValue("build_property.ProjectDir", out var value) ? value : "";
        var association = new PlanFileAssociation(
            project.AdditionalDocuments.Select(static document => document.FilePath ?? document.Name).Where(PlanFilePlace.IsPlanFile).ToEquatableArray(),
            DeclaredPlans.In(symbols, cancellationToken).Select(type => FileClass.ReferenceOf(type, symbols)).OfType<PlanFileReference>().ToEquatableArray(),
            directory);
        return association.ClassesOf(file.Path) is { Count: 1 } classes && compilation.Assembly.GetTypeByMetadataName(classes[0].Type) is { } type
            ? new(project, type, symbols, new(file.Path, directory, ""))
            : null;
    }

    /// <summary>Whether the class or what it inherits has a member of this name.</summary>
    public bool HasMember(string name)
    {
        for (var type = Type; type is not null; type = type.BaseType)
        {
            if (type.Name == name || !type.GetMembers(name).IsEmpty)
                return true;
        }

        return false;
    }

    /// <summary>The part of the class that names the file; <see langword="null"/> where nobody has written it by hand.</summary>
    public (Document Document, TypeDeclarationSyntax Node)? Declaration(CancellationToken cancellationToken) =>
        DeclaredPlans.AttributeOf(Type, Symbols)?.ApplicationSyntaxReference?.GetSyntax(cancellationToken).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } node
            && Project.Solution.GetDocument(node.SyntaxTree) is { } document and not SourceGeneratedDocument
            ? (document, node)
            : null;
}
