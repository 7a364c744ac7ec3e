using System.Collections.Immutable;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Tests.Graph;
using KnowledgeGraph.Tests.Records;

namespace KnowledgeGraph.Tests.Export;

/// <summary>Small graphs to export.</summary>
internal static class SampleGraph
{
    /// <summary>Three people who met, what was agreed, and another meeting of two of them in a month.</summary>
    public static PropertyGraph Meetings => GraphOf.Articles(
        Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, GraphOf.Park, Told.Person("特朗普", "美国", "总统", "川普")], "巴厘岛", "印度尼西亚")
            .Agreement("互访 <A> & <B>", "中国", "韩国"),
        Told.In("b").Event(EventKinds.Meeting, "2022-08", [GraphOf.Wang, GraphOf.Park], "青岛", "中国"));

    /// <summary>A person with a name, and more.</summary>
    public static PropertyGraph Person(string name, params string[] aliases)
    {
        var properties = ImmutableSortedDictionary<string, PropertyValue>.Empty.Add("name", name);
        return new PropertyGraph([new GraphNode("person:1", ["Person"], aliases.Length > 0 ? properties.Add("aliases", aliases.ToImmutableArray()) : properties)], []);
    }
}
