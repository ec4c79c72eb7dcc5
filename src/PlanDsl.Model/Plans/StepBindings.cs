namespace PlanDsl.Model;

/// <summary>The bindings of one step: those of its body, then those of each method that its options name.</summary>
public readonly struct StepBindings
{
    private readonly StepModel _step;
    private readonly int _index;
    private readonly ReadOnlyMemory<int> _producers;

    internal StepBindings(StepModel step, int index, ReadOnlyMemory<int> producers)
    {
        _step = step;
        _index = index;
        _producers = producers;
    }

    /// <summary>Goes through them.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Goes through the bindings of one step.</summary>
    public struct Enumerator
    {
        private readonly StepBindings _bindings;
        private EquatableArray<ParameterModel> _parameters;
        private MethodRole _role;
        private int _parameter;
        private int _next;

        internal Enumerator(StepBindings bindings)
        {
            _bindings = bindings;
            _parameters = bindings._step.Parameters;
            _parameter = -1;
        }

        /// <summary>The binding that has been reached.</summary>
        public readonly Binding Current =>
            new(_bindings._index, _role, _parameter, _parameters[_parameter], _bindings._producers.Span[_next - 1]);

        /// <summary>Goes on to the next.</summary>
        public bool MoveNext()
        {
            if (_next == _bindings._producers.Length)
                return false;
            _next++;
            _parameter++;
            while (_parameter == _parameters.Count)
            {
                _parameters = _bindings._step.ParametersOf(++_role);
                _parameter = 0;
            }

            return true;
        }
    }
}
