namespace KnowledgeGraph.Graph;

/// <summary>Finds what is known of a person by any form of the name and the state or organisation that the person stands for.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<(string Form, string Body), PersonFacts?> byForm = [];
    private readonly Func<string, string> fold;

    /// <summary>Indexes the people known.</summary>
    public KnownPeople(GraphKnowledge knowledge)
    {
        fold = knowledge.Fold;
        foreach (var person in knowledge.People)
        {
            var bodies = person.Terms.Select(term => term.Of).Append(person.Country).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            foreach (var form in person.Variants.Prepend(person.Name).Select(fold).Distinct(StringComparer.Ordinal))
            {
                foreach (var body in bodies)
                {
                    // A form that two people of one state share says nothing.
                    byForm[(form, body)] = byForm.ContainsKey((form, body)) ? null : person;
                }
            }
        }
    }

    /// <summary>The person of this name and state, or <see langword="null"/> where none or several are known.</summary>
    public PersonFacts? Find(string name, string? country) => country is null ? null : byForm.GetValueOrDefault((fold(name), country));

    /// <summary>The name under which all forms of it are one: the usual form where the person is known.</summary>
    public string Canonical(string name, string? country) => Find(name, country) is { } known ? fold(known.Name) : fold(name);
}
