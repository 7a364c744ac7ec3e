using System.Globalization;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>Where a server's Query API is.</summary>
/// <param name="Base">The address of the server over HTTP or HTTPS, ending in a slash.</param>
public sealed record Neo4jAddress(Uri Base)
{
    private const string AuraDomain = ".databases.neo4j.io";
    private const int BoltPort = 7687;
    private const int HttpPort = 7474;
    private const int HttpsPort = 7473;

    /// <summary>Whether what is sent, the password with it, can be read on its way through a network.</summary>
    public bool IsExposed => Base.Scheme == Uri.UriSchemeHttp && !Base.IsLoopback;

    /// <summary>
    /// Reads an address: <c>http://</c> and <c>https://</c> as they are, <c>neo4j+s://</c> as the HTTPS address of the same
    /// server (Aura's among them).
    /// </summary>
    /// <exception cref="FormatException">It is another kind of address; the message names the one to use.</exception>
    public static Neo4jAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains("://", StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw new FormatException($"expected an address such as http://localhost:{HttpPort}, found '{text}'.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new FormatException("expected an address without user and password; give them by --user and NEO4J_PASSWORD.");
        }

        return uri.Scheme switch
        {
            "http" or "https" => new Neo4jAddress(new Uri(uri.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/")),
            "neo4j+s" => new Neo4jAddress(Secure(uri)),
            "neo4j" or "bolt" when !IsAura(uri) => throw new FormatException(
                $"{uri.Scheme}:// is Neo4j's Bolt protocol; kg speaks its Query API over HTTP: use {Address("http", uri, HttpPort)}"),
            "neo4j" or "bolt" or "bolt+s" => throw new FormatException(
                $"{uri.Scheme}:// is Neo4j's Bolt protocol; kg speaks its Query API over HTTP: use {Secure(uri).AbsoluteUri.TrimEnd('/')}"),
            "neo4j+ssc" or "bolt+ssc" => throw new FormatException(
                $"{uri.Scheme}:// takes any certificate, which kg never does: use {Secure(uri).AbsoluteUri.TrimEnd('/')}, and name the file of an authority of your own in SSL_CERT_FILE."),
            _ => throw new FormatException($"expected an address such as http://localhost:{HttpPort}, found '{uri.Scheme}://'."),
        };
    }

    /// <summary>Where the statements for a database go.</summary>
    public Uri Query(string database) => new(Base, $"db/{Uri.EscapeDataString(database)}/query/v2");

    /// <inheritdoc/>
    public override string ToString() => Base.AbsoluteUri.TrimEnd('/');

    private static bool IsAura(Uri uri) => uri.Host.EndsWith(AuraDomain, StringComparison.OrdinalIgnoreCase);

    /// <summary>Bolt's own port says nothing of where HTTPS is; any other was chosen, and stays.</summary>
    private static Uri Secure(Uri uri) => IsAura(uri)
        ? new Uri($"https://{uri.Host}/")
        : new Uri(Address("https", uri, uri.Port is -1 or BoltPort ? HttpsPort : uri.Port) + "/");

    private static string Address(string scheme, Uri uri, int port) => string.Create(CultureInfo.InvariantCulture, $"{scheme}://{uri.Host}:{port}");
}
