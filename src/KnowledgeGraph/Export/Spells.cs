using System.Collections.Immutable;
using System.Globalization;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>The days of a node or edge as texts <c>2022-07-07/2022-07-08</c>, in order and apart from each other.</summary>
internal static class Spells
{
    /// <summary>The property that holds them.</summary>
    public const string Property = "spells";

    /// <summary>The spells of some days; those that touch or overlap become one.</summary>
    public static ImmutableArray<string> Of(IEnumerable<DaySpan> days)
    {
        var spells = new List<DaySpan>();
        foreach (var span in days.OrderBy(span => span.From).ThenBy(span => span.To))
        {
            if (spells.Count > 0 && span.From.DayNumber <= spells[^1].To.DayNumber + 1)
            {
                spells[^1] = spells[^1] with { To = span.To > spells[^1].To ? span.To : spells[^1].To };
            }
            else
            {
                spells.Add(span);
            }
        }

        return [.. spells.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.From:yyyy-MM-dd}/{span.To:yyyy-MM-dd}"))];
    }

    /// <summary>The days of spells.</summary>
    public static IEnumerable<DaySpan> Days(PropertyValue spells) =>
        ((TextListValue)spells).Values.Select(spell => new DaySpan(Day(spell.AsSpan(0, 10)), Day(spell.AsSpan(11))));

    /// <summary>Gives the ends of edges the spells of these; an end of an edge that has none may be seen at any time.</summary>
    public static Func<GraphNode, GraphNode> ForEnds(IEnumerable<GraphEdge> edges)
    {
        var days = new Dictionary<string, List<DaySpan>?>(StringComparer.Ordinal);
        foreach (var edge in edges)
        {
            var spells = edge.Properties.GetValueOrDefault(Property);
            foreach (var end in new[] { edge.From, edge.To })
            {
                if (spells is null)
                {
                    days[end] = null;
                }
                else if (!days.TryGetValue(end, out var known))
                {
                    days[end] = [.. Days(spells)];
                }
                else
                {
                    known?.AddRange(Days(spells));
                }
            }
        }

        return node => days.GetValueOrDefault(node.Id) is { } known ? node with { Properties = node.Properties.SetItem(Property, Of(known)) } : node;
    }

    private static DateOnly Day(ReadOnlySpan<char> text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
