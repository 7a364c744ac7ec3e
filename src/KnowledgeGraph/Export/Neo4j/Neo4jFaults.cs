using System.Net;
using System.Security.Authentication;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>What can go wrong between kg and a server: whether it passes by itself, and what it means for the user.</summary>
internal sealed class Neo4jFaults(Neo4jAddress address, string database, string user)
{
    private const string MissingEndpoint = "Neo.ClientError.Request.Invalid";

    /// <summary>Whether the same statement may succeed when it is sent again.</summary>
    public static bool Passes(QueryError error) =>
        error.Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) || error.Code == "Neo.ClientError.Cluster.NotALeader";

    /// <summary>Whether a status without an error of the server's own may pass: a proxy's, or a server's that is starting.</summary>
    public static bool Passes(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Whether a broken connection may be whole the next time.</summary>
    /// <param name="fault">What broke.</param>
    /// <param name="answered">Whether the server has answered before: at the first word a refusal means that there is none.</param>
    public static bool Passes(Exception fault, bool answered) => fault switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => answered,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.InvalidResponse or HttpRequestError.ProxyTunnelError } => false,
        HttpRequestException or IOException or TimeoutException => true,
        _ => false,
    };

    /// <summary>Whether the address answers, but has no Query API.</summary>
    public static bool IsMissing(QueryError error) => error.Code == MissingEndpoint;

    /// <summary>What an error of the server means.</summary>
    public string Explain(QueryError error) => error.Code switch
    {
        "Neo.ClientError.Security.Unauthorized" =>
            $"{address} refuses user '{user}' with this password. Check --user, and NEO4J_PASSWORD or --password-file.",
        "Neo.ClientError.Security.AuthenticationRateLimit" =>
            $"{address} was given too many wrong passwords and takes none for a while. Wait some seconds, then check NEO4J_PASSWORD or --password-file.",
        "Neo.ClientError.Security.CredentialsExpired" =>
            $"{address} wants the first password of user '{user}' changed: do so in Neo4j Browser, or by cypher-shell -d system \"ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new'\".",
        "Neo.ClientError.Database.DatabaseNotFound" =>
            $"{address} has no database '{database}'. Name one by --database; SHOW DATABASES lists them, and a community server has just neo4j.",
        "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" =>
            $"database '{database}' of {address} can only be read. Nothing was written; allow it by server.databases.default_to_read_only=false, or name another by --database.",
        "Neo.ClientError.Schema.ConstraintCreationFailed" =>
            $"{address}: {error.Message} Two nodes have one id, so they were loaded without constraints: remove them, or load into an empty database.",
        _ => $"{address}: {error.Message} ({error.Code})",
    };

    /// <summary>What a broken connection means.</summary>
    /// <param name="fault">What broke.</param>
    /// <param name="answered">Whether the server has answered before.</param>
    public string Explain(Exception fault, bool answered) => fault switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            $"there is no host {address.Base.Host}: {fault.Message}. Check --uri.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            $"no server answers at {address}: {Innermost(fault).Message}. Is Neo4j running (docker compose up -d), and is this its HTTP port (7474, or 7473 for https)?",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: AuthenticationException refused }
            when refused.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
            $"the certificate of {address} is not trusted: {refused.Message} Put the right name in --uri, or name the file of your own authority in SSL_CERT_FILE.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"{address} does not speak TLS: {Innermost(fault).Message} Use http:// for a port without TLS; Neo4j's port for https is 7473.",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            $"{address} does not speak HTTP: {Innermost(fault).Message} Neo4j's port for http is 7474; 7687 is Bolt's, 7473 that of https.",
        _ when !answered => $"{address} closes the connection without an answer. Neo4j's port for http is 7474; 7687 is Bolt's.",
        _ => $"the connection to {address} broke: {Innermost(fault).Message}",
    };

    /// <summary>What an answer that is not the Query API's means.</summary>
    public string Explain(HttpStatusCode status, Discovery? server) => server switch
    {
        { Neo4jVersion: { } version } when server.Query is null && IsTooOld(version) =>
            $"{address} is Neo4j {version}, which has no Query API: kg load needs Neo4j 5.19 or newer (5.26 is the version with long-term support). For an older one use kg's export of a Cypher script or of neo4j-csv.",
        { Neo4jVersion: { } version } when server.Query is null =>
            $"{address} is Neo4j {version} with its Query API switched off: add QUERY_API_ENDPOINTS to server.http_enabled_modules in neo4j.conf and start it again (it is on by default since 5.25).",
        { Neo4jVersion: { } version } => $"{address} is Neo4j {version} but answers {(int)status} {status} to its Query API.",
        _ => $"{address} answers {(int)status} {status}, but not as Neo4j does. Check --uri: it is the address of Neo4j Browser, without /browser.",
    };

    private static bool IsTooOld(string version) =>
        Version.TryParse(version.Split('-', '+')[0], out var parsed) && parsed < new Version(5, 19);

    private static Exception Innermost(Exception fault) => fault.GetBaseException();
}
