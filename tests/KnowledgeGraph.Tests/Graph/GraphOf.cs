using KnowledgeGraph.Graph;
using KnowledgeGraph.Records;
using KnowledgeGraph.Tests.Records;

namespace KnowledgeGraph.Tests.Graph;

/// <summary>Graphs of hand-made records, and what they hold in words.</summary>
internal static class GraphOf
{
    public static PersonRecord Wang { get; } = Told.Person("王毅", "中国", "外交部长");

    public static PersonRecord Park { get; } = Told.Person("朴振", "韩国", "外交部长");

    public static PersonRecord Blinken { get; } = Told.Person("布林肯", "美国", "国务卿");

    public static PropertyGraph Records(IEnumerable<ExtractionRecord> records, GraphKnowledge? knowledge = null)
    {
        var builder = new GraphBuilder(knowledge);
        foreach (var record in records)
        {
            builder.Add(record);
        }

        return builder.Build();
    }

    public static PropertyGraph Articles(params Told[] articles) => Records(articles.Select(article => article.Record()));

    public static IEnumerable<GraphNode> Labelled(this PropertyGraph graph, string label) => graph.Nodes.Where(node => node.Labels[0] == label);

    public static IEnumerable<string> Names(this PropertyGraph graph, string label) => graph.Labelled(label).Select(node => node.Name).Order(StringComparer.Ordinal);

    public static GraphNode TheOnly(this PropertyGraph graph, string label) => Assert.Single(graph.Labelled(label));

    public static IEnumerable<GraphEdge> Related(this PropertyGraph graph, string type) => graph.Edges.Where(edge => edge.Type == type);

    /// <summary>The edges of a type as <c>王毅→朴振</c>.</summary>
    public static IEnumerable<string> Pairs(this PropertyGraph graph, string type) =>
        graph.Related(type).Select(edge => graph.Find(edge.From)!.Name + "→" + graph.Find(edge.To)!.Name).Order(StringComparer.Ordinal);

    /// <summary>The whole graph as lines, for comparing.</summary>
    public static string[] Lines(this PropertyGraph graph) =>
        [.. graph.Nodes.Select(node => GraphStorage.Row(node).ToString()), .. graph.Edges.Select(edge => GraphStorage.Row(edge).ToString())];

    public static string? Text(this GraphNode node, string property) => Show(node.Properties.GetValueOrDefault(property));

    public static string? Text(this GraphEdge edge, string property) => Show(edge.Properties.GetValueOrDefault(property));

    private static string? Show(PropertyValue? value) => value switch
    {
        null => null,
        TextValue text => text.Value,
        IntegerValue integer => FormattableString.Invariant($"{integer.Value}"),
        DateValue date => FormattableString.Invariant($"{date.Value:yyyy-MM-dd}"),
        TextListValue list => string.Join('|', list.Values),
        _ => value.ToString(),
    };
}
