namespace KnowledgeGraph.Cli.Commands;

/// <summary>What <c>kg extract</c> was asked to do.</summary>
internal sealed record ExtractionOptions
{
    /// <summary>The inputs.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Files of records made elsewhere, <c>-</c> for standard input.</summary>
    public IReadOnlyList<string> FromRecords { get; init; } = [];

    /// <summary>File for the records, <c>-</c> for standard output, or <see langword="null"/>.</summary>
    public string? Records { get; init; }

    /// <summary>The store, where named.</summary>
    public string? Store { get; init; }

    /// <summary>The folder for graph files, where named.</summary>
    public string? Folder { get; init; }

    /// <summary>Articles to work on at a time.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether records carry the text.</summary>
    public bool WithText { get; init; }

    /// <summary>Folder of rules, or <see langword="null"/> for those built in.</summary>
    public string? Rules { get; init; }

    /// <summary>Folder in which compiled rules are kept, or <see langword="null"/>.</summary>
    public string? Cache { get; init; }

    /// <summary>File of corrections, or <see langword="null"/> for that beside the store.</summary>
    public string? Corrections { get; init; }

    /// <summary>A user's dictionary, or <see langword="null"/>.</summary>
    public string? UserDictionary { get; init; }

    /// <summary>Names of fields.</summary>
    public string? Map { get; init; }

    /// <summary>File for the status report.</summary>
    public string? Report { get; init; }

    /// <summary>How to print who met whom.</summary>
    public string Format { get; init; } = Output.RowWriter.Formats[0];

    /// <summary>Show only errors.</summary>
    public bool Quiet { get; init; }

    /// <summary>Name files that are not articles.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether only records are asked for.</summary>
    public bool RecordsOnly => Records is not null && Store is null && Folder is null;

    /// <summary>The store to use.</summary>
    public string StorePath => Store ?? SharedOptions.DefaultStore;

    /// <summary>Where graph files go: beside the store unless a folder was named.</summary>
    public string GraphFolder => Folder ?? GraphFiles.FolderOf(StorePath);
}
