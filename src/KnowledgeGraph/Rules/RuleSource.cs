using System.Reflection;
using System.Text;

namespace KnowledgeGraph.Rules;

/// <summary>Where rule files come from: a folder, or the copies that travel inside this assembly.</summary>
public sealed class RuleSource
{
    private const string Prefix = "rules/";
    private static readonly Assembly Home = typeof(RuleSource).Assembly;

    private readonly string? folder;

    private RuleSource(string? folder, IReadOnlyList<string> names)
    {
        this.folder = folder;
        Names = names;
    }

    /// <summary>The rules of this build.</summary>
    public static RuleSource Embedded { get; } = new(null, [.. Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..].Replace('\\', '/'))
        .Order(StringComparer.Ordinal)]);

    /// <summary>The names of the rule files, relative, with <c>/</c> (<c>publishers.yaml</c>), in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The rules in a folder: every <c>*.yaml</c> in it, at any depth.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static RuleSource FromFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"There is no folder of rules at {path}.");
        }

        return new RuleSource(path, [.. Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)]);
    }

    /// <summary>Opens a rule file as text (UTF-8). The caller disposes it.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="FileNotFoundException">The source has no file of that name.</exception>
    public TextReader Open(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            throw new FileNotFoundException($"The rules have no file {name}: expected it at {Describe(name)}.", Describe(name));
        }

        return new StreamReader(OpenBytes(name), new UTF8Encoding(false, throwOnInvalidBytes: true));
    }

    /// <summary>Where a rule file stands, for messages: its path, or <c>rules/NAME</c> of this build.</summary>
    public string Describe(string name) => folder is null ? Prefix + name : Path.Combine(folder, name);

    private Stream OpenBytes(string name)
    {
        if (folder is not null)
        {
            return File.OpenRead(Path.Combine(folder, name));
        }

        // MSBuild writes the platform's separator into the resource's name.
        return Home.GetManifestResourceStream(Prefix + name)
            ?? Home.GetManifestResourceStream(Prefix + name.Replace('/', '\\'))
            ?? throw new FileNotFoundException($"The assembly holds no resource {Prefix}{name}.");
    }
}
