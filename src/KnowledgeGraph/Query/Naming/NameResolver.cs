using System.Collections.Immutable;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query.Naming;

/// <summary>
/// Finds what a name means in a store: people, states, organisations and offices by any of their forms, in either script or in
/// English, people also by a part of their name where only one is called so.
/// </summary>
public sealed class NameResolver
{
    private readonly SqliteConnection connection;
    private readonly QueryVocabulary vocabulary;
    private readonly PersonNames people;
    private ImmutableArray<string> titles;
    private ImmutableArray<string> countries;

    /// <summary>A resolver for a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="vocabulary">The forms of names; those of this build where none are given.</param>
    public NameResolver(KnowledgeStore store, QueryVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        connection = store.Connection;
        this.vocabulary = vocabulary ?? QueryVocabulary.Default;
        people = new PersonNames(connection, this.vocabulary);
    }

    /// <summary>What a name means.</summary>
    public Resolution Resolve(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = vocabulary.Key(text);
        if (key.Length == 0)
        {
            throw new FormatException("A name is empty: expected a person, state, organisation or office.");
        }

        return ById(text) ?? State(text, key) ?? people.Exact(text, key, null) ?? Body(text, key) ?? Office(text, key)
            ?? PersonOfState(text, key) ?? people.Part(text, key) ?? new Resolution(text, null, [], people.Near(key));
    }

    /// <summary>
    /// The titles that a name names, as participations write them: those of its synonyms and of both scripts too, and of a general
    /// name (外长, prime minister) those of every office that it means.
    /// </summary>
    private ImmutableArray<string> Titles(string key)
    {
        var meant = TitlesOf(key).ToHashSet(StringComparer.Ordinal);
        titles = titles.IsDefault ? Distinct("title") : titles;
        return [.. titles.Where(title => vocabulary.Key(title) is var other && (other == key || meant.Contains(other) || TitlesOf(other).Any(meant.Contains)))];
    }

    private IEnumerable<string> TitlesOf(string key) => vocabulary.Find(key).Where(form => form.Is(FormKinds.Title)).Select(form => form.Name);

    /// <summary>The one name of what a form names, or <see langword="null"/>.</summary>
    private string? Canonical(ReadOnlySpan<char> key, FormKinds kind)
    {
        foreach (var form in vocabulary.Find(key))
        {
            if (form.Is(kind))
            {
                return form.Name;
            }
        }

        return null;
    }

    private Resolution? ById(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        using var command = connection.Prepare(
            "SELECT id FROM nodes WHERE id = $id OR id = (SELECT node_id FROM former_ids WHERE id = $id)", "$id");
        return command.Bind(text).ExecuteScalar() is string id ? Resolution.Of(text, new Named(text, FormKinds.Person, [id], [], [], [])) : null;
    }

    private Resolution? State(string text, string key)
    {
        var name = Canonical(key, FormKinds.State) ?? people.Nodes([key, text], "Country").FirstOrDefault()?.Name;
        return name is null ? null : Resolution.Of(text, new Named(text, FormKinds.State, [.. people.Nodes([name, key, text], "Country").Select(node => node.Id)], Countries(name), [], []));
    }

    private Resolution? Body(string text, string key)
    {
        var name = Canonical(key, FormKinds.Organization);
        var nodes = people.Nodes([name ?? key, key, text], "Organization", "Country");
        var standing = Countries(name ?? text);
        return nodes.Length + standing.Length == 0 ? null
            : Resolution.Of(text, new Named(text, FormKinds.Organization, [.. nodes.Select(node => node.Id)], standing, [], []));
    }

    /// <summary>A title, or a state with a title behind it.</summary>
    private Resolution? Office(string text, string key)
    {
        var nodes = people.Nodes([key, text], "Office").Select(node => node.Id).ToImmutableArray();
        if (Titles(key) is { IsEmpty: false } titled)
        {
            return Resolution.Of(text, new Named(text, FormKinds.Title, nodes, [], titled, []));
        }

        for (var length = key.Length - 2; length > 1; length--)
        {
            var rest = key[length..].TrimStart(' ');
            if ((Canonical(key.AsSpan(0, length), FormKinds.State) ?? Canonical(key.AsSpan(0, length), FormKinds.Organization)) is { } state
                && Titles(rest) is var ofState && (!ofState.IsEmpty || Canonical(rest, FormKinds.Title) is not null))
            {
                var named = people.Nodes([.. ofState.Select(title => state + title), key, text], "Office").Select(node => node.Id);
                // With no title of the store no participation fits, which is an answer too.
                return Resolution.Of(text, new Named(text, FormKinds.Title, [.. named], Countries(state), ofState.IsEmpty ? [rest] : ofState, []));
            }
        }

        return nodes.IsEmpty ? null : Resolution.Of(text, new Named(text, FormKinds.Title, nodes, [], [], []));
    }

    /// <summary>A person with the state in front, which tells namesakes apart.</summary>
    private Resolution? PersonOfState(string text, string key)
    {
        for (var length = key.Length - 2; length > 1; length--)
        {
            if (Canonical(key.AsSpan(0, length), FormKinds.State) is { } state && people.Exact(text, key[length..].TrimStart(' '), state) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private ImmutableArray<string> Countries(string name)
    {
        countries = countries.IsDefault ? Distinct("country") : countries;
        return [.. countries.Where(country => country == name || Canonical(vocabulary.Key(country), FormKinds.State) == name).Append(name).Distinct(StringComparer.Ordinal)
            .Where(country => countries.Contains(country, StringComparer.Ordinal))];
    }

    private ImmutableArray<string> Distinct(string column)
    {
        using var command = connection.Prepare($"SELECT DISTINCT {column} FROM participations WHERE {column} IS NOT NULL");
        using var reader = command.ExecuteReader();
        var values = ImmutableArray.CreateBuilder<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values.ToImmutable();
    }
}
