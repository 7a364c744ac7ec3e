using System.Collections.Immutable;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// The colours of nodes. Where several labels are shown each has its own; where one is, the states with the most meetings
/// have one each, from the first of the palette, and all others are grey.
/// </summary>
internal sealed class NodeColors
{
    private static readonly (byte Red, byte Green, byte Blue) Grey = (150, 155, 160);

    private static readonly ImmutableArray<(byte Red, byte Green, byte Blue)> Palette =
    [
        (214, 39, 40), (31, 119, 180), (44, 160, 44), (255, 127, 14), (148, 103, 189), (23, 190, 207), (227, 119, 194), (140, 86, 75),
        (188, 189, 34), (0, 120, 100), (90, 110, 230), (230, 160, 180), (120, 180, 80), (180, 90, 30), (80, 60, 130), (220, 190, 60),
    ];

    private readonly ImmutableDictionary<string, (byte Red, byte Green, byte Blue)> colors;
    private readonly bool byLabel;

    private NodeColors(bool byLabel, IEnumerable<string> ranked)
    {
        this.byLabel = byLabel;
        colors = ranked.Take(Palette.Length).Select((name, index) => KeyValuePair.Create(name, Palette[index])).ToImmutableDictionary(StringComparer.Ordinal);
    }

    /// <summary>The colours of some nodes.</summary>
    public static NodeColors Of(IEnumerable<GraphNode> nodes)
    {
        var labels = new SortedSet<string>(StringComparer.Ordinal);
        var states = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            labels.Add(node.Labels[0]);
            if (State(node) is { } state)
            {
                states[state] = states.GetValueOrDefault(state) + 1 + (node.Properties.GetValueOrDefault("meetings") is IntegerValue meetings ? meetings.Value : 0);
            }
        }

        return labels.Count > 1 ? new NodeColors(true, labels) : new NodeColors(false, states.OrderByDescending(state => state.Value).Select(state => state.Key));
    }

    /// <summary>The colour of a node.</summary>
    public (byte Red, byte Green, byte Blue) Of(GraphNode node) =>
        (byLabel ? node.Labels[0] : State(node)) is { } key && colors.TryGetValue(key, out var color) ? color : Grey;

    private static string? State(GraphNode node) => node.Labels[0] == NodeLabels.Country ? node.Name
        : node.Properties.GetValueOrDefault("country") is TextValue country ? country.Value : null;
}
