using System.Collections.Frozen;

namespace RepoAudit;

/// <summary>Tells a file's language by its name.</summary>
public static class Language
{
    public const string Binary = "Binary";
    public const string Other = "Other text";

    private static readonly FrozenDictionary<string, string> ByExtension = Table(
        ("C#", ".cs .csx"), ("F#", ".fs .fsi .fsx"), ("Visual Basic", ".vb"), ("Razor", ".razor .cshtml"),
        ("MSBuild", ".csproj .fsproj .vbproj .props .targets .proj"), ("Solution", ".sln .slnx"), ("XAML", ".xaml .axaml"),
        ("C", ".c .h"), ("C++", ".cpp .cc .cxx .hpp .hh .hxx"), ("Objective-C", ".m .mm"), ("Java", ".java"),
        ("Kotlin", ".kt .kts"), ("Scala", ".scala .sc"), ("Groovy", ".groovy .gradle"), ("Clojure", ".clj .cljs .cljc"),
        ("JavaScript", ".js .mjs .cjs .jsx"), ("TypeScript", ".ts .mts .cts .tsx"), ("Vue", ".vue"), ("Svelte", ".svelte"),
        ("Python", ".py .pyi .pyx"), ("Ruby", ".rb .rake .gemspec"), ("PHP", ".php"), ("Perl", ".pl .pm"), ("Lua", ".lua"),
        ("R", ".r"), ("Julia", ".jl"), ("Go", ".go"), ("Rust", ".rs"), ("Swift", ".swift"), ("Dart", ".dart"), ("Zig", ".zig"),
        ("Haskell", ".hs"), ("OCaml", ".ml .mli"), ("Erlang", ".erl .hrl"), ("Elixir", ".ex .exs"), ("Assembly", ".asm .s"),
        ("Shell", ".sh .bash .zsh .fish"), ("PowerShell", ".ps1 .psm1 .psd1"), ("Batch", ".bat .cmd"), ("SQL", ".sql"),
        ("HTML", ".html .htm"), ("CSS", ".css .scss .sass .less"), ("XML", ".xml .xsd .xslt .resx .config .nuspec"),
        ("SVG", ".svg"), ("JSON", ".json .jsonc .json5"), ("YAML", ".yml .yaml"), ("TOML", ".toml"),
        ("INI", ".ini .cfg .editorconfig .gitconfig"), ("Markdown", ".md .markdown"), ("reStructuredText", ".rst"),
        ("AsciiDoc", ".adoc"), ("TeX", ".tex .bib"), ("Protocol Buffers", ".proto"), ("GraphQL", ".graphql .gql"),
        ("Terraform", ".tf .hcl"), ("CMake", ".cmake"), ("Plain text", ".txt"), ("CSV", ".csv .tsv"), ("Diff", ".diff .patch"));

    private static readonly FrozenDictionary<string, string> ByName = Table(
        ("Docker", "dockerfile containerfile"), ("Make", "makefile gnumakefile"), ("CMake", "cmakelists.txt"),
        ("Ruby", "rakefile gemfile"), ("Git", ".gitignore .gitattributes .gitmodules"), ("Plain text", "license readme copying"));

    public static string Of(string path)
    {
        var name = Path.GetFileName(path);
        return ByName.TryGetValue(name, out var language) || ByExtension.TryGetValue(Path.GetExtension(name), out language)
            ? language
            : Other;
    }

    private static FrozenDictionary<string, string> Table(params (string Language, string Keys)[] rows) =>
        rows.SelectMany(row => row.Keys.Split(' '), (row, key) => KeyValuePair.Create(key, row.Language))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
