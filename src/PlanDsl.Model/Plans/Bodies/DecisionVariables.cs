namespace PlanDsl.Model;

/// <summary>The environment variables of its own that a step has to know before it can decide something. The others need not even be there yet: they may
/// be made of an element, and a condition is asked before there are elements.</summary>
public static class DecisionVariables
{
    /// <summary>Those that a condition reads, and those that they are made of, in the order of the file.</summary>
    /// <param name="step">The step, with its body.</param>
    /// <param name="condition">What it decides by.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static EquatableArray<NamedTemplate> Of(StepModel step, Expression condition)
    {
        if (step is null)
            throw new ArgumentNullException(nameof(step));
        if (condition is null)
            throw new ArgumentNullException(nameof(condition));
        if (step.Body is not CommandBody { Environment: { IsEmpty: false } declared })
            return [];
        var read = new HashSet<string>(StringComparer.Ordinal);
        var areAll = false;
        Add(condition);

        // Each reads those above it.
        var needed = new Stack<NamedTemplate>();
        for (var i = declared.Count - 1; i >= 0; i--)
        {
            if (!areAll && !read.Contains(declared[i].Name))
                continue;
            needed.Push(declared[i]);
            foreach (var part in declared[i].Value.Parts)
            {
                if (part.Expression is { } expression)
                    Add(expression);
            }
        }

        return needed.ToEquatableArray();

        void Add(Expression expression)
        {
            foreach (var path in expression.Paths)
            {
                if (path.Root != ReferenceRoots.Env)
                    continue;
                if (!path.Segments.IsEmpty && path.Segments[0].Name is { } name)
                    read.Add(name);
                else
                    areAll = true;
            }
        }
    }

    /// <summary>What a condition reads by way of a variable although there is no such thing yet when it is asked; <see langword="null"/> if it reads no such thing.</summary>
    internal static PathExpression? TooEarly(EquatableArray<NamedTemplate> variables) => variables
        .SelectMany(static variable => variable.Value.Parts)
        .SelectMany(static part => part.Expression?.Paths ?? [])
        .FirstOrDefault(static path => path.Root is ReferenceRoots.Item or ReferenceRoots.Index or ReferenceRoots.Iteration or ReferenceRoots.Previous);
}
