using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>What the Query API answers to a statement.</summary>
/// <param name="Data">The rows; may be cut short where there are <paramref name="Errors"/>.</param>
/// <param name="Counters">What the statement changed.</param>
/// <param name="Bookmarks">State of the database after the statement.</param>
/// <param name="Errors">What went wrong; to be looked at whatever the HTTP status.</param>
internal sealed record QueryAnswer(QueryData? Data, QueryCounters? Counters, ImmutableArray<string>? Bookmarks, ImmutableArray<QueryError>? Errors);

/// <summary>The rows of a result.</summary>
internal sealed record QueryData(ImmutableArray<string> Fields, ImmutableArray<ImmutableArray<JsonElement>> Values);

/// <summary>What a statement changed.</summary>
internal sealed record QueryCounters(long NodesCreated, long NodesDeleted, long RelationshipsCreated, long RelationshipsDeleted);

/// <summary>An error of the server.</summary>
/// <param name="Code">Such as <c>Neo.ClientError.Statement.SyntaxError</c>.</param>
/// <param name="Message">In words.</param>
internal sealed record QueryError(string Code, string Message);

/// <summary>What a server says of itself to anybody.</summary>
/// <param name="Query">Address of the Query API; absent where it has none.</param>
/// <param name="Neo4jVersion">Such as <c>5.26.12</c>.</param>
internal sealed record Discovery(string? Query, [property: JsonPropertyName("neo4j_version")] string? Neo4jVersion);

/// <summary>How the messages are read, generated at build.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QueryAnswer))]
[JsonSerializable(typeof(Discovery))]
internal sealed partial class QueryApiJson : JsonSerializerContext;
