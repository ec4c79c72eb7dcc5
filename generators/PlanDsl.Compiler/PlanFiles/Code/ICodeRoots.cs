using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>What the paths and variables of one method of a step begin with, in generated code.</summary>
public interface ICodeRoots
{
    /// <summary>The value at which a path begins: of <c>inputs.day.year</c> the input <c>day</c>, which uses one segment.</summary>
    /// <returns>The value; <see langword="null"/> if the path names nothing, which is a finding of others.</returns>
    CodeValue? Find(PathExpression path);

    /// <summary>The value of <c>${name}</c>; <see langword="null"/> if there is none, so that it stays as it stands.</summary>
    CodeValue? FindVariable(string name);
}
