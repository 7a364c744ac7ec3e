using System.Globalization;
using System.Text;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph;

/// <summary>Makes of the rules what queries need: every form of a name, sorted, and the forms of questions.</summary>
internal sealed class QueryVocabularyCompiler
{
    /// <summary>The rule file of questions; a rule set may have none.</summary>
    public const string QuestionFile = "questions.yaml";

    private const int ShortestPart = 3;
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly List<string> strings = [];
    private readonly HashSet<(string Key, string Name, string? English, string? Country, FormKinds Kind)> forms = [];
    private readonly List<int> questions = [];
    private readonly List<int> times = [];

    private QueryVocabularyCompiler(RuleSet rules, RuleNode? asked)
    {
        AddNames(rules);
        if (asked is not null)
        {
            AddGeneralOffices(rules, asked);
            AddQuestions(asked);
        }
    }

    /// <summary>Compiles the vocabulary of a rule set.</summary>
    public static void Compile(RuleSet rules, RuleSource source, Stream output) =>
        new QueryVocabularyCompiler(rules, source.Trees.Root(QuestionFile)).Write(output);

    /// <summary>A form in which names are compared; <see cref="QueryVocabulary.Key"/> gives the same.</summary>
    private static string Key(string text)
    {
        var folded = string.Concat(CharacterFolding.Default.Fold(text).Trim().Select(char.ToLowerInvariant));
        return string.Concat(folded.Select((c, i) => c == '-' && i > 0 && i + 1 < folded.Length && char.IsAsciiLetter(folded[i - 1]) && char.IsAsciiLetter(folded[i + 1]) ? ' ' : c));
    }

    private void AddNames(RuleSet rules)
    {
        foreach (var state in rules.States)
        {
            Add([state.Name, .. state.Variants, state.English, state.Iso3], FormKinds.State, state.Name, state.English);
        }

        foreach (var person in rules.People)
        {
            Add([person.Name, .. person.Variants, person.English], FormKinds.Person, person.Name, person.English, person.Country);
            Add([.. Parts(person)], FormKinds.Person | FormKinds.Part, person.Name, person.English, person.Country);
        }

        foreach (var organization in rules.Organizations)
        {
            Add([organization.Name, .. organization.Variants, organization.English], FormKinds.Organization, organization.Name, organization.English);
        }

        foreach (var office in rules.Offices)
        {
            Add([office.Title, .. office.Synonyms], FormKinds.Title, office.Title, null);
        }

        foreach (var place in rules.Places)
        {
            Add([place.Name, .. place.Variants, place.English], FormKinds.Place, place.Name, place.English);
        }
    }

    /// <summary>The last part of an English name and the parts of a name with dots.</summary>
    private static IEnumerable<string> Parts(PersonEntry person)
    {
        if (person.English?.Split(' ') is { Length: > 1 } words)
        {
            // Chinese, Korean and Vietnamese names are written with the surname first: only one of these is the surname.
            foreach (var word in new[] { words[0], words[^1] }.Where(word => word.Length >= ShortestPart))
            {
                yield return word;
            }
        }

        foreach (var part in person.Variants.Append(person.Name).SelectMany(name => name.Split('\u00b7') is { Length: > 1 } parts ? parts : []))
        {
            if (part.Length > 1)
            {
                yield return part;
            }
        }
    }

    /// <summary>A general name (外长) names every office of one family and rank, be it called 外交大臣 or 国务卿.</summary>
    private void AddGeneralOffices(RuleSet rules, RuleNode root)
    {
        foreach (var (title, node) in root.Find("general")?.AsEntries() ?? [])
        {
            var meant = rules.Offices.FirstOrDefault(office => office.Title == title) ?? throw node.Error($"'{title}' is no title of offices.yaml.");
            foreach (var office in rules.Offices.Where(office => office.Family == meant.Family && office.Rank == meant.Rank))
            {
                Add([.. node.AsTexts()], FormKinds.Title, office.Title, null);
            }
        }
    }

    private void AddQuestions(RuleNode root)
    {
        foreach (var (title, node) in root.Find("offices")?.AsEntries() ?? [])
        {
            var english = node.AsTexts();
            Add([.. english], FormKinds.Title, title, english[0]);
            Add([title], FormKinds.Title, title, english[0]);
        }

        foreach (var (state, node) in root.Find("demonyms")?.AsEntries() ?? [])
        {
            Add([.. node.AsTexts()], FormKinds.State, state, null);
        }

        foreach (var (name, node) in root.Find("words")?.AsEntries() ?? [])
        {
            Add([.. node.Texts("forms")], FormKinds.Word, name, node.TextOrNull("adds"));
        }

        foreach (var relative in root.Items("relative"))
        {
            var ago = relative.NumberOrNull("ago") ?? throw relative.Error("The key 'ago' is missing.");
            Add([.. relative.Texts("forms")], FormKinds.Time, relative.Text("unit"), ago.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var time in root.Texts("times"))
        {
            times.Add(Intern(time));
        }

        foreach (var question in root.Items("questions"))
        {
            questions.AddRange([Intern(question.Text("name")), Intern(question.Text("pattern")), Intern(question.Text("gives")), Intern(question.TextOrNull("takes") ?? "")]);
        }
    }

    private void Add(IEnumerable<string?> names, FormKinds kind, string name, string? english, string? country = null)
    {
        foreach (var form in names)
        {
            if (!string.IsNullOrEmpty(form))
            {
                forms.Add((Key(form), name, english, country, kind));
            }
        }
    }

    private int Intern(string? text)
    {
        if (text is null)
        {
            return -1;
        }

        if (!indices.TryGetValue(text, out var index))
        {
            indices.Add(text, index = strings.Count);
            strings.Add(text);
        }

        return index;
    }

    private void Write(Stream output)
    {
        var sorted = forms.Select(form => (Bytes: Encoding.UTF8.GetBytes(form.Key), Form: form)).ToList();
        sorted.Sort((a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes) is not 0 and var order ? order
            : a.Form.Kind != b.Form.Kind ? a.Form.Kind.CompareTo(b.Form.Kind)
            : string.CompareOrdinal(a.Form.Name + a.Form.English, b.Form.Name + b.Form.English));
        var cells = sorted.SelectMany(entry => new[]
        {
            Intern(entry.Form.Key), Intern(entry.Form.Name), Intern(entry.Form.English), Intern(entry.Form.Country), (int)entry.Form.Kind,
        }).ToList();
        var pairs = Enumerable.Range('\u3400', '\uffff' - '\u3400').Select(c => (From: (char)c, To: CharacterFolding.Default.Fold((char)c))).Where(pair => pair.From != pair.To).ToList();
        var (offsets, texts) = SectionFile.Texts(strings);

        SectionFile.Write(
            output,
            QueryVocabulary.Magic,
            w => pairs.ForEach(pair => w.Write((ushort)pair.From)),
            w => pairs.ForEach(pair => w.Write((ushort)pair.To)),
            w => offsets.ForEach(w.Write),
            w => w.Write(texts),
            w => cells.ForEach(w.Write),
            w => questions.ForEach(w.Write),
            w => times.ForEach(w.Write));
    }
}
