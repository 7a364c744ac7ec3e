using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Agreements;

/// <summary>
/// Finds agreements by the rules' patterns: joint subject and committing verb. Of patterns that hold one trigger the first rule
/// counts. What a trigger governs ends where the next agreement of the sentence begins.
/// </summary>
internal sealed class AgreementExtractor
{
    /// <summary>The form of rules that only tell what is no agreement.</summary>
    private const string None = "none";

    /// <summary>Rules of what is named as known (若重返两国签署的协议): it was agreed whatever the sentence says of it.</summary>
    private const string Known = "known";

    private readonly (PatternRule Rule, PatternMatcher Matcher)[] rules;
    private readonly AgreementScope scope;
    private readonly ClassSet triggers;
    private readonly ClassSet comma;
    private readonly ClassSet jointly;
    private readonly ClassSet view;

    /// <summary>Compiles the agreement patterns of a rule set.</summary>
    public AgreementExtractor(RuleSet ruleSet, Vocabulary vocabulary)
    {
        var classes = vocabulary.Classes;
        rules = [.. ruleSet.Patterns.Where(rule => rule.Type == "agreement").Select(rule => (
            rule, new PatternMatcher(PatternParser.Parse(rule, ruleSet.Macros, classes))))];
        scope = new AgreementScope(vocabulary);
        comma = classes["comma"];
        jointly = classes["agree-jointly"] | classes["reach"];
        view = classes["view"];
        triggers = classes["agree"] | classes["view"] | classes["reach"] | classes["satisfied"] | classes["agree-all"] | classes["will"] | classes["sign"] | classes["issue-doc"]
            | classes["witness"] | classes["witness-signing"] | classes["exchange"] | classes["do"] | classes["enumerator"] | classes["list-sep"];
    }

    /// <summary>The agreements that a sentence tells, in order.</summary>
    public List<AgreementMention> Extract(ParsedSentence sentence, string folded, string text)
    {
        var items = sentence.Items;
        var present = Item.ClassesOf(items);
        if (!present.Intersects(triggers))
        {
            return [];
        }

        var found = new SortedDictionary<int, Find>();
        foreach (var (rule, matcher) in rules.Where(rule => rule.Matcher.MayMatch(in present)))
        {
            for (var start = 0; start < items.Length; start++)
            {
                if (matcher.MatchAt(items, folded, start) is { } match && match.Find("K") is { } k && !found.ContainsKey(k.Start) && Read(rule, match, k, items) is { } find)
                {
                    found.Add(k.Start, find);
                }
            }
        }

        // 双方同意遵守两国签署的协定: what is known already is no second agreement
        return Build([.. found.Values.Where((find, index) => index == 0 || find.Rule.Option("as") != Known)], sentence, text);
    }

    /// <summary>A match, where it tells what was really agreed by several.</summary>
    private Find? Read(PatternRule rule, PatternMatch match, Capture k, Item[] items)
    {
        var a = match.Find("A");
        var x = match.Find("X");
        ImmutableArray<ActorMention> parties = a is null ? [] : ActorMention.Among(items.AsSpan(a.Start, a.End - a.Start));
        var source = rule.Option("subject") switch
        {
            "before" or "therefore" => PartySource.SameSentence,
            "told" => PartySource.ToldLast,
            "continued" => PartySource.Continued,
            _ => PartySource.Named,
        };
        var first = items[match.Start].Classes.Intersects(comma) ? match.Start + 1 : match.Start;
        if ((source == PartySource.Named && parties.IsEmpty)
            || scope.IsNoun(items, k.Start)
            || (a is not null && rule.Option("as") == Known ? scope.IsUnreal(items, a.End, k.Start) : !scope.IsReal(items, a?.Start ?? first, Math.Min(k.Start, x?.Start ?? k.Start)))
            || (Voice(rule) == AgreementVoice.Joint && scope.SpokenByOne(items.AsSpan(0, match.Start))))
        {
            return null;
        }

        return new Find(rule, k, match.Start, match.End, parties, source, x);
    }

