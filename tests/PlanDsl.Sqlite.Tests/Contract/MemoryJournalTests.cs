namespace PlanDsl.Tests;

public sealed class MemoryJournalTests : JournalContractTests<MemoryStorage>;

public sealed class MemoryJournalRequestTests : JournalRequestTests<MemoryStorage>;

public sealed class MemoryJournalConcurrencyTests : JournalConcurrencyTests<MemoryStorage>;

public sealed class MemoryJournalLateSignalTests : LateSignalTests<MemoryStorage>;
