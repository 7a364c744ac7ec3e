using System.Collections.Immutable;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query.Naming;

/// <summary>Finds people of a store by their names. A name is never resolved by guessing: several of weight are all listed.</summary>
internal sealed class PersonNames(SqliteConnection connection, QueryVocabulary vocabulary)
{
    private const int ShortestPart = 2;
    private const int MostCandidates = 10;
    private const int MostSuggestions = 5;

    /// <summary>Share of all mentions of a name from which on one state's people of that name are meant.</summary>
    private const double Dominant = 0.9;

    /// <summary>A node of the graph that a name names.</summary>
    internal sealed record Node(string Id, string Name, string? Country, long Articles);

    /// <summary>The nodes of these labels that bear one of these names.</summary>
    public ImmutableArray<Node> Nodes(IEnumerable<string> names, params string[] labels)
    {
        using var command = connection.Prepare(
            """
            SELECT n.id, n.name, n.properties ->> '$.country', coalesce(n.properties ->> '$.articles', 0), n.label
            FROM names m JOIN nodes n ON n.id = m.node_id WHERE m.name = $name
            """,
            "$name");
        var found = new SortedDictionary<string, Node>(StringComparer.Ordinal);
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            using var reader = command.Bind(name).ExecuteReader();
            while (reader.Read())
            {
                if (labels.Contains(reader.GetString(4), StringComparer.Ordinal))
                {
                    found[reader.GetString(0)] = new Node(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.GetInt64(3));
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>The person of a whole name, of a state where one is given; <see langword="null"/> where the store has none.</summary>
    public Resolution? Exact(string text, string key, string? state)
    {
        var known = vocabulary.Find(key).Where(form => form.Is(FormKinds.Person) && (state is null || form.Country == state)).Distinct().ToList();
        if (known.Count == 1)
        {
            // The rules know one person of this name: whatever state an article gives him, a node of his name is he.
            var forms = vocabulary.FormsOf(known[0]).Append(known[0].Name).ToHashSet(StringComparer.Ordinal);
            var his = Nodes(forms.Append(text), "Person").Where(node => forms.Contains(vocabulary.Key(node.Name))).ToImmutableArray();
            return his.IsEmpty ? null : Found(text, his, []);
        }

        var nodes = Nodes([key, text, .. known.Select(form => form.Name)], "Person").Where(node => state is null || node.Country == state).ToImmutableArray();
        // Who bears the name as his own is meant before those of whom it is said in short.
        var own = nodes.Where(node => vocabulary.Key(node.Name) == key).ToImmutableArray();
        var states = own.Select(node => node.Country).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (own.IsEmpty && !nodes.IsEmpty)
        {
            // Blinken, of whom articles say it in short and the rules as part of a name, is whoever of both is named most.
            var called = vocabulary.Find(key).Where(form => (form.Kind & FormKinds.Person) != 0 && (state is null || form.Country == state)).Select(form => form.Name);
            nodes = [.. nodes.Concat(Nodes(called, "Person").Where(node => state is null || node.Country == state)).DistinctBy(node => node.Id)];
        }

        return nodes.IsEmpty ? null : Choose(text, own.IsEmpty ? nodes : [.. nodes.Where(node => own.Contains(node) || (node.Country is { } country && states.Contains(country)))]);
    }

    /// <summary>The person of whom a text is a part of the name; <see langword="null"/> where there is none.</summary>
    public Resolution? Part(string text, string key)
    {
        if (key.Length < ShortestPart)
        {
            return null;
        }

        var whole = vocabulary.Find(key).Where(form => (form.Kind & FormKinds.Person) != 0).Select(form => form with { Kind = FormKinds.Person }).Distinct()
            .Select(form => Exact(text, vocabulary.Key(form.Name), form.Country is null ? null : form.Country) ?? Exact(text, vocabulary.Key(form.Name), null))
            .OfType<Resolution>().ToList();
        if (whole.Count > 0)
        {
            return whole.Count == 1 ? whole[0] : Choose(text, [.. whole.SelectMany(one => one.Found is { } found ? Read(found.Nodes) : [])], byName: true);
        }

        var partly = All().Where(named => named.Key.Length > key.Length && IsPart(named.Key, key)).Select(named => named.Node).DistinctBy(node => node.Id).ToImmutableArray();
        return partly.IsEmpty ? null : Choose(text, partly, byName: true);
    }

    /// <summary>Names of the store, and known ones, that are written nearly like a key.</summary>
    public ImmutableArray<string> Near(string key)
    {
        var most = key.Length < 4 ? 1 : 2;
        return [.. All().Select(named => (Distance: EditDistance(named.Key, key, most), named.Node.Articles, named.Node.Name))
            .Concat(vocabulary.All(FormKinds.Person | FormKinds.State).Where(form => form.Key.Length > 0 && char.IsAscii(form.Key[0]))
                .Select(form => (Distance: EditDistance(form.Key, key, most), Articles: 0L, form.Name)))
            .Where(found => found.Distance <= most)
            .OrderBy(found => found.Distance).ThenByDescending(found => found.Articles).ThenBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => found.Name).Distinct(StringComparer.Ordinal).Take(MostSuggestions)];
    }

    /// <summary>Whether a text is a whole part of a name with dots or spaces, or where it has none, its beginning or end.</summary>
    private static bool IsPart(string name, string part)
    {
        var at = name.IndexOf(part, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || at + part.Length == name.Length || name[at - 1] is '\u00b7' or ' ' or '-');
    }

    private Resolution Choose(string text, ImmutableArray<Node> nodes, bool byName = false)
    {
        var groups = nodes.GroupBy(node => (node.Country, Name: byName ? vocabulary.Key(node.Name) : "")).Where(group => group.Key.Country is not null || byName)
            .Select(group => (group.Key, Articles: group.Sum(node => node.Articles))).OrderByDescending(group => group.Articles).ToList();
        if (groups.Count <= 1)
        {
            return Found(text, nodes, []);
        }

        if (groups[0].Articles >= Dominant * groups.Sum(group => group.Articles))
        {
            bool IsMeant(Node node) => node.Country is null ? !byName : (node.Country, byName ? vocabulary.Key(node.Name) : "") == groups[0].Key;
            return Found(text, [.. nodes.Where(IsMeant)], [.. nodes.Where(node => !IsMeant(node))]);
        }

        return new Resolution(text, null, [.. Candidates(nodes).Take(MostCandidates)], []);
    }

    private Resolution Found(string text, ImmutableArray<Node> nodes, ImmutableArray<Node> others) =>
        Resolution.Of(text, new Named(text, FormKinds.Person, [.. nodes.Select(node => node.Id)], [], [], [.. Candidates(others).Take(MostCandidates)]));

    private IEnumerable<Candidate> Candidates(ImmutableArray<Node> nodes) =>
        nodes.OrderByDescending(node => node.Articles).ThenBy(node => node.Id, StringComparer.Ordinal)
            .Select(node => new Candidate(node.Id, node.Name, node.Country, Offices(node.Id), node.Articles));

    private ImmutableArray<string> Offices(string person)
    {
        using var command = connection.Prepare(
            "SELECT n.name FROM edges e JOIN nodes n ON n.id = e.to_id WHERE e.from_id = $person AND e.type = 'HOLDS' ORDER BY e.properties ->> '$.lastSeen' DESC, n.name LIMIT 3", "$person");
        using var reader = command.Bind(person).ExecuteReader();
        var offices = ImmutableArray.CreateBuilder<string>();
        while (reader.Read())
        {
            offices.Add(reader.GetString(0));
        }

        return offices.ToImmutable();
    }

    private IEnumerable<Node> Read(ImmutableArray<string> ids)
    {
        using var command = connection.Prepare("SELECT name, properties ->> '$.country', coalesce(properties ->> '$.articles', 0) FROM nodes WHERE id = $id", "$id");
        foreach (var id in ids)
        {
            using var reader = command.Bind(id).ExecuteReader();
            if (reader.Read())
            {
                yield return new Node(id, reader.GetString(0), reader.Text(1), reader.GetInt64(2));
            }
        }
    }

    private IEnumerable<(string Key, Node Node)> All()
    {
        using var command = connection.Prepare(
            "SELECT m.name, n.id, n.name, n.properties ->> '$.country', coalesce(n.properties ->> '$.articles', 0) FROM names m JOIN nodes n ON n.id = m.node_id WHERE n.label = 'Person'");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (vocabulary.Key(reader.GetString(0)), new Node(reader.GetString(1), reader.GetString(2), reader.Text(3), reader.GetInt64(4)));
        }
    }

    /// <summary>Levenshtein's distance, or more than <paramref name="most"/> where it is greater than that.</summary>
    private static int EditDistance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, best) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                (row[j], diagonal) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)), row[j]);
                best = Math.Min(best, row[j]);
            }

            if (best > most)
            {
                return most + 1;
            }
        }

        return row[b.Length];
    }
}
