namespace PlanDsl.Model;

/// <summary>What is known at compile time of the values that paths lead to.</summary>
public interface IExpressionTypes
{
    /// <summary>Finds the type at which a path begins.</summary>
    /// <param name="path">The path.</param>
    /// <param name="used">How many of its segments belong to the beginning.</param>
    /// <param name="code">The value in C#: a name, or a chain of names.</param>
    /// <returns>The type; <see langword="null"/> if there is no such beginning, which is a finding of others.</returns>
    ExpressionType? Find(PathExpression path, out int used, out string code);

    /// <summary>Finds a member by its exact name or by that in snake_case.</summary>
    /// <param name="type">The type of an object.</param>
    /// <param name="name">The name as written.</param>
    /// <param name="member">Its name in C#.</param>
    /// <returns>The type of the member; <see langword="null"/> if there is none.</returns>
    ExpressionType? MemberOf(ExpressionType type, string name, out string member);

    /// <summary>The names in snake_case of the members of a type.</summary>
    IEnumerable<string> MembersOf(ExpressionType type);

    /// <summary>Finds the type of the elements of an array.</summary>
    /// <param name="type">The type of an array.</param>
    /// <param name="count">The member that tells how many there are; <see langword="null"/> if there is none, so that none can be taken by its index in C#.</param>
    /// <returns>The type of the elements; <see langword="null"/> if it is not known.</returns>
    ExpressionType? ElementOf(ExpressionType type, out string? count);

    /// <summary>What takes an element by its index, which follows in brackets: the list itself, or what says more where there is no such element.</summary>
    /// <param name="list">The list in C#.</param>
    /// <param name="path">The path that leads to it.</param>
    string Indexed(string list, string path);
}
