namespace RepoAudit;

/// <summary>A sentence of the audit's verdict.</summary>
public sealed record Remark(Gravity Gravity, string Text);
