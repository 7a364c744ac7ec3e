using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KnowledgeGraph.Tests.Export.Neo4j;

/// <summary>Speaks TLS on a port of its own and hands on to a server that does not, as a proxy before Neo4j does.</summary>
internal sealed class TlsProxy : IAsyncDisposable
{
    private readonly LoopbackPort port;

    public TlsProxy(int target, X509Certificate2 certificate) => port = new LoopbackPort((client, stop) =>
    {
        _ = HandOnAsync(client, target, certificate, stop);
        return Task.CompletedTask;
    });

    public int Port => port.Number;

    public ValueTask DisposeAsync() => port.DisposeAsync();

    private static async Task HandOnAsync(TcpClient client, int target, X509Certificate2 certificate, CancellationToken stop)
    {
        try
        {
            using (client)
            using (var server = new TcpClient("127.0.0.1", target))
            await using (var secure = new SslStream(client.GetStream()))
            {
                await secure.AuthenticateAsServerAsync(certificate);
                var plain = server.GetStream();
                await Task.WhenAny(secure.CopyToAsync(plain, stop), plain.CopyToAsync(secure, stop));
            }
        }
        catch (Exception end) when (end is IOException or SocketException or System.Security.Authentication.AuthenticationException or OperationCanceledException)
        {
            // One of the two went away, or does not trust us.
        }
    }
}

/// <summary>An authority of our own and a certificate of it for <c>localhost</c>.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-authority-");

    private TestAuthority(X509Certificate2 certificate) => Certificate = certificate;

    /// <summary>The certificate of the server.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>A file with the authority, for <c>SSL_CERT_FILE</c>.</summary>
    public string File => Path.Combine(folder.FullName, "authority.pem");

    public static TestAuthority Create()
    {
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=kg test authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = authorityRequest.CreateSelfSigned(from, to);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, from, to, [1, 2, 3, 4]);
        using var withKey = signed.CopyWithPrivateKey(key);
        // A key that is only in memory cannot be used by every system's TLS.
        var created = new TestAuthority(X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null));
        System.IO.File.WriteAllText(created.File, authority.ExportCertificatePem());
        return created;
    }

    public void Dispose()
    {
        Certificate.Dispose();
        folder.Delete(recursive: true);
    }
}
