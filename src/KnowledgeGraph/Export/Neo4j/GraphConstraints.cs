using System.Collections.Immutable;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>The constraints and indexes of the graph in Neo4j; <c>graph-export/schema.cypher</c> has the same for other ways of loading.</summary>
public static class GraphConstraints
{
    /// <summary>The statements, each of which does nothing where it was run before.</summary>
    public static ImmutableArray<string> Statements { get; } =
    [
        .. LoadStatements.FirstLabels.Select(label => $"CREATE CONSTRAINT {label.ToLowerInvariant()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"),
        "CREATE INDEX event_date IF NOT EXISTS FOR (n:Event) ON (n.dateFrom)",
        "CREATE INDEX person_name IF NOT EXISTS FOR (n:Person) ON (n.name)",
        "CREATE INDEX person_name_en IF NOT EXISTS FOR (n:Person) ON (n.nameEn)",
        $"CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:{string.Join('|', LoadStatements.FirstLabels)}) ON EACH [n.name, n.nameEn, n.aliases] OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'cjk'}}}}",
    ];

    /// <summary>Waits until the indexes can be used.</summary>
    public const string Await = "CALL db.awaitIndexes(300)";

    /// <summary>Lets a store have one load at a time.</summary>
    internal const string Lock = "CREATE CONSTRAINT kg_load_store IF NOT EXISTS FOR (n:KgLoad) REQUIRE n.store IS UNIQUE";
}
