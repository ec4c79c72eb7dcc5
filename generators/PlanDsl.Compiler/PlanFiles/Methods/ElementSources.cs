using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes the methods that make the collections of fan-outs: PLAN0208 where there is none.</summary>
internal sealed class ElementSources(FilePlanReading plan)
{
    private readonly Dictionary<int, ElementSource> _known = [];

    /// <summary>What a step goes through; <see langword="null"/> for a step that runs once.</summary>
    public ElementSource? Of(int step)
    {
        if (plan.Model.Steps[step].Element?.Path is not { } path)
            return null;
        if (!_known.TryGetValue(step, out var source))
            _known.Add(step, source = Write(step, path));
        return source;
    }

    private ElementSource Write(int step, PathExpression path)
    {
        var declared = plan.Model.Steps[step];
        var parameters = new LoweredParameters([]);
        var roots = new LoweredRoots(plan, step, MethodRole.Body, parameters);
        var writer = new CodeWriter(roots, CodePlace.Of(declared, MethodRole.Body), plan.Fields, plan.Class?.Types);
        roots.Writer = writer;
        var value = writer.Value(path, TextPlace.Of(PropertyNames.Each));
        plan.Report(step, writer.Faults);
        var element = value is null ? CodeTypes.Json : ElementOf(value.Type, step, path, parameters.Models.Any(static parameter => parameter.Kind is ParameterKind.Result));
        var bound = BoundTo(parameters.Models, path);
        if (value is null || parameters.Models.Count > 1)
            return new("", element, bound);

        var name = plan.Names.TakeLike(PascalCase.From(declared.Id) + "Elements");
        var isDynamic = value.Type.Expression.IsDynamic;
        var type = isDynamic ? "global::System.Collections.Generic.IReadOnlyList<global::System.Text.Json.JsonElement>" : value.Type.OrNothingElse().Declared;
        var code = isDynamic ? $"global::PlanDsl.PlanJson.Elements({writer.Json(value)}, {CSharpText.Quote(path.ToString())}, {CSharpText.Quote(declared.Id)})" : value.Code;
        plan.Methods.Add(new($"private static {type} {name}({parameters.Declaration})", [$"return {code};"]));
        return new(name, element, bound);
    }

    private CodeType ElementOf(CodeType collection, int step, PathExpression path, bool isResult)
    {
        if (collection.Expression is { IsDynamic: true, Members: null })
            return CodeTypes.Json;
        var type = collection.Expression.IsDynamic ? KnownJson.Object.Display : collection.Expression.Display;
        var fault = collection.Element is null ? $"it is '{type}', no collection; name an array or a list, or take it without for_each"
            : collection.Expression is { MayBeNull: true, IsNullJudged: false } ? $"it is '{type}?' and may be null; let a step in between say what to go through then"
            : null;

        // Of inputs and constants the rules tell, which know them too; and of some results, in the same place.
        if (fault is not null && isResult)
        {
            var (name, start, length) = ReferenceRoots.SegmentsToName(path) > 0
                ? (path.Segments[0].Name ?? path.Root, path.Segments[0].Start, path.Segments[0].Length)
                : (path.Root, path.Start, path.Root.Length);
            plan.Report(step, [new(RuleIds.ElementSource, MethodRole.Body, TextPlace.Of(PropertyNames.Each), start, length, [$"Reference '{path}'", plan.Model.Steps[step].Name, name, fault])]);
        }

        return collection.Element ?? CodeTypes.Json;
    }

    // A constant is bound to nothing.
    private static ParameterModel BoundTo(EquatableArray<ParameterModel> parameters, PathExpression path)
    {
        var source = parameters.FirstOrDefault(static parameter => parameter.Kind is ParameterKind.Result or ParameterKind.Input);
        return new()
        {
            Name = "item",
            Kind = ParameterKind.Element,
            Key = source?.Key ?? "",
            IsExplicit = true,
            Type = TypeRef.Json,
            Path = source?.Kind is ParameterKind.Result ? null : new PathExpression(ReferenceRoots.Inputs, [PathSegment.Member(source?.Key ?? path.Root)]),
        };
    }
}
