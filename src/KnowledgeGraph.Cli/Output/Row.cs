namespace KnowledgeGraph.Cli.Output;

/// <summary>One row of an answer.</summary>
/// <param name="Fields">Its fields, the same ones in the same order in every row of an answer.</param>
/// <param name="Notes">Lines that the table shows below the row; the other formats carry the same in their fields.</param>
internal sealed record Row(IReadOnlyList<Field> Fields, IEnumerable<string> Notes)
{
    /// <summary>A row without notes.</summary>
    public static Row Of(params Field[] fields) => new(fields, []);

    /// <summary>The fields that a table of these rows shows: those with a heading that are not empty in every row.</summary>
    public static List<int> Columns(IReadOnlyList<Row> rows) =>
        [.. Enumerable.Range(0, rows[0].Fields.Count).Where(i => rows[0].Fields[i].Header is not null && rows.Any(row => row.Fields[i].Text.Length > 0))];
}

/// <summary>One value of a row, made when a format asks for it.</summary>
/// <param name="name">Its name in JSON and CSV.</param>
/// <param name="header">Its heading in the table; <see langword="null"/> keeps it out of the table.</param>
/// <param name="text">Its text in the table and CSV; empty where unknown.</param>
/// <param name="json">What JSON carries in its place: a string, a number, or lists and dictionaries of these.</param>
internal sealed class Field(string name, string? header, Func<string> text, Func<object?> json)
{
    private string? made;

    /// <summary>Its name in JSON and CSV.</summary>
    public string Name => name;

    /// <summary>Its heading in the table, where it has one.</summary>
    public string? Header => header;

    /// <summary>Its text in the table and CSV.</summary>
    public string Text => made ??= text();

    /// <summary>What JSON carries in its place.</summary>
    public object? Json => json();

    /// <summary>A field that is the same text everywhere, <see langword="null"/> in JSON where unknown.</summary>
    public static Field Of(string name, string? header, string? text) => new(name, header, () => text ?? "", () => text);

    /// <summary>A field that is a number.</summary>
    public static Field Of(string name, string? header, long number) =>
        new(name, header, () => number.ToString(System.Globalization.CultureInfo.InvariantCulture), () => number);

    /// <summary>A text that only programs are given.</summary>
    public static Field Hidden(string name, Func<string?> text) => new(name, null, () => text() ?? "", text);
}
