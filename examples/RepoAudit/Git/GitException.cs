namespace RepoAudit;

/// <summary>git is missing, or said no; the message is git's own first line.</summary>
public sealed class GitException(string message, Exception? inner = null) : Exception(message, inner);