    private List<AgreementMention> Build(List<Find> finds, ParsedSentence sentence, string text)
    {
        var items = sentence.Items;
        var mentions = new List<AgreementMention>();
        var governed = -1;
        Find? before = null;
        for (var i = 0; i < finds.Count; i++)
        {
            if (WithParties(finds[i], before, governed, items) is not { } find)
            {
                continue;
            }

            var (start, end) = find.Content is { } x ? (x.Start, x.End) : (0, 0);
            for (var next = i + 1; find.Content is null && end <= start && next <= finds.Count; next++)
            {
                // 双方表示，希望…: what stands right behind a trigger is no trigger of its own
                (start, end) = scope.Content(items, find.End, next < finds.Count ? scope.Before(items, find.End, finds[next].Start, finds[next].Trigger.Start) : items.Length);
                i = end > start ? next - 1 : i;
            }

            if (end <= start)
            {
                continue;
            }

            governed = Math.Max(end, find.End);
            before = find.Rule.Option("as") == Known ? before : find;
            if (find.Rule.Option("form") == None)
            {
                continue;
            }

            var content = new Span(items[start].Span.Start, items[end - 1].Span.End);
            var form = find.Rule.Option("form") ?? Form(items[find.Trigger.Start]);
            var document = form is AgreementForms.Signed or AgreementForms.Issued ? content.Of(text) : null;
            if (content.Length > 1)
            {
                mentions.Add(new AgreementMention(sentence.Index, items[find.Trigger.Start].Span, find.Parties, find.Source, form, content, document, find.Rule.Name, Voice(find.Rule)));
            }
        }

        return mentions;
    }

    /// <summary>
    /// A find with its parties, or <see langword="null"/> where it has none: those of the agreement before it where it stands in
    /// what that governs, be its subject left out or only seemingly there (双方同意推进中韩关系，决定…).
    /// </summary>
    private Find? WithParties(Find find, Find? before, int governed, Item[] items)
    {
        if (before is not null && find.Start >= before.Trigger.End && !Item.ClassesOf(items.AsSpan(before.Trigger.End, find.Start - before.Trigger.End)).Intersects(comma) && find.Source == PartySource.Named)
        {
            return scope.LeadsClause(items, find.Content is { } x && x.Start < find.Trigger.Start ? x.Start - 1 : find.Trigger.Start) ? find with { Parties = before.Parties, Source = before.Source } : null;
        }

        if (find.Source != PartySource.SameSentence)
        {
            return find;
        }

        if (before is not null)
        {
            return find.Start <= governed || find.Rule.Option("subject") == "therefore" ? find with { Parties = before.Parties, Source = before.Source } : null;
        }

        for (var i = find.Start - 1; i >= 0; i--)
        {
            if (items[i].Value is JointMention joint && (i == 0 || items[i - 1].Classes.Intersects(comma)))
            {
                // 双方没有定下日期，但一致认为…
                var from = items[find.Trigger.Start].Classes.Intersects(jointly) ? Math.Max(i, scope.ClauseStart(items, find.Trigger.Start)) : i;
                return (find.Content is null && items[find.Trigger.Start].Classes.Intersects(view)) || !scope.IsReal(items, from, find.Trigger.Start) ? null : find with { Parties = [joint], Source = PartySource.Named };
            }
        }

        return items[find.Trigger.Start].Classes.Intersects(jointly) ? find : null;
    }

    private static AgreementVoice Voice(PatternRule rule) => rule.Option("voice") switch
    {
        "joint" => AgreementVoice.Joint,
        "press" => AgreementVoice.Press,
        _ => AgreementVoice.Any,
    };

    private static string Form(Item trigger) =>
        (trigger.Value as LexicalEntry)?.ValueIn("agree") ?? (trigger.Value as LexicalEntry)?.ValueIn("view") ?? AgreementForms.Agreed;

    /// <summary>A match that counts.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Trigger">The trigger's items.</param>
    /// <param name="Start">First item of the match.</param>
    /// <param name="End">Index behind the match.</param>
    /// <param name="Parties">The parties as named.</param>
    /// <param name="Source">Where they are to be found.</param>
    /// <param name="Content">The content, where the pattern holds it.</param>
    private sealed record Find(
        PatternRule Rule, Capture Trigger, int Start, int End, ImmutableArray<ActorMention> Parties, PartySource Source, Capture? Content);
}
