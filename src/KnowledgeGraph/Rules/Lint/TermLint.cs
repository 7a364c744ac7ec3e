using System.Globalization;

namespace KnowledgeGraph.Rules.Lint;

/// <summary>Terms of office that cannot be: without a beginning, ended before they began, two at once, with holes between them.</summary>
internal static class TermLint
{
    private const int StaleYears = 4;

    /// <summary>How a hole before a term is explained: nobody held the office, someone acted, or the list lacks who did.</summary>
    private static readonly string[] Gaps = ["vacant", "acting", "unlisted"];

    /// <summary>Notes impossible terms.</summary>
    public static void Check(FactRows rows, RuleSet rules)
    {
        var titles = new TitleIndex(rules);
        var newest = rows.People.Select(row => row.Find("checked")).OfType<RuleNode>().Select(node => (DateOnly?)RuleDate.Read(node).Last).Max();
        var held = new Dictionary<(string Title, string Of), List<Term>>();
        foreach (var row in rows.People)
        {
            Checked(rows, row, newest);
            foreach (var node in row.Items("offices"))
            {
                if (Read(rows, row, node) is { } term && term.Of is not null)
                {
                    var key = (node.Text("title"), term.Of);
                    if (!held.TryGetValue(key, out var list))
                    {
                        held.Add(key, list = []);
                    }

                    list.Add(term);
                }
            }
        }

        foreach (var ((title, of), terms) in held.OrderBy(pair => pair.Key.Title, StringComparer.Ordinal).ThenBy(pair => pair.Key.Of, StringComparer.Ordinal))
        {
            var single = titles.Find(title)?.Single == true;
            Overlaps(rows, terms, title, of, single);
            if (single)
            {
                Holes(rows, terms, title, of);
            }
        }
    }

    private static void Checked(FactRows rows, RuleNode row, DateOnly? newest)
    {
        if (!row.Items("offices").Any(term => term.Find("to") is null))
        {
            return;
        }

        var name = row.Text("name");
        if (row.Find("checked") is not { } node)
        {
            rows.Fault(row, name, "An office has no end, and nothing says when that was seen; add checked: with the month in which the person was seen in office.");
        }
        else if (newest is { } last && RuleDate.Read(node).Last.AddYears(StaleYears) < last)
        {
            rows.Fault(node, name, string.Create(CultureInfo.InvariantCulture, $"An office has no end and was last checked over {StaleYears} years before the newest row ({last:yyyy-MM-dd}); look whether the person still holds it and bring to: or checked: up to date."));
        }
    }

    private static Term? Read(FactRows rows, RuleNode row, RuleNode node)
    {
        var name = row.Text("name");
        if (node.Find("from") is not { } from)
        {
            rows.Fault(node, name, $"The office '{node.Text("title")}' has no beginning; add from: with a day, month or year.");
            return null;
        }

        var begin = RuleDate.Read(from);
        RuleDate? end = node.Find("to") is { } to ? RuleDate.Read(to) : null;
        if (end is { } last && last.Last < begin.First)
        {
            rows.Fault(from, name, $"The office '{node.Text("title")}' ends ({node.Text("to")}) before it begins ({from.AsText()}); the two are reversed or one is wrong.");
            return null;
        }

        if (node.Find("gap") is { } gap && !Gaps.Contains(gap.AsText()))
        {
            rows.Fault(gap, name, $"'{gap.AsText()}' explains no gap; expected {string.Join(", ", Gaps)}.");
        }

        return new Term(row, node, node.TextOrNull("of"), begin, end);
    }

    /// <summary>Both days of a term count, so a day of handing over belongs to one of the two: to the one who takes over.</summary>
    private static void Overlaps(FactRows rows, List<Term> terms, string title, string of, bool single)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = terms[i].Begin.First >= terms[j].Begin.First ? (terms[j], terms[i]) : (terms[i], terms[j]);
                if (!Certain(a, b))
                {
                    continue;
                }

                if (a.Name == b.Name && a.Row.Line == b.Row.Line)
                {
                    rows.Fault(b.Node, b.Name, $"Two terms as {title} of {of} overlap; make one of them, or end the first the day before the second begins.");
                }
                else if (single && !(a.Node.Flag("shared") && b.Node.Flag("shared")))
                {
                    rows.Fault(b.Node, b.Name, FormattableString.Invariant($"{title} of {of} from {b.Node.Text("from")}, while '{a.Name}' (line {a.Node.Line}) holds it to {a.Node.TextOrNull("to") ?? "this day"}. End the earlier term the day before; where two really hold it together, add shared: true to both terms."));
                }
            }
        }
    }

    /// <summary>Whether two terms overlap whatever days the months and years in them stand for.</summary>
    private static bool Certain(Term a, Term b) =>
        (a.End is null || a.End.Value.First >= b.Begin.Last) && (b.End is null || b.End.Value.First >= a.Begin.Last);

    private static void Holes(FactRows rows, List<Term> terms, string title, string of)
    {
        DateOnly? reached = null;
        foreach (var term in terms.OrderBy(term => term.Begin.First).ThenBy(term => term.Begin.Last))
        {
            var hole = reached is { } last && last < DateOnly.MaxValue && last.AddDays(1) < term.Begin.First;
            if (hole && term.Node.Find("gap") is null)
            {
                rows.Fault(term.Node, term.Name, string.Create(CultureInfo.InvariantCulture, $"Nobody is listed as {title} of {of} between {reached:yyyy-MM-dd} and {term.Begin.First:yyyy-MM-dd}. Correct the dates, add who held it, or add gap: vacant, acting or unlisted to this term."));
            }
            else if (!hole && term.Node.Find("gap") is { } gap)
            {
                rows.Fault(gap, term.Name, $"There is no gap before this term as {title} of {of}; remove gap.");
            }

            var end = term.End?.Last ?? DateOnly.MaxValue;
            reached = reached is { } before && before > end ? before : end;
        }
    }

    private sealed record Term(RuleNode Row, RuleNode Node, string? Of, RuleDate Begin, RuleDate? End)
    {
        public string Name => Row.Text("name");
    }
}
