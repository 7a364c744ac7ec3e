using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Export;

/// <summary>What an export was made of and with: the file <c>export.json</c> beside the files of a format that has several.</summary>
/// <param name="Format">The format's name.</param>
/// <param name="Version">The version of kg that wrote the export.</param>
/// <param name="Readings">The versions and rules that the articles were read with.</param>
/// <param name="Input">What the store holds.</param>
/// <param name="Selection">What was asked for, by option; empty where everything was.</param>
/// <param name="Nodes">Number of nodes in the export.</param>
/// <param name="Edges">Number of edges in the export.</param>
/// <param name="Files">The files of the export.</param>
public sealed record ExportHeader(
    string Format, string Version, ImmutableArray<ExportHeader.Reading> Readings, ExportHeader.Counts Input,
    ImmutableSortedDictionary<string, string> Selection, long Nodes, long Edges, ImmutableArray<string> Files)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "export.json";

    private static readonly ExportHeaderJson Json = new(new JsonSerializerOptions(ExportHeaderJson.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>How articles were read.</summary>
    /// <param name="Version">The version of kg.</param>
    /// <param name="RulesHash">Hash of the rules.</param>
    /// <param name="Sources">How many sources were read so.</param>
    public sealed record Reading(string Version, string RulesHash, int Sources);

    /// <summary>What a store holds.</summary>
    /// <param name="Sources">Sources read.</param>
    /// <param name="Failed">Sources that could not be read.</param>
    /// <param name="Articles">Distinct articles.</param>
    public sealed record Counts(int Sources, int Failed, int Articles);

    /// <summary>The header of an export from a store.</summary>
    public static ExportHeader Of(
        KnowledgeStore store, string format, string version, ImmutableSortedDictionary<string, string> selection, GraphShape shape, IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(shape);
        var readings = ImmutableArray.CreateBuilder<Reading>();
        using (var command = store.Connection.Prepare("SELECT version, rules_hash, count(*) FROM sources GROUP BY version, rules_hash ORDER BY version, rules_hash"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                readings.Add(new Reading(reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
            }
        }

        int Count(string sql) => checked((int)StoreSchema.Number(store.Connection, sql));
        return new ExportHeader(
            format, version, readings.ToImmutable(),
            new Counts(
                Count("SELECT count(*) FROM sources"), Count("SELECT count(*) FROM sources WHERE status = 'failed'"),
                Count("SELECT count(*) FROM articles")),
            selection, shape.NodeCount, shape.EdgeCount, [.. files]);
    }

    /// <summary>Writes the header.</summary>
    public void Write(Stream stream) => JsonSerializer.Serialize(stream, this, Json.ExportHeader);

    /// <summary>The names of the files of an earlier export into a folder; none where there was no export.</summary>
    public static IEnumerable<string> FilesIn(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, Json.ExportHeader) is { Files.IsDefault: false } header ? header.Files : [];
        }
        catch (JsonException)
        {
            // A file of that name that kg did not write says nothing about kg's files.
            return [];
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ExportHeader))]
internal sealed partial class ExportHeaderJson : JsonSerializerContext;
