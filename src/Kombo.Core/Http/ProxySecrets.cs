using System.Net;

namespace Kombo.Http;

/// <summary>The passwords of proxies, which .NET's own messages quote together with the proxy's address.</summary>
internal static class ProxySecrets
{
    private static readonly string[] Variables = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

    /// <summary>The passwords of the proxy in use, as they are and escaped.</summary>
    /// <param name="proxy">The proxy; null for the system's.</param>
    public static IReadOnlyList<string> Of(IWebProxy? proxy)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (proxy is null)
        {
            foreach (var variable in Variables)
            {
                // As .NET reads them: everything before the last @ is the user's name and password, escaped or not.
                var value = Environment.GetEnvironmentVariable(variable) ?? "";
                var begin = value.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
                var end = value.LastIndexOf('@');
                Add(found, end > begin ? value.Substring(begin, end - begin) : "");
            }
        }
        else
        {
            var somewhere = new Uri("https://api.kombo.dev/");
            Add(found, proxy.GetProxy(somewhere)?.UserInfo ?? "");
            Add(found, ":" + proxy.Credentials?.GetCredential(proxy.GetProxy(somewhere) ?? somewhere, "Basic")?.Password);
        }

        return found.ToArray();
    }

    private static void Add(HashSet<string> found, string userInfo)
    {
        if (userInfo.IndexOf(':') is var colon and >= 0 && colon < userInfo.Length - 1)
        {
            var password = userInfo.Substring(colon + 1);
            found.Add(password);
            found.Add(Uri.UnescapeDataString(password));
            found.Add(Uri.EscapeDataString(Uri.UnescapeDataString(password)));
        }
    }
}
