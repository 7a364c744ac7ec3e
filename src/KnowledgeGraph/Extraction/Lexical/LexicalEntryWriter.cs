using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Lexical;

/// <summary>Writes entries as <see cref="LexicalEntryReader"/> reads them: what the gazetteers hold by its row.</summary>
internal sealed class LexicalEntryWriter(RuleSet rules)
{
    /// <summary>Stands for nothing.</summary>
    public const int None = 0;

    /// <summary>Stands for an office or a building that no row has.</summary>
    public const int Composed = 1;

    /// <summary>Stands for the first row.</summary>
    public const int First = 2;

    private readonly Dictionary<object, int> rows = Rows(rules.States, rules.Places, rules.Venues, rules.Organizations, rules.Conferences, rules.Offices, rules.People);

    /// <summary>Writes an entry.</summary>
    public void Write(LexicalEntry entry, BinaryWriter writer)
    {
        writer.Write(entry.Phrase);
        var classes = entry.Classes;
        Array.ForEach([classes.A, classes.B, classes.C, classes.D, classes.E, classes.F], writer.Write);
        WriteRow(entry.State, writer);
        WriteRow(entry.Place, writer);
        if (entry.Venue is { } venue && !rows.ContainsKey(venue))
        {
            writer.Write7BitEncodedInt(Composed);
            writer.Write(venue.Name);
            writer.Write(venue.City ?? "");
            writer.Write(venue.Country ?? "");
        }
        else
        {
            WriteRow(entry.Venue, writer);
        }

        WriteRow(entry.Organization, writer);
        WriteRow(entry.Conference, writer);
        if (entry.Office is { } office && !rows.ContainsKey(office))
        {
            writer.Write7BitEncodedInt(Composed);
            writer.Write(office.Title);
            writer.Write(office.Rank);
            writer.Write(office.Family ?? "");
            writer.Write(office.Body);
        }
        else
        {
            WriteRow(entry.Office, writer);
        }

        WriteAll(entry.Sides, side => WriteRow(side, writer), writer);
        WriteAll(entry.Shorts, writer.Write, writer);
        WriteAll(entry.People, person => WriteRow(person, writer), writer);
        WriteAll(entry.Values, pair =>
        {
            writer.Write(pair.Key);
            writer.Write(pair.Value);
        }, writer);
    }

    private static Dictionary<object, int> Rows(params IEnumerable<object>[] tables)
    {
        var rows = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        foreach (var table in tables)
        {
            var index = First;
            foreach (var row in table)
            {
                rows[row] = index++;
            }
        }

        return rows;
    }

    private static void WriteAll<T>(IReadOnlyCollection<T> items, Action<T> write, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    private void WriteRow(object? row, BinaryWriter writer) => writer.Write7BitEncodedInt(row is null ? None : rows[row]);
}
