using KnowledgeGraph.Export;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>A format that <c>kg export</c> writes: one file, or several in a folder.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Use">What it is for.</param>
/// <param name="ToFile">Its writer, where it is one file.</param>
/// <param name="ToFolder">Its writer, where it is several.</param>
/// <param name="HasViews">Whether it is for drawing, so that a view can be chosen.</param>
internal sealed record ExportFormat(
    string Name, string Use, Func<Stream, GraphWriter>? ToFile = null, Func<IExportFiles, KnowledgeStore, GraphWriter>? ToFolder = null, bool HasViews = false);

/// <summary>All formats.</summary>
internal static class ExportFormats
{
    /// <summary>In the order in which the help names them.</summary>
    public static readonly ExportFormat[] All =
    [
        new("graphml", "for Gephi, networkx, igraph, yEd, Cytoscape", ToFile: stream => new GraphMlWriter(stream), HasViews: true),
        new("gexf", "for Gephi with its timeline", ToFile: stream => new GexfWriter(stream), HasViews: true),
        new("csv", "tables for spreadsheets", ToFolder: (files, _) => new SpreadsheetWriter(files)),
        new("events", "tables of events and dyads for statistics", ToFolder: (files, store) => new EventTablesWriter(files, store)),
        new("neo4j-csv", "for neo4j-admin database import", ToFolder: (files, _) => new Neo4jCsvWriter(files)),
        new("cypher", "a script for cypher-shell", ToFile: stream => new CypherWriter(stream)),
        new("jsonl", "an object a line", ToFile: stream => new JsonLinesWriter(stream)),
    ];

    /// <summary>The format of a name.</summary>
    public static ExportFormat Named(string name) => All.Single(format => format.Name == name);
}
