using System.Reflection;
using System.Text;

namespace KnowledgeGraph.Rules;

/// <summary>Where rule files come from: a folder, or the copies that travel inside this assembly.</summary>
public sealed class RuleSource
{
    private const string Prefix = "rules/";
    private static readonly Assembly Home = typeof(RuleSource).Assembly;

    private readonly string? folder;
    private readonly string? cache;
    private readonly Lazy<RuleTrees> trees;
    private readonly Lazy<IReadOnlyList<string>> names;

    private RuleSource(string? folder, Func<IReadOnlyList<string>> names, string? cache = null)
    {
        this.folder = folder;
        this.cache = cache;
        this.names = new Lazy<IReadOnlyList<string>>(names);
        trees = new Lazy<RuleTrees>(ReadTrees);
    }

    /// <summary>The rules of this build.</summary>
    public static RuleSource Embedded { get; } = new(null, () => [.. Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..].Replace('\\', '/'))
        .Order(StringComparer.Ordinal)]);

    /// <summary>Whether these are the rules of this build.</summary>
    internal bool IsBuiltIn => folder is null;

    /// <summary>The names of the rule files, relative, with <c>/</c> (<c>publishers.yaml</c>), in ordinal order.</summary>
    public IReadOnlyList<string> Names => names.Value;

    /// <summary>The rules in a folder: every <c>*.yaml</c> in it, at any depth.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="cache">A folder in which the compiled rules are kept for the next time, or <see langword="null"/>: then nothing is written.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static RuleSource FromFolder(string path, string? cache = null)
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"There is no folder of rules at {path}.");
        }

        return new RuleSource(path, () => [.. Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)], cache);
    }

    /// <summary>The files as trees; parsed, or read in compiled form, when first used.</summary>
    /// <exception cref="RuleFileException">A file is no YAML.</exception>
    internal RuleTrees Trees => trees.Value;

    /// <summary>Opens a rule file as text (UTF-8). The caller disposes it.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="FileNotFoundException">The source has no file of that name.</exception>
    public TextReader Open(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            throw Missing(name);
        }

        return new StreamReader(OpenBytes(name), new UTF8Encoding(false, throwOnInvalidBytes: true));
    }

    /// <summary>Where a rule file stands, for messages: its path, or <c>rules/NAME</c> of this build.</summary>
    public string Describe(string name) => folder is null ? Prefix + name : Path.Combine(folder, name);

    /// <summary>The error of a file that is not there.</summary>
    internal FileNotFoundException Missing(string name) => new($"The rules have no file {name}: expected it at {Describe(name)}.", Describe(name));

    /// <summary>
    /// A file that is derived from these rules: the one of this build, the one kept in the cache, or one made in memory (and
    /// kept, where there is a cache).
    /// </summary>
    /// <param name="kind">What is derived; the file's ending.</param>
    /// <param name="hash">Hash of the rules.</param>
    /// <param name="magic">First bytes of the file.</param>
    /// <param name="make">Makes it.</param>
    internal SectionFile Derived(string kind, string hash, ulong magic, Action<Stream> make)
    {
        if (folder is null)
        {
            return SectionFile.OfResource("compiled/rules." + kind, magic);
        }

        // Another build may derive something else from the same rules.
        var build = Home.ManifestModule.ModuleVersionId.ToString("N");
        var kept = cache is null ? null : Path.Combine(cache, $"{hash[(hash.IndexOf(':', StringComparison.Ordinal) + 1)..]}-{build}.{kind}");
        if (kept is not null && File.Exists(kept))
        {
            try
            {
                return SectionFile.OfBytes(File.ReadAllBytes(kept), magic, kept);
            }
            catch (InvalidDataException)
            {
                // A damaged file is made anew below.
            }
        }

        using var made = new MemoryStream();
        make(made);
        var bytes = made.GetBuffer().AsSpan(0, (int)made.Length);
        if (kept is not null)
        {
            // Written beside and moved, so that no other process reads half of it.
            Directory.CreateDirectory(cache!);
            var part = FormattableString.Invariant($"{kept}.{Environment.ProcessId}");
            File.WriteAllBytes(part, bytes);
            File.Move(part, kept, overwrite: true);
        }

        return SectionFile.OfBytes(bytes, magic, kind);
    }

    private RuleTrees ReadTrees()
    {
        if (folder is null)
        {
            return RuleTrees.Open(Derived("trees", "", RuleTrees.Magic, _ => { }));
        }

        var texts = Names.Select(name => KeyValuePair.Create(name, Read(name))).ToList();
        return RuleTrees.Open(Derived("trees", RuleTrees.HashOf(texts), RuleTrees.Magic, output => RuleTrees.Compile(texts, output)));
    }

    private string Read(string name)
    {
        using var reader = Open(name);
        return reader.ReadToEnd();
    }

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
