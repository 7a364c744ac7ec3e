using System.Collections.Immutable;
using System.Text;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Reads and writes <c>corrections.yaml</c>: a list of entries, each with <c>who</c>, <c>why</c> and one of
/// <c>same-person</c>, <c>different-person</c>, <c>reject</c> and <c>set</c>.
/// </summary>
public static class CorrectionFile
{
    /// <summary>The usual name of the file; it lies beside the store.</summary>
    public const string Name = "corrections.yaml";

    private const string Same = "same-person";
    private const string Different = "different-person";
    private const string Reject = "reject";
    private const string Set = "set";
    private const int MostBytes = 16 << 20;

    private static readonly ImmutableArray<string> Verbs = [Same, Different, Reject, Set];

    /// <summary>The values of an event that <c>set</c> can give.</summary>
    public static ImmutableArray<string> Settable { get; } = ["country", "date", "kind", "occasion", "place", "status", "venue"];

    /// <summary>The corrections of a file; none where there is no file.</summary>
    /// <exception cref="RuleFileException">An entry cannot be used; the message names file, line and column and what was expected.</exception>
    public static Corrections Load(string path)
    {
        if (!File.Exists(path))
        {
            return Corrections.None;
        }

        return new FileInfo(path).Length <= MostBytes
            ? Parse(File.ReadAllText(path), path)
            : throw new RuleFileException(path, 0, 0, FormattableString.Invariant($"Expected at most {MostBytes} bytes."));
    }

    /// <summary>The corrections of a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">The file's name for errors.</param>
    /// <exception cref="RuleFileException">An entry cannot be used.</exception>
    public static Corrections Parse(string text, string name)
    {
        using var compiled = new MemoryStream();
        RuleTrees.Compile([KeyValuePair.Create(name, text)], compiled);
        var root = RuleTrees.Open(SectionFile.OfBytes(compiled.ToArray(), RuleTrees.Magic, name)).Root(name)!;
        return root.IsEmpty ? Corrections.None : new Corrections([.. root.AsItems().Select(Read)]);
    }

    /// <summary>A correction as an entry of the file.</summary>
    public static string Write(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var text = new StringBuilder();
        switch (correction)
        {
            case SamePerson same:
                Line($"- {Same}: [{string.Join(", ", same.Persons.Select(Quoted))}]");
                break;
            case DifferentPerson different:
                Line($"- {Different}: [{Quoted(different.A)}, {Quoted(different.B)}]");
                break;
            case RejectEvent reject:
                Line($"- {Reject}: {Quoted(reject.Event)}");
                break;
            case SetEvent set:
                Line($"- {Set}: {Quoted(set.Event)}");
                foreach (var (key, value) in set.Values)
                {
                    Line($"  {key}: {Quoted(value)}");
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(correction), correction, null);
        }

        Line($"  who: {Quoted(correction.Who)}");
        Line($"  why: {Quoted(correction.Why)}");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>A text in double quotes, which YAML reads as JSON does.</summary>
    private static string Quoted(string text) => "\"" + string.Concat(text.Select(letter => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        < ' ' => FormattableString.Invariant($"\\x{(int)letter:x2}"),
        _ => letter.ToString(),
    })) + "\"";

    private static Correction Read(RuleNode entry)
    {
        var keys = entry.AsEntries().Select(pair => pair.Key).ToList();
        var verbs = keys.Where(key => Verbs.Contains(key)).ToList();
        if (verbs.Count != 1)
        {
            throw entry.Error($"Expected exactly one of {string.Join(", ", Verbs)}.");
        }

        var allowed = verbs[0] == Set ? Settable : [];
        foreach (var (key, value) in entry.AsEntries().Where(pair => pair.Key != verbs[0] && pair.Key is not ("who" or "why") && !allowed.Contains(pair.Key)))
        {
            throw value.Error($"'{key}' is no key of {verbs[0]}; expected who, why{string.Concat(allowed.Select(name => ", " + name))}.");
        }

        var (who, why) = (Given(entry, "who"), Given(entry, "why"));
        var place = FormattableString.Invariant($"{entry.File}:{entry.Line}:{entry.Column}");
        var about = entry.Get(verbs[0]);
        return verbs[0] switch
        {
            Same => new SamePerson(Persons(about, least: 2, most: int.MaxValue), who, why, place),
            Different when Persons(about, least: 2, most: 2) is [var a, var b] => new DifferentPerson(a, b, who, why, place),
            Reject => new RejectEvent(Event(about), who, why, place),
            _ => new SetEvent(Event(about), Values(entry), who, why, place),
        };
    }

    private static string Given(RuleNode entry, string key) =>
        entry.TextOrNull(key) is { } text && text.Trim().Length > 0 ? text : throw entry.Error($"Expected '{key}': every correction says who made it and why.");

    private static ImmutableArray<string> Persons(RuleNode node, int least, int most)
    {
        var persons = node.AsTexts();
        return persons.Length >= least && persons.Length <= most && persons.All(person => person.Trim().Length > 0)
            ? persons
            : throw node.Error(most == 2 ? "Expected two ids or names of persons: [A, B]." : "Expected two or more ids or names of persons: [A, B].");
    }

    private static string Event(RuleNode node) => node.AsText() is var id && id.StartsWith("event:", StringComparison.Ordinal)
        ? id
        : throw node.Error($"Expected the id of an event, as event:0123456789abcdef, found '{id}'; kg who-met shows ids.");

    private static ImmutableSortedDictionary<string, string> Values(RuleNode entry)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, node) in entry.AsEntries().Where(pair => Settable.Contains(pair.Key)))
        {
            values[key] = key switch
            {
                "date" when DaySpan.OfEdtf(node.AsText()) is null => throw node.Error($"Expected a date as 2022-07-07, 2022-07, 2022 or 2022-07-07/2022-07-08, found '{node.AsText()}'."),
                "kind" when !EventKinds.All.Contains(node.AsText()) => throw node.Error($"Expected one of {string.Join(", ", EventKinds.All)}, found '{node.AsText()}'."),
                "status" when !EventStatuses.All.Contains(node.AsText()) => throw node.Error($"Expected one of {string.Join(", ", EventStatuses.All)}, found '{node.AsText()}'."),
                _ => node.AsText(),
            };
        }

        return values.Count > 0 ? values.ToImmutable() : throw entry.Error($"Expected a value to set: one of {string.Join(", ", Settable)}.");
    }
}
