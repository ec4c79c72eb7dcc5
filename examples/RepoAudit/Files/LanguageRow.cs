namespace RepoAudit;

public sealed record LanguageRow(string Language, int Files, long Lines, long Bytes);
