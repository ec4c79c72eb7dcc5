namespace RepoAudit;

/// <summary>The licence file in the root, if any, and the licence that its words are of, if known.</summary>
public sealed record Licence(string? Path, string? Name)
{
    private static readonly string[] FileNames = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE"];

    // The more special first: the text of the LGPL names the GPL.
    private static readonly (string Phrase, string Name)[] Known =
    [
        ("GNU AFFERO GENERAL PUBLIC LICENSE", "AGPL"),
        ("GNU LESSER GENERAL PUBLIC LICENSE", "LGPL"),
        ("GNU GENERAL PUBLIC LICENSE", "GPL"),
        ("Mozilla Public License", "MPL"),
        ("Eclipse Public License", "EPL"),
        ("Apache License", "Apache-2.0"),
        ("Boost Software License", "BSL-1.0"),
        ("free and unencumbered software released into the public domain", "Unlicense"),
        ("CC0 1.0 Universal", "CC0-1.0"),
        ("Permission to use, copy, modify, and/or distribute this software for any", "ISC"),
        ("Permission is hereby granted, free of charge, to any person obtaining a copy", "MIT"),
        ("Neither the name of", "BSD-3-Clause"),
        ("Redistributions of source code must retain the above copyright notice", "BSD-2-Clause"),
    ];

    public static async Task<Licence> FindAsync(Inventory inventory, CancellationToken ct)
    {
        var file = inventory.TopLevel().FirstOrDefault(IsLicence);
        return file is null
            ? new Licence(null, null)
            : new Licence(file.Path, Recognise(await FileHead.ReadAsync(inventory, file, ct)));
    }

    public static string? Recognise(string text)
    {
        var flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Known.FirstOrDefault(known => flat.Contains(known.Phrase, StringComparison.OrdinalIgnoreCase)).Name;
    }

    private static bool IsLicence(SourceFile file) =>
        FileNames.Any(name => file.Path.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
