using System.Collections.Immutable;
using KnowledgeGraph.Records;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Evaluation;

/// <summary>
/// Compares records with annotations. Measures: <c>contact</c> (held meetings and calls: kind, exactly the participants, date),
/// <c>pairs</c> (who met whom), <c>events</c> (kind, status, exactly the participants, date), <c>loose</c> (kind and a shared
/// participant), <c>persons</c>, <c>offices</c>, <c>agreements</c> (parties, half of each other's text). What an annotation
/// leaves open is not held against a record.
/// </summary>
public sealed class Evaluator
{
    private static readonly string[] Measures = ["contact", "pairs", "events", "loose", "persons", "offices", "agreements"];
    private readonly Equivalence equivalence;
    private readonly Dictionary<string, Tally> tallies = Measures.ToDictionary(name => name, _ => default(Tally), StringComparer.Ordinal);
    private readonly SortedDictionary<string, Tally> kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Tally> statuses = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Gold, string Found), int> confusion = [];
    private readonly List<EvaluationError> errors = [];
    private Tally place;
    private Tally undated;

    /// <summary>An evaluator by the tables of <c>rules/evaluation.yaml</c>.</summary>
    /// <exception cref="RuleFileException">The table cannot be used.</exception>
    public Evaluator(RuleSource rules) => equivalence = Equivalence.Load(rules);

    /// <summary>The name by which an annotation belongs to a source: its file's name without endings.</summary>
    public static string KeyOf(string file)
    {
        var name = Path.GetFileName(file);
        return Path.GetFileNameWithoutExtension(name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name);
    }

    /// <summary>Adds one article.</summary>
    /// <param name="key">The annotation's name.</param>
    /// <param name="gold">The annotation.</param>
    /// <param name="record">The record, or <see langword="null"/> where there is none.</param>
    public void Add(string key, GoldAnnotation gold, ExtractionRecord? record)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var found = record?.Events ?? [];
        AddContacts(key, gold, [.. found.Where(IsContact)]);
        AddEvents(key, gold, found);
        AddPersons(key, gold, record?.Persons ?? []);
        AddAgreements(key, gold.Agreements, record?.Agreements ?? []);
    }

    /// <summary>The rule of each event and agreement found, and whether the annotation has it.</summary>
    internal IEnumerable<(string Rule, bool Right)> Judge(GoldAnnotation gold, ExtractionRecord record)
    {
        var events = Matching.Pair(gold.Events, record.Events, Same, SameDate).ConvertAll(pair => pair.Find);
        var agreements = Good(gold.Agreements, record.Agreements);
        return record.Events.Select(found => (found.Rule, events.Exists(other => ReferenceEquals(other, found))))
            .Concat(record.Agreements.Select(found => (found.Rule, agreements.Exists(other => ReferenceEquals(other, found)))));
    }

    /// <summary>The figures so far.</summary>
    public EvaluationReport Report() => new()
    {
        Measures = [.. Measures.Select(name => KeyValuePair.Create(name, tallies[name]))],
        Place = place,
        Undated = undated,
        Kinds = [.. kinds],
        Statuses = [.. statuses],
        Confusion = [.. confusion],
        Errors = [.. errors],
    };

    private static bool IsContact(EventRecord found) => EventKinds.IsContact(found.Kind) && found.Status == EventStatuses.Held;

    private static Actor ActorOf(ParticipantRecord participant) =>
        new(participant.Title is { } title ? [participant.Name, participant.Country + title] : [participant.Name]);

    private static List<Actor> ActorsOf(EventRecord found) => [.. found.Participants.Select(ActorOf)];

    private static string? Evidence(EventRecord found) => found.Evidence.Text;

    private void AddContacts(string key, GoldAnnotation gold, List<EventRecord> found)
    {
        var held = gold.Events.Where(e => EventKinds.IsContact(e.Kind) && e.Status == EventStatuses.Held).ToList();
        var matched = Matching.Pair(held, found, (a, b) => a.Kind == b.Kind && Dates(a, b) && SameActors(a, b), SameDate);
        Note("contact", key, held, found, matched, Describe, Describe);
        foreach (var (a, b) in matched)
        {
            if ((a.Place ?? a.Country) is { Length: > 0 })
            {
                var right = a.Place is { Length: > 0 } ? equivalence.Place(a.Place) == equivalence.Place(b.Place) : equivalence.State(a.Country) == equivalence.State(b.Country);
                place += new Tally(1, 1, right ? 1 : 0);
            }

            undated += a.Date is null ? new Tally(1, 1, b.Date is null ? 0 : 1) : default;
        }

        var goldPairs = Pairs(held.Select(e => e.Participants.Select(name => new Actor([name])).ToList()));
        var foundPairs = Pairs(found.Select(ActorsOf));
        Note("pairs", key, goldPairs, foundPairs, Matching.Pair(goldPairs, foundPairs, SamePair), Describe, Describe);
    }

    private void AddEvents(string key, GoldAnnotation gold, ImmutableArray<EventRecord> found)
    {
        var matched = Matching.Pair(gold.Events, found, Same, SameDate);
        Note("events", key, gold.Events, found, matched, Describe, Describe);
        tallies["loose"] += new Tally(gold.Events.Length, found.Length, Matching.Pair(
            gold.Events, found, (a, b) => a.Kind == b.Kind && a.Participants.Any(name => b.Participants.Any(other => equivalence.SameActor(name, ActorOf(other))))).Count);
        Count(kinds, gold.Events.Select(e => e.Kind), found.Select(e => e.Kind), matched.Select(pair => pair.Gold.Kind));
        Count(statuses, gold.Events.Select(e => e.Status), found.Select(e => e.Status), matched.Select(pair => pair.Gold.Status));

        // What is told of the same contact whatever the status: the right ones first.
        var told = Matching.Pair(gold.Events, found, (a, b) => a.Kind == b.Kind && SameActors(a, b), (a, b) => a.Status == b.Status && Dates(a, b));
        foreach (var (a, b) in told)
        {
            Confuse(a.Status, b.Status);
        }

        foreach (var missed in gold.Events.Except(told.Select(pair => pair.Gold), ReferenceEqualityComparer.Instance).Cast<GoldEvent>())
        {
            Confuse(missed.Status, "");
        }

        foreach (var wrong in found.Except(told.Select(pair => pair.Find), ReferenceEqualityComparer.Instance).Cast<EventRecord>())
        {
            Confuse("", wrong.Status);
        }
    }

    private void AddPersons(string key, GoldAnnotation gold, ImmutableArray<PersonRecord> found)
    {
        static Actor Of(PersonRecord person) => new([person.Name, .. person.Aliases]);
        Note("persons", key, gold.Persons, found, Matching.Pair(gold.Persons, found, (a, b) => equivalence.SameActor(a.Name, Of(b))), a => [a.Name], b => [b.Name]);
        var held = gold.Persons.SelectMany(person => (person.Offices.IsDefault ? [] : person.Offices).Select(office => (Person: person, Office: office))).ToList();
        var read = found.SelectMany(person => person.Offices.Select(office => (Person: person, Office: office))).ToList();
        var matched = Matching.Pair(held, read, (a, b) => equivalence.SameActor(a.Person.Name, Of(b.Person))
            && equivalence.Title(a.Office.Title) == equivalence.Title(b.Office.Title) && equivalence.Body(a.Office.Of) == equivalence.Body(b.Office.Of));
        Note("offices", key, held, read, matched, a => [a.Person.Name, a.Office.Title, a.Office.Of], b => [b.Person.Name, b.Office.Title, b.Office.Of]);
    }

    /// <summary>Splitting and joining are allowed, padding and repeating are not.</summary>
    private void AddAgreements(string key, ImmutableArray<GoldAgreement> gold, ImmutableArray<AgreementRecord> found)
    {
        var good = Good(gold, found);
        var hit = gold.Where(a => Equivalence.Overlap(a.Text, string.Join('\n', good.Where(b => Fits(a, b)).Select(b => b.Text))) >= 0.5).ToList();
        tallies["agreements"] += new Tally(gold.Length, hit.Count + found.Length - good.Count, hit.Count);
        errors.AddRange(gold.Where(a => !hit.Contains(a)).Select(a => new EvaluationError(key, "agreements", true, [string.Join('、', a.Parties), a.Text])));
        errors.AddRange(found.Where(b => !good.Contains(b)).Select(b => new EvaluationError(key, "agreements", false, [string.Join('、', b.Parties), b.Text])));
    }

    /// <summary>The finds that an annotation has, each once.</summary>
    private List<AgreementRecord> Good(ImmutableArray<GoldAgreement> gold, ImmutableArray<AgreementRecord> found)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. found.Where(b => seen.Add(Equivalence.Squash(b.Text) + "\n" + string.Join('\n', b.Parties.Select(Equivalence.Squash).Order(StringComparer.Ordinal)))
            && gold.Any(a => Fits(a, b)))];
    }

    private bool Fits(GoldAgreement a, AgreementRecord b) =>
        equivalence.SameActors(a.Parties, [.. b.Parties.Select(party => new Actor([party]))]) && Equivalence.Overlap(b.Text, a.Text) >= 0.5;

    private bool Same(GoldEvent a, EventRecord b) => a.Kind == b.Kind && a.Status == b.Status && Dates(a, b) && SameActors(a, b);

    private static bool Dates(GoldEvent gold, EventRecord found) => gold.Date is null || gold.Date == found.Date;

    private static bool SameDate(GoldEvent gold, EventRecord found) => gold.Date is not null && gold.Date == found.Date;

    private bool SameActors(GoldEvent gold, EventRecord found) => equivalence.SameActors(gold.Participants, ActorsOf(found));

    private bool SamePair((Actor A, Actor B) gold, (Actor A, Actor B) found) =>
        (equivalence.SameActor(gold.A.Names[0], found.A) && equivalence.SameActor(gold.B.Names[0], found.B))
        || (equivalence.SameActor(gold.A.Names[0], found.B) && equivalence.SameActor(gold.B.Names[0], found.A));

    /// <summary>The unordered pairs of those who took part, each once.</summary>
    private List<(Actor A, Actor B)> Pairs(IEnumerable<List<Actor>> events)
    {
        var pairs = new List<(Actor A, Actor B)>();
        foreach (var actors in events)
        {
            for (var i = 0; i < actors.Count; i++)
            {
                for (var k = i + 1; k < actors.Count; k++)
                {
                    var pair = (actors[i], actors[k]);
                    if (!pairs.Exists(other => SamePair(pair, other)))
                    {
                        pairs.Add(pair);
                    }
                }
            }
        }

        return pairs;
    }

    private void Note<TGold, TFind>(
        string measure, string key, IReadOnlyList<TGold> gold, IReadOnlyList<TFind> found, List<(TGold Gold, TFind Find)> matched,
        Func<TGold, IReadOnlyList<string?>> describeGold, Func<TFind, IReadOnlyList<string?>> describeFind)
    {
        tallies[measure] += new Tally(gold.Count, found.Count, matched.Count);
        errors.AddRange(Left(gold, matched.ConvertAll(pair => pair.Gold)).Select(missed => new EvaluationError(key, measure, true, describeGold(missed))));
        errors.AddRange(Left(found, matched.ConvertAll(pair => pair.Find)).Select(wrong => new EvaluationError(key, measure, false, describeFind(wrong))));
    }

    /// <summary>What is not among the matched, each as often as it stands there more often.</summary>
    private static IEnumerable<T> Left<T>(IReadOnlyList<T> all, List<T> matched) => all.Where(item => !matched.Remove(item));

    private static IReadOnlyList<string?> Describe(GoldEvent e) => [e.Kind, e.Status, string.Join('、', e.Participants), e.Date, e.Evidence];

    private static IReadOnlyList<string?> Describe(EventRecord e) => [e.Kind, e.Status, string.Join('、', e.Participants.Select(participant => participant.Name)), e.Date, Evidence(e)];

    private static IReadOnlyList<string?> Describe((Actor A, Actor B) pair) => [$"{pair.A.Names[0]}、{pair.B.Names[0]}"];

    private void Confuse(string gold, string found) => confusion[(gold, found)] = confusion.GetValueOrDefault((gold, found)) + 1;

    private static void Count(SortedDictionary<string, Tally> table, IEnumerable<string> gold, IEnumerable<string> found, IEnumerable<string> right)
    {
        void Add(string key, Tally one) => table[key] = table.GetValueOrDefault(key) + one;
        foreach (var key in gold)
        {
            Add(key, new Tally(1, 0, 0));
        }

        foreach (var key in found)
        {
            Add(key, new Tally(0, 1, 0));
        }

        foreach (var key in right)
        {
            Add(key, new Tally(0, 0, 1));
        }
    }
}
