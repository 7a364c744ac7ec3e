using KnowledgeGraph.Rules;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KnowledgeGraph.Articles;

/// <summary>The media of <c>rules/publishers.yaml</c>, by the names that they go by and the hosts that they publish on.</summary>
internal sealed class Publishers
{
    public const string FileName = "publishers.yaml";

    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> endings;
    private readonly HashSet<string> archives;

    private Publishers(PublisherFile file)
    {
        foreach (var medium in file.Media)
        {
            foreach (var name in medium.Variants.Prepend(medium.Name))
            {
                names.TryAdd(name, medium.Name);
            }

            foreach (var host in medium.Hosts)
            {
                hosts.TryAdd(host, medium.Name);
            }
        }

        endings = file.MediumEndings;
        archives = new HashSet<string>(file.Archives, StringComparer.OrdinalIgnoreCase);
    }

    /// <exception cref="InvalidDataException">The file is no sound YAML: with file, line and column.</exception>
    public static Publishers Load(RuleSource source)
    {
        using var reader = source.Open(FileName);
        try
        {
            return new Publishers(new DeserializerBuilder()
                .WithNamingConvention(HyphenatedNamingConvention.Instance)
                .Build()
                .Deserialize<PublisherFile>(reader) ?? new PublisherFile());
        }
        catch (YamlException error)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{source.Describe(FileName)}({error.Start.Line},{error.Start.Column}): {error.InnerException?.Message ?? error.Message}"), error);
        }
    }

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

    private sealed record PublisherFile
    {
        public List<Medium> Media { get; init; } = [];

        public List<string> MediumEndings { get; init; } = [];

        public List<string> Archives { get; init; } = [];
    }

    private sealed record Medium
    {
        public string Name { get; init; } = "";

        public List<string> Hosts { get; init; } = [];

        public List<string> Variants { get; init; } = [];
    }
}
