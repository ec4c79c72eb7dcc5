namespace PlanDsl.Sqlite;

/// <summary>For what a database is opened.</summary>
internal enum DatabaseUse
{
    /// <summary>To be written; it is made if it is not there.</summary>
    Write,

    /// <summary>To be read, beside those who write.</summary>
    Read,

    /// <summary>To be read where nothing may be written: as it stands in the file, without a look at what lies beside it.</summary>
    ReadAsItStands,
}
