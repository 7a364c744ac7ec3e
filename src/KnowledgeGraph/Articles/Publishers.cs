using System.Collections.Immutable;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Articles;

/// <summary>The media of <c>rules/publishers.yaml</c>, by the names that they go by and the hosts that they publish on.</summary>
internal sealed class Publishers
{
    public const string FileName = "publishers.yaml";

    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImmutableArray<string> endings;
    private readonly HashSet<string> archives;

    private Publishers(RuleNode file)
    {
        foreach (var medium in file.Items("media"))
        {
            var name = medium.Text("name");
            foreach (var variant in medium.Texts("variants").Prepend(name))
            {
                names.TryAdd(variant, name);
            }

            foreach (var host in medium.Texts("hosts"))
            {
                hosts.TryAdd(host, name);
            }
        }

        endings = file.Texts("medium-endings");
        archives = new HashSet<string>(file.Texts("archives"), StringComparer.OrdinalIgnoreCase);
    }

    /// <exception cref="RuleFileException">The file is no sound YAML: with file, line and column.</exception>
    public static Publishers Load(RuleSource source) => new(RuleNode.Load(source, FileName));

    /// <summary>The medium of that name, or <see langword="null"/>: persons have names too.</summary>
    public string? ByName(string? name)
    {
        name = name is null ? "" : Whitespace.Collapse(name);
        return name.Length == 0 ? null
            : names.TryGetValue(name, out var medium) ? medium
            : name.Length <= 20 && endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal) && name.Length > ending.Length) ? name
            : null;
    }

    /// <summary>The medium of the list that goes by that name exactly.</summary>
    public string? Known(string name) => names.GetValueOrDefault(name);

    /// <summary>The medium that publishes on an address's host or a host above it.</summary>
    public string? ByUrl(string? url)
    {
        var host = Host(url);
        while (host is not null)
        {
            if (hosts.TryGetValue(host, out var medium))
            {
                return medium;
            }

            var dot = host.IndexOf('.', StringComparison.Ordinal);
            host = dot < 0 ? null : host[(dot + 1)..];
        }

        return null;
    }

    /// <summary>Whether the address is a copy in an archive rather than the article's own.</summary>
    public bool IsArchive(string url) => Host(url) is { } host && archives.Contains(host);

    private static string? Host(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : null;
}
