using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Evaluation;

/// <summary>When an annotation and a record mean the same: names, titles, states and places by the tables of <c>rules/evaluation.yaml</c>.</summary>
internal sealed class Equivalence
{
    private const string FileName = "evaluation.yaml";

    /// <summary>The least piece of a text that counts as shared.</summary>
    private const int LeastPiece = 4;

    private static readonly char[] NameDots = ['·', '・', '•', '‧', '．'];
    private readonly Dictionary<string, string> states;
    private readonly Dictionary<string, string> bodies;
    private readonly Dictionary<string, string> titles;
    private readonly string[] titleEndings;
    private readonly IReadOnlyList<string> qualifiers;
    private readonly IReadOnlyList<string> placeEndings;
    private readonly string former;

    private Equivalence(RuleNode file)
    {
        states = Table(file, "states");
        bodies = Table(file, "bodies");
        titles = Table(file, "titles");
        titleEndings = [.. titles.Keys.OrderByDescending(title => title.Length).ThenBy(title => title, StringComparer.Ordinal)];
        qualifiers = file.Texts("title-qualifiers");
        placeEndings = file.Texts("place-endings");
        former = file.Text("former");
    }

    /// <summary>The tables of a rule source.</summary>
    public static Equivalence Load(RuleSource source) => new(RuleNode.Load(source, FileName));

    /// <summary>A text in simplified characters without spaces, dots, quotes and brackets of titles.</summary>
    public static string Squash(string? text) => CharacterFolding.Default.Fold(string.Concat((text ?? "").Where(c => !IsLeftOut(c))));

    /// <summary>A full transliterated name and its last part are one name (安东尼·布林肯, 布林肯).</summary>
    public static bool SameName(string a, string b)
    {
        if (Squash(a) == Squash(b))
        {
            return true;
        }

        var (first, second) = (a.Split(NameDots).Select(Squash).ToList(), b.Split(NameDots).Select(Squash).ToList());
        return first[^1] == second[^1] && (first.Count == 1 || second.Count == 1) && first[^1].Length > 1;
    }

    /// <summary>A state in the form that records carry.</summary>
    public string State(string? name) => Squash(name) is var squashed && states.TryGetValue(squashed, out var state) ? state : squashed;

    /// <summary>State or organisation that an office belongs to.</summary>
    public string Body(string? name) => State(name) is var body && bodies.TryGetValue(body, out var state) ? state : body;

    /// <summary>A title in its common form: 外长 and 外交部长, 国家主席 and 主席 are one.</summary>
    public string Title(string title)
    {
        var squashed = Squash(title);
        var isFormer = squashed.StartsWith(former, StringComparison.Ordinal) && squashed.Length > 2;
        var bare = isFormer ? squashed[former.Length..] : squashed;
        bare = titles.GetValueOrDefault(bare, bare);
        var qualifier = qualifiers.FirstOrDefault(start => bare.StartsWith(start, StringComparison.Ordinal) && bare.Length >= start.Length + 2) ?? "";
        return (isFormer ? former : "") + bare[qualifier.Length..];
    }

    /// <summary>A place without the noun that may end its name.</summary>
    public string Place(string? name) => Squash(name) is { Length: > 2 } place && placeEndings.FirstOrDefault(ending => place.EndsWith(ending, StringComparison.Ordinal)) is { } ending
        ? place[..^ending.Length]
        : Squash(name);

    /// <summary>Whether an actor of a record is the one that an annotation names.</summary>
    public bool SameActor(string gold, Actor actor)
    {
        foreach (var name in actor.Names)
        {
            if (SameName(gold, name) || State(gold) == State(name) || SameOffice(gold, name) || SameOffice(name, gold))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether actors are those of an annotation, each once.</summary>
    public bool SameActors(IReadOnlyList<string> gold, IReadOnlyList<Actor> actors)
    {
        if (gold.Count != actors.Count)
        {
            return false;
        }

        var used = new bool[actors.Count];
        foreach (var name in gold)
        {
            var i = 0;
            while (i < actors.Count && (used[i] || !SameActor(name, actors[i])))
            {
                i++;
            }

            if (i == actors.Count)
            {
                return false;
            }

            used[i] = true;
        }

        return true;
    }

    /// <summary>Share of the annotated text's characters that a found text holds, in one piece or in pieces of some length.</summary>
    public static double Overlap(string gold, string found)
    {
        var (a, b) = (Squash(gold), Squash(found));
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var covered = 0;
        for (var i = 0; i < a.Length;)
        {
            var length = 0;
            while (i + length < a.Length && b.Contains(a.Substring(i, length + 1), StringComparison.Ordinal))
            {
                length++;
            }

            covered += length >= Math.Min(LeastPiece, a.Length) ? length : 0;
            i += length >= Math.Min(LeastPiece, a.Length) ? length : 1;
        }

        return (double)covered / a.Length;
    }

    /// <summary>Whether a name that ends in a title is another one with the title in its common form.</summary>
    private bool SameOffice(string name, string other)
    {
        var squashed = Squash(name);
        return titleEndings.FirstOrDefault(title => squashed.EndsWith(title, StringComparison.Ordinal)) is { } ending
            && Squash(other) == squashed[..^ending.Length] + titles[ending];
    }

    private static bool IsLeftOut(char c) => char.IsWhiteSpace(c) || c is '·' or '・' or '•' or '‧' or '．' or '.' or '《' or '》' or '「' or '」' or '『' or '』' or '“' or '”' or '"' or '\'' or '‘' or '’';

    private static Dictionary<string, string> Table(RuleNode file, string key) =>
        file.Get(key).AsEntries().ToDictionary(entry => Squash(entry.Key), entry => entry.Value.AsText(), StringComparer.Ordinal);
}

/// <summary>An actor by all its names: its name, its state and office, other forms of the name.</summary>
internal sealed record Actor(IReadOnlyList<string> Names);
