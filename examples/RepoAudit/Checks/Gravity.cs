namespace RepoAudit;

public enum Gravity
{
    Good,
    Notice,
    Problem,
}
